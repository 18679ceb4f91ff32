// One part of the zip, unpacked piece by piece into a parser. Counts every byte against the declared size and the limits
// while it comes, and compares the CRC at the end; holds no more than one piece at a time.

import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { FileRefused, refuse } from '../../templates/sheet-xml/file-refused';
import type { PushParser } from '../../templates/sheet-xml/xml-part';
import { PartDecoder } from './decode-text';
import type { ReadLimits } from './read-limits';
import type { ZipEntry } from './zip-entries';

const PIECE_BYTES = 65_536;
/** Below this a part is unpacked at once: the way through the thread pool costs more than the work. */
const AT_ONCE_BYTES = 65_536;
/** Larger parts are not unpacked to the end only to say more exactly what is wrong. */
const DAMAGE_BYTES = 20_000_000;

/** Unpacked bytes so far, over all parts. */
export class UnpackBudget {
  private total = 0;

  constructor(readonly limits: ReadLimits) {}

  spend(bytes: number, part: string): void {
    this.total += bytes;
    if (this.total > this.limits.totalBytes) refuse('ZIP_TOO_BIG', { part });
    if (this.limits.outOfTime()) refuse('TOO_SLOW', { part });
  }
}

/** Throws `FileRefused`. */
export async function pushPart(entry: ZipEntry, budget: UnpackBudget, parser: PushParser): Promise<void> {
  const part = entry.name;
  const decoder = new PartDecoder(part);
  let size = 0;
  let crc = 0;
  let trouble: unknown;
  for await (const piece of pieces(entry)) {
    size += piece.length;
    if (size > entry.size) refuse('ZIP_CORRUPT', { part });
    budget.spend(piece.length, part);
    crc = crc32(piece, crc);
    if (trouble) continue;
    try {
      parser.write(decoder.decode(piece));
    } catch (error) {
      if (!mayBeDamage(error, entry)) throw error;
      trouble = error;
    }
  }
  if (size !== entry.size || crc !== entry.crc) refuse('ZIP_CORRUPT', { part });
  if (trouble) throw trouble;
  parser.write(decoder.end());
  parser.close();
}

/** Damaged bytes make broken XML: which of the two it is, the CRC tells, for parts that are cheap to unpack to the end. */
function mayBeDamage(error: unknown, entry: ZipEntry): boolean {
  return error instanceof FileRefused && error.refusal.code.startsWith('XML_') && entry.size <= DAMAGE_BYTES;
}

async function* pieces(entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = Buffer.from(entry.packed.buffer, entry.packed.byteOffset, entry.packed.byteLength);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) yield packed.subarray(at, at + PIECE_BYTES);
  } else if (entry.size <= AT_ONCE_BYTES) {
    yield inflateAtOnce(packed, entry);
  } else {
    yield* inflate(packed, entry);
  }
}

function inflateAtOnce(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    return refuse('ZIP_CORRUPT', { part: entry.name });
  }
}

async function* inflate(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE_BYTES, finishFlush: constants.Z_FINISH });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch {
    refuse('ZIP_CORRUPT', { part: entry.name });
  } finally {
    stream.destroy();
  }
}
