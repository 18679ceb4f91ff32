// The local host from outside: a bundled app, the bundled host, a child process, the emulator, and real http.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../../functions/local-host/emulator';
import { openAzureStore } from '../../../functions/store/azure-store';
import type { Store } from '../../../functions/store/store';
import { runNode } from '../../setup/tools';
import { until } from '../../setup/until';
import { buildInto, endAll, type HostProcess, startHostProcess, writeJson } from './host-process';

let folder: string;
let emulator: Emulator;
let store: Store;
let host: HostProcess;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-host-'));
  await buildInto(join(folder, 'dist'), { file: join(__dirname, 'sample-app.ts') });
  writeJson(folder, 'host.json', { version: '2.0', extensions: { queues: { maxDequeueCount: 3, batchSize: 4 } } });
  writeJson(folder, 'local.settings.json', {
    Values: { GREETING: 'xin chào', WORK_QUEUE: 'submissions' },
    Host: { CORS: 'https://localhost:3000' },
  });
  emulator = await startEmulator();
  environment = { AzureWebJobsStorage: emulator.connectionString };
  store = openAzureStore(emulator);
  await store.prepare();
  host = await startHostProcess(join(folder, 'dist/host.cjs'), environment);
});

afterAll(async () => {
  await endAll();
  await emulator?.stop();
  rmSync(folder, { recursive: true });
});

const call = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

interface Seen {
  echoes: number;
  messages: { message: unknown; tries: number }[];
  timers: unknown[];
  greeting: string;
}

const seen = async (): Promise<Seen> => (await call('/api/seen')).json();

describe('http', () => {
  test.each(['application/octet-stream', 'text/plain; charset=utf-8', 'application/json'])(
    'a body of any bytes as %s comes and goes unchanged',
    async (type) => {
      const body = randomBytes(300_000);
      const answer = await call('/api/echo?q=1&q=2', { method: 'POST', body, headers: { 'content-type': type } });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('x-query')).toBe('1,2');
      expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), body)).toBe(0);
    },
  );

  test('a chunked body arrives whole', async () => {
    const parts = [randomBytes(1000), randomBytes(70_000)];
    const body = new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    const answer = await call('/api/echo', { method: 'PUT', body, duplex: 'half' } as RequestInit);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.concat(parts))).toBe(0);
  });

  test('route parameters are decoded, the optional one may be missing', async () => {
    expect(await (await call('/api/units/S%E1%BB%9F%20GD/files/a.xlsx')).json()).toMatchObject({
      unit: 'Sở GD',
      name: 'a.xlsx',
    });
    const without = await (await call('/API/units/u1/files')).json();
    expect(without).toEqual({ unit: 'u1', url: `${host.url}/API/units/u1/files` });
  });

  test('the more literal route wins', async () => {
    expect(await (await call('/api/units/all/files')).text()).toBe('all');
  });

  test('a handler that throws is 500, one that returns nothing 204', async () => {
    expect((await call('/api/boom')).status).toBe(500);
    await host.said('boom, as asked');
    expect((await call('/api/nothing')).status).toBe(204);
  });

  test('no such route and a wrong method are 404', async () => {
    expect((await call('/api/nowhere')).status).toBe(404);
    expect((await call('/echo', { method: 'POST' })).status).toBe(404);
    expect((await call('/api/echo', { method: 'DELETE' })).status).toBe(404);
    expect((await call('/api/seen', { method: 'HEAD' })).status).toBe(404);
  });

  test('a body over 100 MB is 413', async () => {
    const answer = await exchange(
      'POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\n',
      'HTTP/1.1',
    );
    expect(answer).toContain('413 Payload Too Large');
  });

  test('an upload that breaks off does not reach the function', async () => {
    const { echoes } = await seen();
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(host.url).port), '127.0.0.1', () => {
        socket.write('POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nten bytes!', () =>
          socket.destroy(),
        );
      });
      socket.once('close', () => resolve());
    });
    await call('/api/echo', { method: 'POST', body: 'whole' });
    expect((await seen()).echoes).toBe(echoes + 1);
  });

  test('only the loopback address of this machine is served', async () => {
    const port = Number(new URL(host.url).port);
    const refused = new Promise((resolve) =>
      connect(port, '127.0.0.2').once('error', resolve).once('connect', resolve),
    );
    expect(await refused).toHaveProperty('code', 'ECONNREFUSED');
  });

  test('browsers of an allowed origin may call, others not', async () => {
    const preflight = (origin: string) =>
      call('/api/echo', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      });
    const allowed = await preflight('https://localhost:3000');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://localhost:3000');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization');
    expect((await preflight('https://elsewhere')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await call('/api/seen', { headers: { origin: 'https://localhost:3000' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://localhost:3000');
  });
});

describe('queue', () => {
  const triesOf = async (name: string) =>
    (await seen()).messages
      .filter(({ message }) => (message as { name: string }).name === name)
      .map(({ tries }) => tries);

  test('a message is tried again until its function succeeds', async () => {
    await store.queues.send('submissions', { name: 'báo cáo', failures: 2 });
    await until(
      async () => (await triesOf('báo cáo')).length === 3 && (await store.queues.length('submissions')) === 0,
      'Tried three times, and gone',
      50,
    );
    expect(await triesOf('báo cáo')).toEqual([1, 2, 3]);
    expect(await store.queues.length('submissions-poison')).toBe(0);
  });

  test('a message that always fails goes to the poison queue', async () => {
    await store.queues.send('submissions', { name: 'poison', failures: 99 });
    await until(async () => (await store.queues.length('submissions-poison')) === 1, 'In the poison queue', 50);
    expect(await triesOf('poison')).toEqual([1, 2, 3]);
    await until(async () => (await store.queues.length('submissions')) === 0, 'All gone', 50);
  });

  test('many messages are all done, each once', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `m${i}`);
    await Promise.all(names.map((name) => store.queues.send('submissions', { name })));
    await until(async () => (await store.queues.length('submissions')) === 0, 'All gone', 50);
    for (const name of names) expect(await triesOf(name)).toEqual([1]);
  });
});

describe('admin', () => {
  const post = (name: string, body: unknown, headers = {}) =>
    call(`/admin/functions/${name}`, { method: 'POST', body: JSON.stringify(body), headers });

  test('a timer runs when asked', async () => {
    expect((await post('nightly', {})).status).toBe(202);
    await until(async () => (await seen()).timers.length > 0, 'The timer has run');
    expect((await seen()).timers).toEqual([expect.objectContaining({ isPastDue: false })]);
  });

  test('a queue function runs when asked, with the message given', async () => {
    expect((await post('WORK', { input: '{"name":"by hand"}' })).status).toBe(202);
    await until(
      async () => (await seen()).messages.some(({ message }) => (message as { name: string }).name === 'by hand'),
      'The message has come',
    );
  });

  test('what cannot be run is refused', async () => {
    expect((await post('nobody', {})).status).toBe(404);
    expect((await post('echo', {})).status).toBe(400);
    expect((await post('work', {})).status).toBe(400);
    expect((await post('nightly', {}, { origin: 'https://elsewhere' })).status).toBe(403);
  });

  test('the functions are listed, also without running them', async () => {
    const table = await (await call('/admin/functions')).json();
    expect(table).toEqual([
      { name: 'allFiles', trigger: 'http', route: 'units/all/files', methods: ['GET'], authLevel: 'anonymous' },
      { name: 'boom', trigger: 'http', route: 'boom', methods: ['GET', 'POST'], authLevel: 'anonymous' },
      { name: 'echo', trigger: 'http', route: 'echo', methods: ['POST', 'PUT'], authLevel: 'anonymous' },
      { name: 'file', trigger: 'http', route: 'units/{unit}/files/{name?}', methods: ['GET'], authLevel: 'anonymous' },
      { name: 'never', trigger: 'eventGrid' },
      { name: 'nightly', trigger: 'timer', schedule: '0 0 3 1 Jan *' },
      { name: 'nothing', trigger: 'http', route: 'nothing', methods: ['GET', 'POST'], authLevel: 'anonymous' },
      { name: 'seen', trigger: 'http', route: 'seen', methods: ['GET'], authLevel: 'anonymous' },
      { name: 'slow', trigger: 'http', route: 'slow', methods: ['GET', 'POST'], authLevel: 'anonymous' },
      { name: 'work', trigger: 'queue', queue: '%WORK_QUEUE%' },
    ]);
    expect(JSON.parse(await runNode(join(folder, 'dist/host.cjs'), '--functions'))).toEqual(table);
  });
});

test('local settings reach the app, and what is not run is said loudly', async () => {
  expect((await seen()).greeting).toBe('xin chào');
  expect(host.output()).toContain('THE TRIGGER "eventGrid" OF never IS NOT RUN');
});

test('closing waits for the request in flight', async () => {
  const other = await startHostProcess(join(folder, 'dist/host.cjs'), environment);
  const slow = fetch(`${other.url}/api/slow`);
  await other.said('slow has begun');
  const code = other.end();
  expect(await (await slow).text()).toBe('slow but whole');
  expect(await code).toBe(0);
});

test('a message in work when the host is killed comes back to the next host', async () => {
  const program = join(folder, 'dist/restart-soon.cjs');
  // A queue of its own: the host of the other tests must not take the message.
  const first = await startHostProcess(program, { ...environment, WORK_QUEUE: 'masters' });
  await store.queues.send('masters', { name: 'survivor', hang: 1 });
  const seenBy = async (url: string): Promise<Seen> => (await fetch(`${url}/api/seen`)).json();
  await until(async () => (await seenBy(first.url)).messages.length === 1, 'Taken by the first');
  expect(await first.end('SIGKILL')).toBeNull();

  const second = await startHostProcess(program, { ...environment, WORK_QUEUE: 'masters' });
  await until(async () => (await store.queues.length('masters')) === 0, 'Done by the second', 50);
  const [again] = (await seenBy(second.url)).messages;
  expect(again?.message).toEqual({ name: 'survivor', hang: 1 });
  expect(again?.tries).toBeGreaterThan(1);
});

test.each([
  [
    'a name used twice',
    `const { app } = require('@azure/functions');
     app.http('one', { handler: () => {} });
     app.http('One', { route: 'other', handler: () => {} });`,
    'has already been registered',
  ],
  [
    'two functions for the same requests',
    `const { app } = require('@azure/functions');
     app.http('one', { route: 'a/{x}', methods: ['GET'], handler: () => {} });
     app.http('two', { route: 'a/{y}', methods: ['GET', 'PUT'], handler: () => {} });`,
    'answer the same requests',
  ],
  ['no functions', `require('@azure/functions');`, 'No functions found'],
  [
    'a schedule that is none',
    `require('@azure/functions').app.timer('t', { schedule: 'daily', handler: () => {} });`,
    'CronPattern',
  ],
])('an app with %s does not start', async (name, text, message) => {
  const bad = join(folder, name.replaceAll(' ', '-'));
  await buildInto(bad, { text });
  await expect(startHostProcess(join(bad, 'host.cjs'), environment)).rejects.toThrow(message);
});

/** Sends raw text and gives what came back, once it holds `wanted`. */
function exchange(text: string, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      got += chunk;
      if (!got.includes(wanted)) return;
      socket.destroy();
      resolve(got);
    });
    socket.on('error', reject);
  });
}
