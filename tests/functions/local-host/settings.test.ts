// host.json and local.settings.json, as far as the local host listens to them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionOf, expand, findAppFolder, readSettings } from '../../../functions/local-host/settings';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));

test("without files the real host's defaults hold", () => {
  expect(readSettings(folder, {})).toEqual({
    routePrefix: 'api',
    queues: { batchSize: 16, newBatchThreshold: 8, maxDequeueCount: 5, retrySeconds: 0, encoding: 'base64' },
    corsOrigins: [],
    corsCredentials: false,
  });
});

test('what the files say is taken; the rest of them is left alone', () => {
  const queues = { batchSize: 4, maxDequeueCount: 3, visibilityTimeout: '00:01:30', maxPollingInterval: '00:00:02' };
  write('host.json', { version: '2.0', logging: {}, extensions: { http: { routePrefix: '/v1/' }, queues } });
  write('local.settings.json', { IsEncrypted: false, Host: { CORS: 'https://localhost:3000, https://b' } });
  expect(readSettings(folder, {})).toMatchObject({
    routePrefix: 'v1',
    queues: { batchSize: 4, newBatchThreshold: 2, maxDequeueCount: 3, retrySeconds: 90 },
    corsOrigins: ['https://localhost:3000', 'https://b'],
  });
});

test('Values fill the environment and override nothing', () => {
  write('local.settings.json', { Values: { A: 'file', B: 'file' } });
  const environment: Record<string, string> = { A: 'environment' };
  readSettings(folder, environment);
  expect(environment).toEqual({ A: 'environment', B: 'file' });
});

test('a wrong value is an error that names the file and the place', () => {
  write('host.json', { extensions: { queues: { batchSize: 33 } } });
  expect(() => readSettings(folder, {})).toThrow(/host\.json: [\s\S]*batchSize/);
});

test("the app's folder is the nearest above the bundle with a host.json", () => {
  mkdirSync(join(folder, 'dist'));
  const bundle = join(folder, 'dist', 'functions.cjs');
  write('host.json', {});
  expect(findAppFolder(bundle)).toBe(folder);
  write('dist/host.json', {});
  expect(findAppFolder(bundle)).toBe(join(folder, 'dist'));
});

test('%NAME% is the setting of that name', () => {
  expect(expand('%WHEN% *', { WHEN: '0 0' })).toBe('0 0 *');
  expect(() => expand('%WHEN%', {})).toThrow('WHEN');
});

test("a connection is a setting, or the emulator's", () => {
  expect(connectionOf('Storage', { Storage: 'a', AzureWebJobsStorage: 'b' })).toBe('a');
  expect(connectionOf('Storage', { AzureWebJobsStorage: 'b' })).toBe('b');
  expect(connectionOf(undefined, { AzureWebJobsStorage: 'b' })).toBe('b');
  expect(() => connectionOf('Storage', {})).toThrow('AzureWebJobsStorage');
});
