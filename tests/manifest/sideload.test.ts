// The scripts that bring the add-in into somebody's Excel, run as a person runs them.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { xmlTree } from './xml-tree';

const SCRIPTS = resolve(__dirname, '../../addin/sideload');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sideload-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): { code: number | null; said: string } {
  const done = spawnSync(process.execPath, [join(SCRIPTS, script), ...args], {
    encoding: 'utf8',
    // No certificates of whoever runs the tests.
    env: { ...process.env, HOME: folder, USERPROFILE: folder },
  });
  return { code: done.status, said: done.stdout + done.stderr };
}

describe('manifest-for', () => {
  test.each([
    ['https://bao-cao.example.vn', 'https://bao-cao.example.vn/pane'],
    ['https://example.vn/khoa-giao/', 'https://example.vn/khoa-giao/pane'],
  ])('writes %s everywhere', (url, pane) => {
    const out = join(folder, 'deep/manifest.xml');
    expect(run('manifest-for.mjs', '--url', url, '--out', out)).toEqual({ code: 0, said: `${out}\n` });
    const written = readFileSync(out, 'utf8');
    expect(written).not.toContain('"https://localhost');
    expect(written).toContain(`<SourceLocation DefaultValue="${pane}">`);
    expect(xmlTree(written).name).toBe('OfficeApp');
  });

  test.each([
    ['http://bao-cao.example.vn', 'https'],
    ['bao-cao.example.vn', 'no address'],
    ['https://example.vn/?a=1', 'its path only'],
  ])('refuses %s', (url, says) => {
    const { code, said } = run('manifest-for.mjs', '--url', url, '--out', join(folder, 'm.xml'));
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
  });
});

describe('sideload', () => {
  const MANIFEST = resolve(__dirname, '../../manifest.xml');
  /** As its own program, on another platform than this one. */
  function sideload(platform: string, more: { remove?: boolean; manifest?: string; code?: number } = {}) {
    const { remove = false, manifest = MANIFEST, code = 0 } = more;
    const program = `import { sideload } from ${JSON.stringify(join(SCRIPTS, 'sideload.mjs'))};
      const run = (command, args) => (console.log(command, ...args), ${code});
      const where = { remove: ${remove}, platform: '${platform}', home: ${JSON.stringify(folder)}, run };
      try { console.log(await sideload(${JSON.stringify(manifest)}, where)); } catch (error) { console.log('refused:', error.message); }`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stdout;
  }

  test('Windows: through Microsoft’s own tool, which is told what it failed at', () => {
    expect(sideload('win32')).toMatch(
      /^npx --yes office-addin-dev-settings@[\d.]+ sideload \S+manifest\.xml desktop\n/,
    );
    expect(sideload('win32', { remove: true })).toMatch(/ unregister \S+manifest\.xml\n[\s\S]*was taken out/);
    expect(sideload('win32', { code: 1 })).toMatch(/refused: npx --yes .* 1\n/);
  });

  test('Mac: the manifest lies in Excel’s folder, and is taken out again', () => {
    expect(sideload('darwin')).toContain('There is no Excel for Mac');
    const documents = join(folder, 'Library/Containers/com.microsoft.Excel/Data/Documents');
    mkdirSync(documents, { recursive: true });
    const id = /<Id>(.*)<\/Id>/.exec(readFileSync(MANIFEST, 'utf8'))![1];
    expect(sideload('darwin')).toContain('five buttons');
    expect(readdirSync(join(documents, 'wef'))).toEqual([`${id}.manifest.xml`]);
    expect(sideload('darwin', { remove: true })).toContain('was taken out');
    expect(readdirSync(join(documents, 'wef'))).toEqual([]);
  });

  test('elsewhere: how it is done by hand', () => {
    expect(sideload('linux')).toContain('Upload My Add-in');
  });

  test('a file that is no manifest is refused before anything is done', () => {
    const broken = join(folder, 'broken.xml');
    writeFileSync(broken, '<OfficeApp>');
    expect(sideload('win32', { manifest: broken })).toMatch(/^refused: /);
    expect(run('sideload.mjs', '--manifest', join(folder, 'none.xml'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no such file'),
    });
  });
});

describe('serve-https', () => {
  let centre: Server;
  let running: ChildProcess | undefined;
  beforeAll(async () => {
    centre = createServer((request, response) => {
      response.setHeader('x-seen', `${request.method} ${request.url} ${request.headers['accept-language']}`);
      request.pipe(response);
    });
    await new Promise<void>((done) => centre.listen(0, '127.0.0.1', done));
    const generate = `import c from 'office-addin-dev-certs'; await c.generateCertificates(...process.argv.slice(1), 30, ['localhost','127.0.0.1']);`;
    const files = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
    const made = spawnSync(process.execPath, ['--input-type=module', '-e', generate, ...files], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
  });
  afterAll(() => {
    running?.kill();
    centre.close();
  });

  test('says what to do where there are no certificates', () => {
    const { code, said } = run('serve-https.mjs');
    expect([code, said]).toEqual([1, expect.stringContaining('npm run certs')]);
  });

  test('says so where the port is taken', () => {
    const { port } = centre.address() as AddressInfo;
    const { code, said } = run('serve-https.mjs', '--certificates', folder, '--port', String(port));
    expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
  });

  test('passes requests on over a certificate that holds for localhost', async () => {
    const target = `http://127.0.0.1:${(centre.address() as AddressInfo).port}`;
    const args = [join(SCRIPTS, 'serve-https.mjs'), '--certificates', folder, '--port', '0', '--target', target];
    running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((done) => running!.stdout!.once('data', (data) => done(String(data))));
    const port = /localhost:(\d+)/.exec(said)?.[1];
    const ca = readFileSync(join(folder, 'ca.crt'));
    const ask = (path: string): Promise<IncomingMessage> =>
      new Promise((done, fail) =>
        get(
          { host: '127.0.0.1', servername: 'localhost', port, path, ca, headers: { 'accept-language': 'vi' } },
          done,
        ).on('error', fail),
      );
    const answer = await ask('/pane?x=1');
    answer.resume();
    expect([answer.statusCode, answer.headers['x-seen']]).toEqual([200, 'GET /pane?x=1 vi']);
    await new Promise<void>((done) => {
      centre.close(() => done());
      centre.closeAllConnections();
    });
    const away = await ask('/pane');
    away.resume();
    expect(away.statusCode).toBe(502);
  });
});
