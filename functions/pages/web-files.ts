// The files of the folder `web` beside the bundle: the pages, their scripts, styles and icons. Gives a file by its name,
// and never one that lies elsewhere, is hidden, or is of a kind that a page does not need. Knows no HTTP.

import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface WebFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of text kinds only: they become much smaller. */
  readonly gzipped?: Uint8Array;
  /** Names the content; hex. */
  readonly hash: string;
}

/** By the path inside the folder, with `/`; undefined where there is no such file that a page may have. */
export type FindWebFile = (path: string) => Promise<WebFile | undefined>;

const TYPES: Readonly<Record<string, { readonly type: string; readonly text: boolean }>> = {
  '.html': { type: 'text/html; charset=utf-8', text: true },
  '.js': { type: 'text/javascript; charset=utf-8', text: true },
  '.css': { type: 'text/css; charset=utf-8', text: true },
  '.svg': { type: 'image/svg+xml', text: true },
  '.json': { type: 'application/json; charset=utf-8', text: true },
  '.map': { type: 'application/json; charset=utf-8', text: true },
  '.png': { type: 'image/png', text: false },
  '.woff2': { type: 'font/woff2', text: false },
};
/** One part of a path: no `..`, nothing hidden, nothing encoded, no backslash, no drive, no NUL. */
const PART = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const MOST_PARTS = 8;
const compress = promisify(gzip);

export function webFiles(folder: string): FindWebFile {
  const kept = new Map<string, { readonly seen: string; readonly file: WebFile }>();
  return async (path) => {
    const kind = TYPES[extname(path)];
    const parts = path.split('/');
    if (!kind || parts.length > MOST_PARTS || !parts.every((part) => PART.test(part))) return undefined;
    const found = await fileIn(folder, parts);
    if (!found) return undefined;
    // A page that was built again while the host runs is read again.
    const known = kept.get(path);
    if (known?.seen === found.seen) return known.file;
    const bytes = await readFile(found.path);
    const file: WebFile = {
      name: parts.at(-1)!,
      type: kind.type,
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
      ...(kind.text ? { gzipped: await compress(bytes) } : {}),
    };
    kept.set(path, { seen: found.seen, file });
    return file;
  };
}

/** A link inside the folder that leads out of it leads nowhere. */
async function fileIn(folder: string, parts: readonly string[]): Promise<{ path: string; seen: string } | undefined> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...parts));
    if (!path.startsWith(root + sep)) return undefined;
    const { mtimeMs, size, isFile } = await stat(path).then((s) => ({ ...s, isFile: s.isFile() }));
    return isFile ? { path, seen: `${path} ${mtimeMs} ${size}` } : undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES'].includes(code)) return undefined;
    throw error;
  }
}
