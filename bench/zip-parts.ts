// A trusted zip taken apart and put together again, for making many reports out of few. Parts that do not change are carried
// over as they are packed.

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { READ_LIMITS } from '../functions/xlsx/read-limits';
import { collectBytes } from '../functions/xlsx/sinks';
import { type ZipEntry, zipEntries } from '../functions/xlsx/zip-entries';
import { ZipWriter } from '../functions/xlsx/zip-writer';

export async function partsOf(zip: Uint8Array): Promise<ZipEntry[]> {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  return [...(await zipEntries(buffer, READ_LIMITS)).values()];
}

export function unpack({ method, packed, size }: ZipEntry): Buffer {
  return method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
}

/** `changed` holds the new text of some parts, by name. */
export function withParts(parts: readonly ZipEntry[], changed: ReadonlyMap<string, string>): Promise<Buffer> {
  return collectBytes(async (sink) => {
    const zip = new ZipWriter(sink);
    for (const part of parts) {
      const text = changed.get(part.name);
      if (text === undefined) {
        await zip.add({ ...part, packedSize: part.packed.length, packed: [part.packed] });
        continue;
      }
      const bytes = Buffer.from(text);
      const packed = deflateRawSync(bytes);
      await zip.add({
        name: part.name,
        method: 8,
        crc: crc32(bytes),
        size: bytes.length,
        packedSize: packed.length,
        packed: [packed],
      });
    }
    await zip.end();
  });
}
