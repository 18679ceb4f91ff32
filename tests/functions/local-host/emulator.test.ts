// The emulator keeps what it acknowledged over a polite stop, and says why where it cannot start.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../../functions/local-host/emulator';
import { openAzureStore } from '../../../functions/store/azure-store';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('with a location everything is there after a restart', async () => {
  const location = join(folder, 'data');
  const first = await startEmulator({ location });
  const before = openAzureStore(first);
  await before.prepare();
  await before.blobs.create('a/b', Buffer.from('giữ lại'), 'text/plain');
  await before.rows.transact('p', [{ create: 'r', values: { n: 1 } }]);
  await before.queues.send('masters', { n: 1 });
  await first.stop();

  const second = await startEmulator({ location });
  const after = openAzureStore(second);
  expect(Buffer.from((await after.blobs.get('a/b'))?.bytes ?? []).toString()).toBe('giữ lại');
  expect((await after.rows.get('p', 'r'))?.values).toEqual({ n: 1 });
  expect(await after.queues.length('masters')).toBe(1);
  await second.stop();
});

test('a location that is a file is an error, not a wait', async () => {
  const location = join(folder, 'file');
  writeFileSync(location, '');
  await expect(startEmulator({ location })).rejects.toThrow();
});
