// What the store makes of a bad network. The Azure SDK reports a conflict for our own write when the answer was lost and
// its retry met what the first try had written; and it waits without end for a server that never answers.

import { randomBytes } from 'node:crypto';
import { type Emulator, startEmulator } from '../../../functions/local-host/emulator';
import { openAzureStore } from '../../../functions/store/azure-store';
import { type Store, StoreUnavailable } from '../../../functions/store/store';
import { type ChaosProxy, startChaosProxy } from './chaos-proxy';

let emulator: Emulator;
let blobs: ChaosProxy;
let tables: ChaosProxy;
let direct: Store;
let store: Store;

beforeAll(async () => {
  emulator = await startEmulator();
  const portOf = (service: string) =>
    Number(new RegExp(`${service}Endpoint=[^;]*:(\\d+)/`).exec(emulator.connectionString)?.[1]);
  blobs = await startChaosProxy(portOf('Blob'));
  tables = await startChaosProxy(portOf('Table'));
  const connectionString = emulator.connectionString
    .replace(`:${portOf('Blob')}/`, `:${blobs.port}/`)
    .replace(`:${portOf('Table')}/`, `:${tables.port}/`);
  direct = openAzureStore({ connectionString: emulator.connectionString });
  store = openAzureStore({ connectionString, boundMs: 3_000 });
  await direct.prepare();
});

afterAll(async () => {
  await blobs.close();
  await tables.close();
  await emulator.stop();
});

afterEach(() => {
  expect([...blobs.faults, ...tables.faults]).toEqual([]);
});

async function text(path: string): Promise<string> {
  return Buffer.from((await direct.blobs.get(path))?.bytes ?? []).toString();
}

test('a blob that was written before the connection broke is created', async () => {
  blobs.faults.push('reset-after');
  expect(await store.blobs.create('lost/answer', Buffer.from('ours'), 'text/plain')).toBe('created');
  expect(await text('lost/answer')).toBe('ours');
});

test('a blob of somebody else is not taken for ours', async () => {
  await direct.blobs.create('lost/other', Buffer.from('theirs'), 'text/plain');
  blobs.faults.push('reset-after');
  expect(await store.blobs.create('lost/other', Buffer.from('ours'), 'text/plain')).toBe('exists');
  expect(await text('lost/other')).toBe('theirs');
});

test('a connection that breaks before the request, or a busy service, costs a retry', async () => {
  blobs.faults.push('reset-before', 'busy');
  expect(await store.blobs.create('lost/request', Buffer.from('ours'), 'text/plain')).toBe('created');
  expect(await text('lost/request')).toBe('ours');
});

test('a download that breaks off is whole in the end', async () => {
  const bytes = new Uint8Array(randomBytes(300_000));
  await direct.blobs.create('half', bytes, 'application/octet-stream');
  blobs.faults.push('half-answer');
  expect(Buffer.compare((await store.blobs.get('half'))?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
});

test('a transaction whose answer was lost is a conflict, and its rows are there', async () => {
  tables.faults.push('reset-after');
  expect(await store.rows.transact('p', [{ create: 'k', values: { by: 'us' } }])).toBe('conflict');
  expect((await direct.rows.get('p', 'k'))?.values).toEqual({ by: 'us' });
});

test('a server that never answers is unavailable, not waited for', async () => {
  blobs.faults.push('silence');
  const blob = store.blobs.create('silent', Buffer.from('x'), 'text/plain');
  await expect(blob).rejects.toThrow(StoreUnavailable);
  await expect(blob).rejects.toThrow('no answer within 3000 ms');
  tables.faults.push('silence');
  await expect(store.rows.transact('p', [{ create: 'silent', values: {} }])).rejects.toThrow(StoreUnavailable);
  tables.faults.push('silence');
  await expect(store.rows.query({ partition: 'p' })[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
});

test('a service that stays busy is unavailable after few tries, and says why', async () => {
  const before = blobs.seen();
  blobs.faults.push('busy', 'busy', 'busy');
  const answer = store.blobs.has('busy');
  await expect(answer).rejects.toThrow(StoreUnavailable);
  await expect(answer).rejects.toHaveProperty('cause.statusCode', 503);
  expect(blobs.seen() - before).toBe(3);
});

test('nobody listening is unavailable', async () => {
  const connectionString = emulator.connectionString.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:1');
  const nobody = openAzureStore({ connectionString, boundMs: 3_000 });
  await expect(nobody.prepare()).rejects.toThrow(StoreUnavailable);
});
