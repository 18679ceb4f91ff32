// The ribbon's icons: each .svg beside this file → png/<name>-<size>.png, in every size that Office asks for. Run after a
// drawing was changed: node addin/icons/render-icons.mjs. Needs a Chromium (CHROMIUM_PATH where it is not on the path).

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** https://learn.microsoft.com/office/dev/add-ins/design/add-in-icons */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
/** The app's own also stands in lists of add-ins. */
const APP_SIZES = [...SIZES, 128];

const browser = await launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const page = await browser.newPage();
mkdirSync(here('png/'), { recursive: true });
for (const file of readdirSync(here('.')).filter((name) => name.endsWith('.svg'))) {
  const name = basename(file, '.svg');
  const svg = readFileSync(here(file), 'utf8');
  for (const size of name === 'app' ? APP_SIZES : SIZES) {
    await page.setViewport({ width: size, height: size });
    const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `);
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${sized}`);
    const png = await page.screenshot({ omitBackground: true, type: 'png' });
    writeFileSync(here(`png/${name}-${size}.png`), png);
  }
}
await browser.close();
