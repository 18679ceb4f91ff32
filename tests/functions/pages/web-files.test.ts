// The pages' folder: what is in it comes, nothing else ever does, whatever is asked for.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { acceptsGzip, matches, pageAnswer } from '../../../functions/pages/page-answer';
import { type FindWebFile, webFiles } from '../../../functions/pages/web-files';

let root: string;
let find: FindWebFile;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'web-'));
  const web = join(root, 'web');
  mkdirSync(join(web, 'assets/icons'), { recursive: true });
  writeFileSync(join(root, 'secret.js'), 'secret');
  writeFileSync(join(web, 'pane.html'), '<!doctype html>');
  writeFileSync(join(web, 'assets/pane-AB12CD34.js'), 'let a = 1;'.repeat(100));
  writeFileSync(join(web, 'assets/icons/app-16.png'), Buffer.from([0x89, 0x50]));
  writeFileSync(join(web, 'assets/.hidden.js'), 'hidden');
  writeFileSync(join(web, 'assets/notes.txt'), 'notes');
  mkdirSync(join(web, 'assets/folder.js'));
  symlinkSync(join(root, 'secret.js'), join(web, 'assets/link.js'));
  find = webFiles(web);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NONE = { acceptEncoding: null, ifNoneMatch: null };

test.each([
  ['pane.html', 'text/html; charset=utf-8'],
  ['assets/pane-AB12CD34.js', 'text/javascript; charset=utf-8'],
  ['assets/icons/app-16.png', 'image/png'],
])('%s is there', async (path, type) => {
  expect(await find(path)).toMatchObject({ type, hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
});

test.each([
  '',
  'assets',
  'assets/',
  '/pane.html',
  '../secret.js',
  'assets/../../secret.js',
  'assets/..%2f..%2fsecret.js',
  'assets/%2e%2e/%2e%2e/secret.js',
  'assets/..\\..\\secret.js',
  'assets\\pane-AB12CD34.js',
  'assets//pane-AB12CD34.js',
  'assets/./pane-AB12CD34.js',
  'assets/pane-AB12CD34.js\0',
  'assets/pane\0.js',
  'C:/web/pane.html',
  'assets/.hidden.js',
  'assets/notes.txt',
  'assets/folder.js',
  'assets/link.js',
  'assets/nothing.js',
  'pane.html/x.js',
  `assets/${'a/'.repeat(20)}x.js`,
  `assets/${'a'.repeat(300)}.js`,
])('%j is not', async (path) => {
  expect(await find(path)).toBeUndefined();
});

test('a folder that was not built has nothing', async () => {
  expect(await webFiles(join(root, 'absent'))('pane.html')).toBeUndefined();
});

test('what was built again is read again', async () => {
  const path = join(root, 'web/assets/changed.css');
  writeFileSync(path, 'a{}');
  const first = await find('assets/changed.css');
  writeFileSync(path, 'a{color:red}');
  const second = await find('assets/changed.css');
  expect(Buffer.from(second!.bytes).toString()).toBe('a{color:red}');
  expect(second!.hash).not.toBe(first!.hash);
});

test('text is sent small to whom takes it, an image as it is', async () => {
  const script = (await find('assets/pane-AB12CD34.js'))!;
  const small = pageAnswer(script, 'asset', { ...NONE, acceptEncoding: 'br, gzip' });
  expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(small.body!).toString()).toBe('let a = 1;'.repeat(100));
  const plain = pageAnswer(script, 'asset', NONE);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers.etag).not.toBe(small.headers.etag);
  const icon = pageAnswer((await find('assets/icons/app-16.png'))!, 'asset', { ...NONE, acceptEncoding: 'gzip' });
  expect(icon.headers['content-encoding']).toBeUndefined();
});

test.each(['gzip', 'GZIP;q=0.5', '*', 'br;q=0, *;q=0.1', '*;q=0, gzip', 'identity, gzip;q=1'])(
  '"%s" takes gzip',
  (said) => expect(acceptsGzip(said)).toBe(true),
);
test.each(['gzip;q=0', 'br', '', 'gzip;q=0, *', '*, gzip; q=0.000', '*;q=0', 'identity;q=1, *;q=0'])(
  '"%s" does not',
  (said) => expect(acceptsGzip(said)).toBe(false),
);

test('a name with a hash is kept for a year, an icon as long as Office likes, any other asked about each time', async () => {
  const script = pageAnswer((await find('assets/pane-AB12CD34.js'))!, 'asset', NONE);
  const page = pageAnswer((await find('pane.html'))!, 'pane', NONE);
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(page.headers['cache-control']).toBe('no-cache');
  const icon = pageAnswer((await find('assets/icons/app-16.png'))!, 'asset', NONE);
  expect(Object.keys(icon.headers)).not.toContain('cache-control');
  const again = pageAnswer((await find('pane.html'))!, 'pane', { ...NONE, ifNoneMatch: page.headers.etag! });
  expect(again).toMatchObject({ status: 304 });
  expect(again.body).toBeUndefined();
  expect([matches('"a", W/"b"', '"b"'), matches('*', '"b"'), matches('"a"', '"b"')]).toEqual([true, true, false]);
});
