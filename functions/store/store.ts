// What the centre asks of storage, and no more: blobs, rows and queues, as Azure Storage gives them. Two implementations
// (Azure, in memory) pass one contract test suite. The only room that knows the storage SDK is this one.

export interface Store {
  readonly blobs: BlobStore;
  readonly rows: RowStore;
  readonly queues: QueueStore;
  /** Makes the container, the table and the queues where they are missing. Safe to call often. */
  prepare(): Promise<void>;
}

export interface StoredBlob {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string;
}

export interface BlobStore {
  /**
   * Writes only where nothing is yet (`If-None-Match: *`). `'exists'` when something was there before. An answer lost
   * on the way (written, then the connection reset) is told apart from that by reading back: our own bytes are
   * `'created'`.
   */
  create(path: string, bytes: Uint8Array, contentType: string): Promise<'created' | 'exists'>;
  get(path: string): Promise<StoredBlob | undefined>;
  has(path: string): Promise<boolean>;
  /** Paths that begin with `prefix`, in ordinal order. */
  list(prefix: string): AsyncIterable<string>;
}

export type RowValue = string | number | boolean;
export type RowValues = Readonly<Record<string, RowValue>>;

export interface Row {
  readonly partition: string;
  readonly row: string;
  readonly etag: string;
  readonly values: RowValues;
}

export type RowChange =
  /** Fails the whole transaction where the row is there already. */
  | { readonly create: string; readonly values: RowValues }
  /** Replaces all values; fails the whole transaction where the row changed since `etag`. */
  | { readonly replace: string; readonly values: RowValues; readonly etag: string }
  | { readonly upsert: string; readonly values: RowValues }
  | { readonly delete: string };

export interface RowQuery {
  readonly partition?: string;
  /** Row keys from this one (included)... */
  readonly from?: string;
  /** ...up to this one (not included). */
  readonly before?: string;
  /** Only rows whose values equal all of these. */
  readonly where?: RowValues;
}

export interface RowStore {
  get(partition: string, row: string): Promise<Row | undefined>;
  query(query: RowQuery): AsyncIterable<Row>;
  /**
   * All changes or none, in one partition (an entity group transaction: 1 to 100 changes). `'conflict'` when a created
   * row exists or a replaced one changed or is gone: read again and decide. After an answer lost on the way our own
   * commit shows as `'conflict'` too, so a caller recognises its own rows.
   */
  transact(partition: string, changes: readonly RowChange[]): Promise<'done' | 'conflict'>;
}

export interface QueueStore {
  /** Sends a JSON message (at most 48 KiB); it becomes visible after `delaySeconds`. */
  send(queue: QueueName, message: unknown, options?: { readonly delaySeconds?: number }): Promise<void>;
  /** About how many messages wait, visible or not. */
  length(queue: string): Promise<number>;
}

export const QUEUES = ['submissions', 'masters'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Storage did not answer, or refused, in time. The caller may try again; nothing is known about the last write. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
