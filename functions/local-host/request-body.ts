// The body of a request, whole and as bytes: no text decoding, so that a workbook arrives as it was sent. Tells apart
// what was too large and what broke off, and never gives a part for the whole.

import type { IncomingMessage } from 'node:http';

export type Body = { readonly bytes: Buffer } | 'too-large' | 'broken-off';

/** @param limit in bytes; what is beyond is read and dropped, so that the client can read our answer */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) {
    request.resume();
    return 'too-large';
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve('too-large');
    });
    request.on('end', () => resolve(request.complete ? { bytes: Buffer.concat(chunks) } : 'broken-off'));
    request.on('error', () => resolve('broken-off'));
    request.on('close', () => resolve('broken-off'));
  });
}
