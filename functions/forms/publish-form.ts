// Records a version of a form as published: its files' hash goes into templates/forms/published.yaml. A version whose files
// are not those that were recorded is refused. Reads and writes the folders it is given, nothing else.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  edited,
  formHash,
  type PublishedRecord,
  RECORD_FILE,
  type Remark,
  readRecord,
  versionName,
  writeRecord,
} from './published-record';
import { readFormFolder } from './read-form-folder';

export interface Published {
  readonly ok: boolean;
  readonly say: Remark;
}

/**
 * @param root `templates/forms`
 * @throws FormError where the form itself is wrong
 */
export function publishForm(root: string, form: string, version: string): Published {
  const name = versionName(form, version);
  const folder = join(root, form, version);
  if (form === '' || version === '' || !existsSync(folder))
    return refused(`Không có mẫu ${name} trong ${root}.`, `There is no form ${name} in ${root}.`);
  readFormFolder(folder);
  const record = recordUnder(root);
  const [hash, recorded] = [formHash(filesOf(folder)), record.get(name)];
  if (recorded === hash)
    return { ok: true, say: { vi: `Mẫu ${name} đã được ghi từ trước.`, en: `Form ${name} is recorded already.` } };
  if (recorded !== undefined) return { ok: false, say: edited(name) };
  writeFileSync(join(root, RECORD_FILE), writeRecord(new Map([...record, [name, hash]])));
  return {
    ok: true,
    say: {
      vi: `Đã ghi mẫu ${name}: ${hash}. Từ nay không sửa các tệp .yaml của nó.`,
      en: `Form ${name} is recorded: ${hash}. From now on its .yaml files are not edited.`,
    },
  };
}

/** Empty where there is no record yet. */
export function recordUnder(root: string): PublishedRecord {
  const file = join(root, RECORD_FILE);
  return existsSync(file) ? readRecord(readFileSync(file, 'utf8')) : new Map();
}

/** Every folder `<form>/<version>` under the root that holds a form.yaml, by `versionName`, with the hash of its files. */
export function hashesUnder(root: string): ReadonlyMap<string, string> {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return new Map(
    folders(root).flatMap((form) =>
      folders(join(root, form)).map((version) => [
        versionName(form, version),
        formHash(filesOf(join(root, form, version))),
      ]),
    ),
  );
}

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function refused(vi: string, en: string): Published {
  return { ok: false, say: { vi, en } };
}
