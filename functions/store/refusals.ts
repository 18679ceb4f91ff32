// What every store refuses before any call: keys, paths, values and messages that Azure Storage cannot hold, or would
// hold differently than given. Both implementations ask here, so that a test in memory fails where Azure would. Each
// refusal is an Error that names the thing and the limit: these are bugs of the caller, never the user's trouble.

import type { RowChange, RowQuery, RowValue, RowValues } from './store';

const MAX_KEY_LENGTH = 512; // 1 KiB as UTF-16 (Azure Tables data model)
const MAX_PATH_LENGTH = 1024; // Azure blob naming rules
const MAX_TEXT_LENGTH = 32_000; // a string property holds 64 KiB of UTF-16; the rest is a margin
const MAX_ROW_BYTES = 1024 * 1024; // one entity
const MAX_TRANSACTION_BYTES = 3.5 * 1024 * 1024; // 4 MiB on the wire, less the batch's own wording
const MAX_VALUES = 252; // 255 properties, three are the service's own
const MAX_MESSAGE_BYTES = 48 * 1024; // 64 KiB after base64
const MAX_DELAY_SECONDS = 7 * 24 * 60 * 60;

const FORBIDDEN_IN_KEYS = /[/\\#?\u0000-\u001f\u007f-\u009f]/;
const FORBIDDEN_IN_PATHS = /[\\#?\u0000-\u001f\u007f-\u009f]/;
const VALUE_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
/** Names the table client translates to the service's own properties. */
const RESERVED_NAMES = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag']);

/** @throws Error where `key` cannot be a partition key or a row key. */
export function requireKey(key: string): void {
  if (key === '') throw new Error('A key is empty: a partition or row key needs at least one character.');
  if (FORBIDDEN_IN_KEYS.test(key)) {
    throw new Error(`Key ${quoted(key)} holds a character that keys cannot hold: / \\ # ? and control characters.`);
  }
  if (key.length > MAX_KEY_LENGTH) {
    throw new Error(`Key ${quoted(key)} is ${key.length} characters long: at most ${MAX_KEY_LENGTH}.`);
  }
}

/** @throws Error where `path` cannot be a blob's path: segments split by single slashes, none of them `.` or `..`. */
export function requirePath(path: string): void {
  if (FORBIDDEN_IN_PATHS.test(path)) {
    throw new Error(`Path ${quoted(path)} holds a character that paths cannot hold: \\ # ? and control characters.`);
  }
  if (path.length > MAX_PATH_LENGTH) {
    throw new Error(`Path ${quoted(path)} is ${path.length} characters long: at most ${MAX_PATH_LENGTH}.`);
  }
  if (path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new Error(`Path ${quoted(path)} has an empty, "." or ".." segment.`);
  }
}

/** @throws Error where a transaction is empty, too large, names a row twice, or holds a refused key or value. */
export function requireChanges(partition: string, changes: readonly RowChange[]): void {
  requireKey(partition);
  if (changes.length < 1 || changes.length > 100) {
    throw new Error(`A transaction holds 1 to 100 changes, not ${changes.length}.`);
  }
  const rows = new Set<string>();
  let bytes = 0;
  for (const change of changes) {
    const row = rowOfChange(change);
    requireKey(row);
    if (rows.has(row)) throw new Error(`Row ${quoted(row)} appears twice in one transaction.`);
    rows.add(row);
    if ('values' in change) bytes += requireValues(row, change.values);
  }
  if (bytes > MAX_TRANSACTION_BYTES)
    throw new Error(`A transaction holds at most 3.5 MiB of values, not ${bytes} bytes.`);
}

/** @throws Error where the query names a partition or a value that no row can have. */
export function requireQuery(query: RowQuery): void {
  if (query.partition !== undefined) requireKey(query.partition);
  requireValues('(query)', query.where ?? {});
}

export function rowOfChange(change: RowChange): string {
  if ('create' in change) return change.create;
  if ('replace' in change) return change.replace;
  if ('upsert' in change) return change.upsert;
  return change.delete;
}

/** The values' size in bytes. */
function requireValues(row: string, values: RowValues): number {
  const entries = Object.entries(values);
  if (entries.length > MAX_VALUES)
    throw new Error(`Row ${quoted(row)} has ${entries.length} values: at most ${MAX_VALUES}.`);
  let bytes = 0;
  for (const [name, value] of entries) {
    if (!VALUE_NAME.test(name) || name.length > 255 || RESERVED_NAMES.has(name.toLowerCase())) {
      throw new Error(
        `Row ${quoted(row)}: ${quoted(name)} cannot name a value (letters, digits, _; no reserved name).`,
      );
    }
    requireValue(`Row ${quoted(row)}, value ${quoted(name)}`, value);
    bytes += 2 * name.length + (typeof value === 'string' ? 2 * value.length : 8);
  }
  if (bytes > MAX_ROW_BYTES) throw new Error(`Row ${quoted(row)} holds ${bytes} bytes: at most 1 MiB.`);
  return bytes;
}

function requireValue(where: string, value: RowValue): void {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT_LENGTH) {
      throw new Error(`${where} is ${value.length} characters long: at most ${MAX_TEXT_LENGTH}.`);
    }
    // A lone surrogate has no UTF-8 form: the service would store something else than was given.
    if (/\p{Surrogate}/u.test(value)) throw new Error(`${where} holds half a character (a lone surrogate).`);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${where} is ${value}: only finite numbers can be stored.`);
  } else if (typeof value !== 'boolean') {
    throw new Error(`${where} is neither text, number nor boolean.`);
  }
}

/** @throws Error where the message is not JSON or larger than 48 KiB. */
export function messageJson(message: unknown): string {
  const json: string | undefined = JSON.stringify(message);
  if (json === undefined) throw new Error('A queue message must be a JSON value.');
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_MESSAGE_BYTES) throw new Error(`A queue message is ${bytes} bytes: at most ${MAX_MESSAGE_BYTES}.`);
  return json;
}

/** @throws Error where the delay is not a whole number of seconds up to seven days. */
export function requireDelay(seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_DELAY_SECONDS) {
    throw new Error(`A message can be delayed by 0 to ${MAX_DELAY_SECONDS} whole seconds, not ${seconds}.`);
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
