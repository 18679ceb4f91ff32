// The local header in front of each part (APPNOTE.TXT 4.3.7). Some readers go by it and some by the central directory, so
// a file in which the two differ is two files; it is refused.

import type { Entry } from 'yauzl';
import { refuse } from '../../templates/sheet-xml/file-refused';

const SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
/** APPNOTE.TXT 4.4.4, bits 0 and 3: encrypted; sizes follow the data. */
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;

/** Offset of the first packed byte. Throws `FileRefused` (`ZIP_CORRUPT`, `ZIP_HEADER_MISMATCH`). */
export function localDataStart(buffer: Buffer, entry: Entry, part: string): number {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + HEADER_BYTES > buffer.length || buffer.readUInt32LE(at) !== SIGNATURE) refuse('ZIP_CORRUPT', { part });
  const flags = buffer.readUInt16LE(at + 6);
  const nameStart = at + HEADER_BYTES;
  const nameEnd = nameStart + buffer.readUInt16LE(at + 26);
  const same =
    buffer.subarray(nameStart, nameEnd).equals(entry.fileNameRaw) &&
    buffer.readUInt16LE(at + 8) === entry.compressionMethod &&
    (flags & ENCRYPTED) === 0 &&
    ((flags & SIZES_FOLLOW) !== 0 || sameSizes(buffer, at, entry));
  if (!same) refuse('ZIP_HEADER_MISMATCH', { part });
  return nameEnd + buffer.readUInt16LE(at + 28);
}

function sameSizes(buffer: Buffer, at: number, entry: Entry): boolean {
  return (
    sameOrElsewhere(buffer.readUInt32LE(at + 14), entry.crc32) &&
    sameOrElsewhere(buffer.readUInt32LE(at + 18), entry.compressedSize) &&
    sameOrElsewhere(buffer.readUInt32LE(at + 22), entry.uncompressedSize)
  );
}

/** 0 and 0xFFFFFFFF mean that the value is kept elsewhere (zip64, or a writer that could not go back). */
function sameOrElsewhere(local: number, central: number): boolean {
  return local === central || local === 0 || local === 0xffffffff;
}
