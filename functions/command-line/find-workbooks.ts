// The files a person means by FILE-OR-FOLDER: the files themselves, and in folders everything that may be a report, with
// hidden files and Excel's lock files (`~$…`) left out. Oldest first, so that of two files of one unit the newer counts.

import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BadArguments } from './arguments';

export interface FoundFile {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Kinds of file that people hand in as a report; the wrong ones are refused each with its reason, not passed over. */
const REPORT = /\.(xlsx|xlsm|xlsb|xltx|xltm|xls|ods|csv)$/i;

export function findWorkbooks(paths: readonly string[]): FoundFile[] {
  const found = paths.flatMap((path) => under(path));
  return found.sort((a, b) => a.modified - b.modified || (a.path < b.path ? -1 : 1));
}

function under(path: string): FoundFile[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new BadArguments(`Không có tệp hoặc thư mục: ${path}\nThere is no such file or folder: ${path}`);
  if (!stat.isDirectory()) return [{ path, modified: stat.mtimeMs }];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && REPORT.test(entry.name) && !/^[.~]/.test(basename(entry.name)))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: file, modified: statSync(file).mtimeMs };
    });
}
