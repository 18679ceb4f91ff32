// Where a finished workbook goes: into memory, a file, or a stream that may be slow.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export type Sink = (bytes: Uint8Array) => Promise<void>;

export async function collectBytes(produce: (sink: Sink) => Promise<void>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await produce(async (bytes) => {
    chunks.push(bytes);
  });
  return Buffer.concat(chunks);
}

/** A file path is created or replaced; a stream is ended. On failure the stream is destroyed. */
export async function writeTo(target: string | Writable, produce: (sink: Sink) => Promise<void>): Promise<void> {
  const stream = typeof target === 'string' ? createWriteStream(target) : target;
  const closed = finished(stream);
  closed.catch(() => undefined);
  try {
    await produce(async (bytes) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), closed]);
    });
    stream.end();
    await closed;
  } catch (error) {
    stream.destroy();
    throw error;
  }
}
