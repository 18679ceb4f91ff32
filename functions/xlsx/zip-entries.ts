// The parts of an uploaded zip, read from its central directory by yauzl and held against what yauzl does not check:
// counts and declared sizes, names, duplicates, overlaps, and that each local header says the same as the directory.
// Unpacks nothing.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refuse } from '../../templates/sheet-xml/file-refused';
import { partKey } from '../../templates/sheet-xml/part-names';
import type { ReadLimits } from './read-limits';
import { findDirectory } from './zip-directory';
import { localDataStart } from './zip-local-header';
import { zipPartName } from './zip-part-name';

export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  /** Declared unpacked bytes. */
  readonly size: number;
  /** The packed bytes: a view of the file, not a copy. */
  readonly packed: Uint8Array;
}

/** By part key (lower case, forward slashes). Throws `FileRefused`. */
export async function zipEntries(buffer: Buffer, limits: ReadLimits): Promise<ReadonlyMap<string, ZipEntry>> {
  const directory = findDirectory(buffer);
  if (directory.entries > limits.entries) refuse('ZIP_TOO_MANY_PARTS', { found: String(directory.entries) });
  const entries = new Map<string, ZipEntry>();
  const stretches: [start: number, end: number][] = [];
  let total = 0;

  for (const entry of await centralEntries(buffer, limits.entries)) {
    const name = zipPartName(entry.fileNameRaw);
    const where = { part: name };
    if (entry.isEncrypted()) refuse('ZIP_ENCRYPTED', where);
    const method = entry.compressionMethod;
    if (method !== 0 && method !== 8) refuse('ZIP_METHOD', { ...where, found: String(method) });
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.partBytes || total > limits.totalBytes) refuse('ZIP_TOO_BIG', where);
    const start = localDataStart(buffer, entry, name);
    const end = start + entry.compressedSize;
    if (end > directory.start) refuse('ZIP_CORRUPT', where);
    stretches.push([entry.relativeOffsetOfLocalHeader, end]);
    if (name.endsWith('/')) continue;
    const key = partKey(name);
    if (entries.has(key)) refuse('ZIP_DUPLICATE', where);
    entries.set(key, {
      name,
      method,
      crc: entry.crc32,
      size: entry.uncompressedSize,
      packed: buffer.subarray(start, end),
    });
  }
  checkStretches(stretches);
  return entries;
}

/** Parts begin at the first byte and never share one. */
function checkStretches(stretches: [start: number, end: number][]): void {
  stretches.sort((a, b) => a[0] - b[0]);
  let previousEnd = 0;
  for (const [start, end] of stretches) {
    if (start < previousEnd) refuse('ZIP_OVERLAP');
    if (previousEnd === 0 && start > 0) refuse('ZIP_JUNK');
    previousEnd = end;
  }
}

async function centralEntries(buffer: Buffer, most: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const zip: ZipFile = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > most) break;
    }
  } catch {
    // yauzl's own words speak of byte offsets; for a person the file is damaged.
    return refuse('ZIP_CORRUPT');
  }
  return entries;
}
