// The upload page for a test: the real centre over HTTP, in Chromium, with files that lie in a folder of their own. What a person
// does is said by the words on the screen.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { asSlowAsAsked } from '../excel-host/page/chromium';
import type { RunningCentre } from '../setup/running-centre';
import { screenOf, type TestScreen } from './test-screen';

export interface OpenNop extends TestScreen {
  readonly page: Page;
  readonly errors: readonly string[];
  /** By the page's own field. */
  choose(path: string): Promise<void>;
  /** Every line of the lists, opened: `R104 ChiTieu!D16`. */
  listed(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openNop(browser: Browser, centre: RunningCentre): Promise<OpenNop> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await asSlowAsAsked(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && /Content.Security.Policy/i.test(line.text())) errors.push(line.text());
  });
  await page.goto(`${centre.host.url}/nop`, { waitUntil: 'load' });
  return {
    page,
    errors,
    ...screenOf(page),
    async choose(path) {
      const field = (await page.waitForSelector(
        'input[type=file]',
      )) as import('puppeteer-core').ElementHandle<HTMLInputElement>;
      await field.uploadFile(path);
    },
    async listed() {
      for (;;) {
        const pressed = await page.evaluate(() => {
          const more = document.querySelector<HTMLElement>('.violations + button');
          more?.click();
          return more !== null;
        });
        if (!pressed) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return page.$$eval('details:not(.notices) > .violations li', (lines) =>
        lines.map((line) => {
          const words = (selector: string): string => line.querySelector(selector)?.textContent ?? '';
          return `${words('.rule')} ${words('.place span')}`;
        }),
      );
    },
    close: () => context.close(),
  };
}

/** Files as they lie on somebody's disk. */
export function aFolder(): {
  readonly path: string;
  put(name: string, bytes: Uint8Array | string): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'nop-'));
  return {
    path,
    put(name, bytes) {
      writeFileSync(join(path, name), bytes);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
