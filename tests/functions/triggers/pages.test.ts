// The pages over HTTP, from a copy of the bundle with a folder `web` of its own beside it.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Emulator, startEmulator } from '../../../functions/local-host/emulator';
import { type HostProcess, startHostProcess } from '../local-host/host-process';

const ROOT = resolve(__dirname, '../../..');
let folder: string;
let emulator: Emulator;
let host: HostProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const file of ['host.json', 'dist/host.cjs', 'dist/functions.cjs'])
    cpSync(join(ROOT, file), join(folder, file.replace('dist/', '')));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  cpSync(join(ROOT, 'dist/web/assets/icons'), join(folder, 'web/assets/icons'), { recursive: true });
  writeFileSync(join(folder, 'web/pane.html'), '<!doctype html><title>Khoa giáo</title>');
  emulator = await startEmulator();
  host = await startHostProcess(join(folder, 'host.cjs'), {
    AzureWebJobsStorage: emulator.connectionString,
    AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
  });
});
afterAll(async () => {
  await host.end();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The path as it is: `fetch` would tidy it. */
function statusOf(path: string): Promise<number> {
  return new Promise((done, fail) => {
    request(`${host.url}/`, { path }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    })
      .on('error', fail)
      .end();
  });
}

test('the pane may load Office.js and be shown in a frame', async () => {
  const answer = await fetch(`${host.url}/pane`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Khoa giáo');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('x-frame-options')).toBeNull();
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; connect-src 'self'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'; manifest-src 'self'; worker-src 'self'",
  );
  const etag = answer.headers.get('etag')!;
  expect((await fetch(`${host.url}/pane`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('the upload page: not built is said plainly; built it loads only its own and is in no frame', async () => {
  const missing = await fetch(`${host.url}/nop`);
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(await missing.text()).toContain('npm run build');
  writeFileSync(join(folder, 'web/nop.html'), '<!doctype html>');
  const built = await fetch(`${host.url}/nop`);
  expect(built.status).toBe(200);
  const policy = built.headers.get('content-security-policy')!;
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('assets in folders; the API beside them', async () => {
  const icon = await fetch(`${host.url}/assets/icons/app-16.png`);
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await icon.arrayBuffer())).toEqual(readFileSync(join(folder, 'web/assets/icons/app-16.png')));
  expect((await fetch(`${host.url}/api/health`)).status).toBe(200);
  expect((await fetch(`${host.url}/health`)).status).toBe(404);
});

test.each(['/pane', '/assets/icons/app-16.png', '/assets/icons/none.png'])(
  'HEAD %s: as GET, without the body',
  async (path) => {
    const [got, head] = [await fetch(`${host.url}${path}`), await fetch(`${host.url}${path}`, { method: 'HEAD' })];
    expect((await got.arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([got.status, 0]);
    const told = ({ headers }: Response) =>
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(?:date|content-length|connection|keep-alive)$/.test(name)),
      );
    expect(told(head)).toEqual(told(got));
    expect(head.headers.get('content-length')).toBeNull();
    const unchanged = { method: 'HEAD', headers: { 'if-none-match': got.headers.get('etag') ?? '' } };
    if (got.ok) expect((await fetch(`${host.url}${path}`, unchanged)).status).toBe(304);
    expect((await fetch(`${host.url}${path}`, { method: 'POST' })).status).toBe(404);
  },
);

test('every icon that the manifest names comes with no word on keeping it, which Office asks for', async () => {
  const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
  const paths = new Set(Array.from(manifest.matchAll(/"https:\/\/[^/"]+(\/[^"]+\.png)"/g), ([, path]) => path!));
  expect(paths.size).toBeGreaterThan(40);
  for (const path of paths) {
    const icon = await fetch(`${host.url}${path}`);
    const [etag, kept] = ['etag', 'cache-control'].map((name) => icon.headers.get(name));
    expect([path, icon.status, kept, etag]).toEqual([path, 200, null, expect.stringMatching(/^"[0-9a-f]+"$/)]);
    const again = await fetch(`${host.url}${path}`, { headers: { 'if-none-match': etag! } });
    expect([path, again.status, again.headers.get('cache-control')]).toEqual([path, 304, null]);
  }
});

test.each([
  '/assets/',
  '/assets',
  '/assets/../host.json',
  '/assets/%2e%2e/pane.html',
  '/assets/..%2fpane.html',
  '/assets/..%5cpane.html',
  '/assets/icons/app-16.png%00',
  '/assets//icons/app-16.png',
  '/assets/%2fetc%2fhosts.js',
  '/web/pane.html',
])('%s is nothing', async (path) => {
  expect(await statusOf(path)).toBe(404);
});
