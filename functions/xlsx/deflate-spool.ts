// Text → deflated bytes in a temporary file, on zlib's thread pool: what a sheet grows by while its rows stream in. Keeps one
// buffer of bytes and what the streams hold; waits when the disk is slower than the rows. Removing the file is its owner's.

import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

const BUFFER_BYTES = 131_072;
/** The most bytes of UTF-8 that one UTF-16 unit takes. */
const BYTES_PER_UNIT = 3;
const DONE = Promise.resolve();

export class DeflateSpool {
  /** CRC and length of the text so far, in UTF-8 bytes. */
  crc = 0;
  size = 0;
  /** Known once ended. */
  packedSize = 0;
  /** Encoded at once: texts kept until the buffer is full would outlive the young generation of the heap. */
  #bytes = Buffer.allocUnsafe(BUFFER_BYTES);
  #filled = 0;
  /** One buffer may be on its way while the next fills, so that packing and building run side by side. */
  private ready: Promise<unknown> = DONE;
  private readonly deflate: DeflateRaw;
  private readonly out: WriteStream;
  private readonly written: Promise<void>;

  constructor(
    readonly file: string,
    level: number,
  ) {
    this.deflate = createDeflateRaw({ level, memLevel: 9, chunkSize: 262_144 });
    this.out = createWriteStream(file);
    this.written = pipeline(this.deflate, this.out);
    // Seen by whoever writes or ends next; until then it is nobody's unhandled rejection.
    this.written.catch(() => undefined);
  }

  /** Resolved at once unless the buffer is full. */
  write(text: string): Promise<void> {
    if (text.length * BYTES_PER_UNIT <= BUFFER_BYTES - this.#filled) {
      this.#filled += this.#bytes.write(text, this.#filled);
      return DONE;
    }
    return this.writeAfterFlush(text);
  }

  async end(): Promise<void> {
    await this.flush();
    this.deflate.end();
    await this.written;
    this.packedSize = this.out.bytesWritten;
  }

  /** Stops without finishing the file. Harmless after `end`. */
  async abandon(): Promise<void> {
    this.deflate.destroy();
    await this.written.catch(() => undefined);
  }

  packed(): AsyncIterable<Buffer> {
    return createReadStream(this.file, { highWaterMark: 262_144 });
  }

  private async writeAfterFlush(text: string): Promise<void> {
    await this.flush();
    if (text.length * BYTES_PER_UNIT <= BUFFER_BYTES) this.#filled = this.#bytes.write(text);
    else await this.pack(Buffer.from(text));
  }

  /** The full buffer is handed on and a new one taken, since packing still reads it. */
  private async flush(): Promise<void> {
    const bytes = this.#bytes.subarray(0, this.#filled);
    this.#bytes = Buffer.allocUnsafe(BUFFER_BYTES);
    this.#filled = 0;
    await this.pack(bytes);
  }

  private async pack(bytes: Buffer): Promise<void> {
    await this.ready;
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    if (this.deflate.write(bytes)) return;
    this.ready = Promise.race([once(this.deflate, 'drain'), this.written]);
    this.ready.catch(() => undefined);
  }
}
