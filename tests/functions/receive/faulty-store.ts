// A store whose N-th call fails, once or from there on, before it takes effect or after: the connection that breaks, and the
// process that dies between two steps. Counts the calls, so that a test can go through all of them.

import { type Store, StoreUnavailable } from '../../../functions/store/store';

export interface Fault {
  /** From 1. */
  readonly call: number;
  /** `after`: it took effect, but nobody was told. */
  readonly when: 'before' | 'after';
  /** `dies`: every later call fails too, until `restart`. */
  readonly kind: 'once' | 'dies';
}

export interface FaultyStore {
  readonly store: Store;
  /** Whether the fault has happened, and at what. */
  readonly hit: () => string | undefined;
  readonly restart: () => void;
}

export function faultyStore({ blobs, rows, queues, prepare }: Store, fault: Fault): FaultyStore {
  let calls = 0;
  let dead = false;
  let hit: string | undefined;

  async function pass<T>(what: string, run: () => Promise<T>): Promise<T> {
    if (dead) throw new StoreUnavailable(`dead: ${what}`);
    if (++calls !== fault.call) return run();
    hit = what;
    dead = fault.kind === 'dies';
    if (fault.when === 'after') await run();
    throw new StoreUnavailable(`${fault.when} ${what}`);
  }

  const store: Store = {
    blobs: {
      create: (path, bytes, type) => pass(`create ${path}`, () => blobs.create(path, bytes, type)),
      get: (path) => pass(`get ${path}`, () => blobs.get(path)),
      has: (path) => pass(`has ${path}`, () => blobs.has(path)),
      list: (prefix) => blobs.list(prefix),
    },
    rows: {
      get: (partition, row) => pass(`get ${row}`, () => rows.get(partition, row)),
      async *query(query) {
        await pass(`query ${query.from}`, async () => undefined);
        yield* rows.query(query);
      },
      transact: (partition, changes) => pass(`transact ${changes.length}`, () => rows.transact(partition, changes)),
    },
    queues: {
      send: (queue, message, options) => pass(`send ${queue}`, () => queues.send(queue, message, options)),
      length: (queue) => queues.length(queue),
    },
    prepare,
  };
  return {
    store,
    hit: () => hit,
    restart() {
      dead = false;
    },
  };
}
