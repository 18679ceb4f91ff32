// A JSON blob of our own writing, read back. What is in it was checked before it was written; it is not checked again.

import type { Store } from '../store/store';

/** Undefined where there is no such blob. */
export async function readJson<T>(store: Store, path: string): Promise<T | undefined> {
  const blob = await store.blobs.get(path);
  return blob && (JSON.parse(Buffer.from(blob.bytes).toString('utf8')) as T);
}
