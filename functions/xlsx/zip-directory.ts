// The end of a zip (APPNOTE.TXT 4.3.16, 4.3.14): where its central directory lies. The directory must end exactly where the
// closing record begins; otherwise something was put before, after or between, and two readers could see two workbooks.

import { refuse } from '../../templates/sheet-xml/file-refused';

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_RECORD = 0x06064b50;
const END_RECORD_BYTES = 22;
const LOCATOR_BYTES = 20;

export interface ZipDirectory {
  /** First byte of the central directory: where the parts must have ended. */
  readonly start: number;
  readonly entries: number;
}

/** Throws `FileRefused` (`ZIP_CORRUPT`, `ZIP_JUNK`). */
export function findDirectory(buffer: Buffer): ZipDirectory {
  const end = findEnd(buffer);
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && buffer.readUInt32LE(locator) === ZIP64_LOCATOR) return zip64Directory(buffer, locator);
  const start = buffer.readUInt32LE(end + 16);
  if (start + buffer.readUInt32LE(end + 12) !== end) refuse('ZIP_JUNK');
  return { start, entries: buffer.readUInt16LE(end + 10) };
}

/** Searched backwards: a comment of up to 65,535 bytes may follow the record. */
function findEnd(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - END_RECORD_BYTES - 0xffff);
  for (let at = buffer.length - END_RECORD_BYTES; at >= lowest; at--) {
    if (buffer.readUInt32LE(at) !== END_RECORD) continue;
    if (at + END_RECORD_BYTES + buffer.readUInt16LE(at + 20) !== buffer.length) refuse('ZIP_JUNK');
    return at;
  }
  return refuse('ZIP_CORRUPT');
}

function zip64Directory(buffer: Buffer, locator: number): ZipDirectory {
  const record = Number(buffer.readBigUInt64LE(locator + 8));
  if (record + 56 > locator || buffer.readUInt32LE(record) !== ZIP64_RECORD) refuse('ZIP_CORRUPT');
  if (record + 12 + Number(buffer.readBigUInt64LE(record + 4)) !== locator) refuse('ZIP_JUNK');
  const start = Number(buffer.readBigUInt64LE(record + 48));
  if (start + Number(buffer.readBigUInt64LE(record + 40)) !== record) refuse('ZIP_JUNK');
  return { start, entries: Number(buffer.readBigUInt64LE(record + 32)) };
}
