// The record of what is published (templates/forms/published.yaml): each version of a form with the hash of its files, one a
// line. A recorded version is never edited; this says where one was, and what to do instead. Pure: reads and writes no file.

import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { parse } from 'yaml';

/** `khoa-giao 2024.1` → hash of its files. */
export type PublishedRecord = ReadonlyMap<string, string>;

export interface Remark {
  readonly vi: string;
  readonly en: string;
}

export const RECORD_FILE = 'published.yaml';

const HEAD = `# Mẫu đã công bố: mỗi phiên bản một dòng, với mã băm của các tệp .yaml trong thư mục của nó. Đã có dòng ở đây thì không sửa tệp
# nữa. Published forms and the hash of their files: a version that stands here is never edited. Written by npm run publish-form.
`;

/** How a version is called in the record. */
export const versionName = (form: string, version: string): string => `${form} ${version}`;

/**
 * The SHA-256 of a version's files, lower-case hex: over each file's name, its length in bytes and its bytes, in the order
 * of the names (by code point). Line ends count as LF, so that a checkout on Windows is the same form.
 * @param files name (`form.yaml`) → text
 */
export function formHash(files: Readonly<Record<string, string>>): string {
  const hash = sha256.create();
  for (const name of Object.keys(files).sort()) {
    const bytes = utf8ToBytes(files[name]!.replaceAll('\r\n', '\n'));
    hash.update(utf8ToBytes(`${name}\n${bytes.length}\n`)).update(bytes);
  }
  return bytesToHex(hash.digest());
}

/** @throws Error where the text is no record */
export function readRecord(text: string): PublishedRecord {
  const content: unknown = parse(text) ?? {};
  const entries = typeof content === 'object' ? Object.entries(content as object) : [['', content]];
  const wrong = entries.find(([, hash]) => typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash));
  if (wrong) throw new Error(`${RECORD_FILE}: "${wrong[0]}" has no hash of 64 hexadecimal digits`);
  return new Map(entries as [string, string][]);
}

export function writeRecord(record: PublishedRecord): string {
  const byName = [...record].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return HEAD + byName.map(([name, hash]) => `${name}: "${hash}"\n`).join('');
}

/** What is wrong between the record and the folders: a version that was edited, was never recorded, or is gone. */
export function compareWithRecord(record: PublishedRecord, found: ReadonlyMap<string, string>): Remark[] {
  const names = [...new Set([...found.keys(), ...record.keys()])];
  return names.flatMap((name) => {
    const [recorded, now] = [record.get(name), found.get(name)];
    if (recorded === undefined) return [unrecorded(name)];
    if (now === undefined) return [gone(name)];
    return now === recorded ? [] : [edited(name)];
  });
}

export function edited(name: string): Remark {
  const [form = '', version = ''] = name.split(' ');
  const next = nextVersion(version);
  return {
    vi: `Mẫu ${name} đã công bố, nhưng các tệp .yaml của nó đã bị sửa. Trả các tệp về như cũ (git checkout), rồi chép thư mục thành phiên bản mới templates/forms/${form}/${next} và sửa ở đó.`,
    en: `Form ${name} is published, but its .yaml files were edited. Put them back (git checkout), copy the folder to a new version templates/forms/${form}/${next}, and make the change there.`,
  };
}

function unrecorded(name: string): Remark {
  const command = publishCommand(name);
  return {
    vi: `Mẫu ${name} chưa được ghi là đã công bố. Khi nội dung đã chốt, chạy: ${command}`,
    en: `Form ${name} is not recorded as published. When its content is settled, run: ${command}`,
  };
}

function gone(name: string): Remark {
  return {
    vi: `Mẫu ${name} đã công bố nhưng không còn thư mục. Khôi phục thư mục: báo cáo cũ còn cần đến nó.`,
    en: `Form ${name} is published but its folder is gone. Restore the folder: older reports still need it.`,
  };
}

const publishCommand = (name: string): string => {
  const [form, version] = name.split(' ');
  return `npm run publish-form -- --form ${form} --version ${version}`;
};

/** `2024.1` → `2024.2` */
const nextVersion = (version: string): string => version.replace(/\d+$/, (n) => String(Number(n) + 1));
