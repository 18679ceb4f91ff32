// `npm run screenshots`: a picture of every screen in several looks into out/screenshots, with a sheet of each look to see them all
// at once; those that the user guide shows go to docs/images/pane. Names of units and people in them are invented.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Language } from '../../addin/words/word-list';
import { launchChromium } from '../excel-host/page/chromium';
import { type Stage, serveScreens, showScreen } from './screens';
import { isOfNop, SCREEN_NAMES, type ScreenName } from './screens-list';
import { withPalette } from './screens-palette';

/** From `dist/screenshots`, where this runs. */
const ROOT = resolve(__dirname, '../..');
const OUT = join(ROOT, 'out/screenshots');
const GUIDE = join(ROOT, 'docs/images/pane');
const PANE_WIDTH = 350;
/** A longer list shows nothing new. */
const MOST_IN_GUIDE = 760;
/** Most clerks see Segoe UI; where it is not installed, what is as narrow. */
const LIKE_SEGOE =
  'body { font-family: "Segoe UI", Selawik, "Open Sans", "Noto Sans", "Liberation Sans", sans-serif; }';

interface Look {
  readonly name: string;
  readonly language: Language;
  readonly features: readonly { readonly name: string; readonly value: string }[];
  readonly nopWidth: number;
}

const scheme = (value: 'light' | 'dark') => ({ name: 'prefers-color-scheme', value });
const LOOKS: readonly Look[] = [
  { name: 'vi-light', language: 'vi', features: [scheme('light')], nopWidth: 1000 },
  { name: 'vi-dark', language: 'vi', features: [scheme('dark')], nopWidth: 360 },
  { name: 'en-light', language: 'en', features: [scheme('light')], nopWidth: 360 },
  {
    name: 'high-contrast',
    language: 'vi',
    features: [scheme('dark'), { name: 'forced-colors', value: 'active' }],
    nopWidth: 1000,
  },
];

/** Screen → the name of its picture in the guide. */
const IN_GUIDE: Partial<Record<ScreenName, string>> = {
  'needs-sign-in': 'dang-nhap',
  errors: 'loi',
  warning: 'giai-trinh',
  normalise: 'chuan-hoa',
  receipt: 'bien-nhan',
  queued: 'cho-gui',
  comments: 'y-kien-ban',
  'nop-report': 'trang-nop',
};

async function main(wanted: readonly string[]): Promise<void> {
  const [browser, stage] = await Promise.all([
    launchChromium(['--disable-lcd-text', '--hide-scrollbars']),
    serveScreens(),
  ]);
  try {
    const names = SCREEN_NAMES.filter((name) => wanted.length === 0 || wanted.includes(name));
    for (const look of LOOKS) await takeAll(browser, stage, look, names);
    if (wanted.length === 0) await forTheGuide(browser, stage);
  } finally {
    await browser.close();
    await stage.close();
  }
}

async function takeAll(browser: Browser, stage: Stage, look: Look, names: readonly ScreenName[]): Promise<void> {
  const folder = join(OUT, look.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const page = await staged(browser, stage, look, 1);
  for (const name of names) {
    await stand(page, name, look.language, look.nopWidth);
    await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png`, fullPage: true });
  }
  await page.close();
  await sheetOf(browser, folder, names);
  console.log(`${look.name}: ${names.length} pictures`);
}

async function forTheGuide(browser: Browser, stage: Stage): Promise<void> {
  mkdirSync(GUIDE, { recursive: true });
  const page = await staged(browser, stage, LOOKS[0]!, 2);
  for (const [name, picture] of Object.entries(IN_GUIDE)) {
    await stand(page, name as ScreenName, 'vi', 760);
    const { width, height } = await page.evaluate(() => {
      const { offsetWidth, offsetHeight } = document.body;
      return { width: offsetWidth, height: offsetHeight };
    });
    const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_IN_GUIDE) };
    const png = await page.screenshot({ clip, captureBeyondViewport: true });
    writeFileSync(join(GUIDE, `${picture}.png`), withPalette(png));
  }
  await page.close();
}

async function staged(browser: Browser, stage: Stage, look: Look, deviceScaleFactor: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: PANE_WIDTH, height: 400, deviceScaleFactor });
  // The library refuses `forced-colors`; the browser does not.
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [...look.features] });
  await page.setBypassCSP(true);
  await stage.open(page);
  await page.addStyleTag({ content: LIKE_SEGOE });
  return page;
}

async function stand(page: Page, name: ScreenName, language: Language, nopWidth: number): Promise<void> {
  const { deviceScaleFactor } = page.viewport()!;
  const width = isOfNop(name) ? nopWidth : PANE_WIDTH;
  await page.setViewport({ width, height: 200, ...(deviceScaleFactor ? { deviceScaleFactor } : {}) });
  await showScreen(page, name, language);
}

/** All pictures of a folder in one, with their names. */
async function sheetOf(browser: Browser, folder: string, names: readonly ScreenName[]): Promise<void> {
  const figures = names.map((name) => `<figure><figcaption>${name}</figcaption><img src="${name}.png"></figure>`);
  const style =
    'body{margin:8px;columns:6 360px;font:14px sans-serif;background:#888}figure{margin:0 0 12px;break-inside:avoid}img{max-width:350px}';
  const file = join(folder, 'index.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`);
  const page = await browser.newPage();
  await page.setViewport({ width: 2240, height: 800 });
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  await page.screenshot({ path: join(OUT, `${folder.split(/[\\/]/).at(-1)}.png`) as `${string}.png`, fullPage: true });
  await page.close();
}

void main(process.argv.slice(2));
