// Blobs of the store in memory. Bytes are copied in and out, as a network would: a caller that goes on writing into its
// buffer must not change what is stored.

import { requirePath } from './refusals';
import type { BlobStore, StoredBlob } from './store';

export function memoryBlobs(): BlobStore {
  const blobs = new Map<string, StoredBlob>();
  return {
    async create(path, bytes, contentType) {
      requirePath(path);
      if (blobs.has(path)) return 'exists';
      blobs.set(path, { bytes: Uint8Array.from(bytes), contentType, etag: `"${blobs.size + 1}"` });
      return 'created';
    },
    async get(path) {
      requirePath(path);
      const blob = blobs.get(path);
      return blob && { ...blob, bytes: Uint8Array.from(blob.bytes) };
    },
    async has(path) {
      requirePath(path);
      return blobs.has(path);
    },
    async *list(prefix) {
      yield* [...blobs.keys()].filter((path) => path.startsWith(prefix)).sort();
    },
  };
}
