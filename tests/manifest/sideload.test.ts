// The scripts that bring the add-in into somebody's Excel, run as a person runs them.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
    expect([code, said]).toEqual([1, expect.stringContaining('npx office-addin-dev-certs install')]);
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
