// Puts any screen of the pane and the upload page in front of a test, without walking the whole way to it: serves a page of its
// own (screens-page.ts) with the built style sheet and the real Content-Security-Policy. The product has no seam for this.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { Language } from '../../addin/words/word-list';
import { pageAnswer } from '../../functions/pages/page-answer';
import { webFiles } from '../../functions/pages/web-files';
import { asSlowAsAsked } from '../excel-host/page/chromium';
import { screensData } from './screens-data';
import type { ScreenName } from './screens-list';

/** From `tests/addin`, and from `dist/screenshots`. */
const ROOT = resolve(__dirname, '../..');

export interface Stage {
  /** Opens the stage in a page. */
  open(page: Page): Promise<void>;
  close(): Promise<void>;
}

export async function serveScreens(): Promise<Stage> {
  const [data, scripts, html] = await Promise.all([screensData(), bundled(), stageHtml()]);
  const find = webFiles(resolve(ROOT, 'dist/web'));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://stage').pathname;
    const made = data.get(path) ?? scripts.get(path);
    if (made !== undefined) {
      const type = path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(made);
      return;
    }
    const file = path === '/' ? { ...html.file, bytes: html.text } : await find(path.slice(1));
    if (!file) return void response.writeHead(404).end();
    const answer = pageAnswer(file as typeof html.file, 'pane', { acceptEncoding: null, ifNoneMatch: null });
    response.writeHead(answer.status, { ...answer.headers }).end(file.bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async open(page) {
      await asSlowAsAsked(page);
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForFunction(() => 'stage' in window);
    },
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
}

export async function showScreen(page: Page, name: ScreenName, language: Language): Promise<void> {
  await page.evaluate((...shown) => window.stage.show(...shown), name, language);
}

/** The pane's own page, with another script in place of its own and without Office. */
async function stageHtml() {
  const file = (await webFiles(resolve(ROOT, 'dist/web'))('pane.html'))!;
  const text = Buffer.from(file.bytes)
    .toString('utf8')
    .replace(/<script[^>]*office\.js[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '')
    .replace(/src="\/assets\/pane-[^"]+"/, 'src="/screens-page.js"');
  return { file, text };
}

async function bundled(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/addin/screens-page.ts'],
    outdir: 'screens',
    bundle: true,
    splitting: true,
    format: 'esm',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}
