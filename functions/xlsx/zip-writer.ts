// Writes a zip of parts that are packed already, one after the other, to any sink (APPNOTE.TXT 4.3). Time stamps are fixed,
// so the same parts make the same bytes. Refuses what needs zip64: 4 GB or 65,535 parts.

/** 1980-01-01 00:00, the earliest time a zip can tell (APPNOTE.TXT 4.4.6). */
const TIME = 0;
const DATE = 0x0021;
/** APPNOTE.TXT 4.4.4 bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
const MAX_BYTES = 0xffff_fffe;
const MAX_ENTRIES = 0xfffe;

export interface PackedPart {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  /** The packed bytes, in as many pieces as wanted. */
  readonly packed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export class ZipWriter {
  private readonly records: Buffer[] = [];
  private offset = 0;

  /** `sink` resolves when it can take more. */
  constructor(private readonly sink: (bytes: Uint8Array) => Promise<void>) {}

  async add(part: PackedPart): Promise<void> {
    const name = Buffer.from(part.name);
    if (part.size > MAX_BYTES || this.offset + part.packedSize > MAX_BYTES || this.records.length >= MAX_ENTRIES) {
      throw new Error(`${part.name}: the workbook would be larger than 4 GB`);
    }
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    fields(part, name).copy(header, 4);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    fields(part, name).copy(record, 6);
    record.writeUInt32LE(this.offset, 42);
    this.records.push(Buffer.concat([record, name]));

    await this.put(Buffer.concat([header, name]));
    const start = this.offset;
    for await (const piece of part.packed) await this.put(piece);
    if (this.offset - start !== part.packedSize)
      throw new Error(`${part.name}: packed size differs from what was announced`);
  }

  async end(): Promise<void> {
    const directory = Buffer.concat(this.records);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.records.length, 8);
    end.writeUInt16LE(this.records.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    await this.put(directory);
    await this.put(end);
  }

  private async put(bytes: Uint8Array): Promise<void> {
    this.offset += bytes.length;
    await this.sink(bytes);
  }
}

/** What the local header and the central record have in common (APPNOTE.TXT 4.3.7, from "version needed"). */
function fields(part: PackedPart, name: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(UTF8_NAMES, 2);
  bytes.writeUInt16LE(part.method, 4);
  bytes.writeUInt16LE(TIME, 6);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(part.crc, 10);
  bytes.writeUInt32LE(part.packedSize, 14);
  bytes.writeUInt32LE(part.size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}
