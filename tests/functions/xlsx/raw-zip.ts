// Zips made by hand, so that wrong ones can be made: every field of a header may be set to a lie.

import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string | Buffer;
  readonly data: string | Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Declared unpacked size. */
  readonly size?: number;
  /** Declared packed size, in the central directory. */
  readonly packedSize?: number;
  readonly localName?: string;
  readonly localMethod?: number;
  /** Packed bytes as they are, instead of the deflated data. */
  readonly packed?: Buffer;
  /** Another entry's place instead of its own. */
  readonly offset?: number;
}

export function rawZip(
  entries: readonly RawEntry[],
  around: { before?: Buffer; after?: Buffer; comment?: string } = {},
) {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, record } = rawEntry(entry, offset);
    chunks.push(local);
    central.push(record);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const comment = Buffer.from(around.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const { before = Buffer.alloc(0), after = Buffer.alloc(0) } = around;
  return Buffer.concat([before, ...chunks, directory, end, comment, after]);
}

function rawEntry(entry: RawEntry, offset: number) {
  const name = Buffer.from(entry.name);
  const data = Buffer.from(entry.data);
  const method = entry.method ?? 8;
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
  fields.writeUInt32LE(entry.packedSize ?? packed.length, 14);
  fields.writeUInt32LE(entry.size ?? data.length, 18);

  const localName = Buffer.from(entry.localName ?? name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  fields.copy(header, 4);
  header.writeUInt16LE(entry.localMethod ?? method, 8);
  header.writeUInt16LE(localName.length, 26);

  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 4);
  fields.copy(record, 6);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(entry.offset ?? offset, 42);
  return { local: Buffer.concat([header, localName, packed]), record: Buffer.concat([record, name]) };
}
