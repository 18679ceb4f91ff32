// The store in memory, for tests and for loads no emulator carries. Same meaning as the one on Azure, shown by the same
// contract tests; additionally a test can take messages from its queues. Keeps nothing after the process.

import { memoryBlobs } from './memory-blobs';
import { type MemoryQueues, memoryQueues } from './memory-queues';
import { memoryRows } from './memory-rows';
import type { Store } from './store';

export interface MemoryStore extends Store {
  readonly queues: MemoryQueues;
}

/** @param options.now milliseconds since 1970, for delayed messages; the machine's clock unless given */
export function openMemoryStore(options: { readonly now?: () => number } = {}): MemoryStore {
  return {
    blobs: memoryBlobs(),
    rows: memoryRows(),
    queues: memoryQueues(options.now ?? Date.now),
    async prepare() {},
  };
}
