// Every screen of the pane and the upload page, judged by axe in both languages, light and dark, at 320 pixels; nothing is cut off
// or has to be scrolled to sideways; and what colours say is also said by words or a border where colours are forced.

import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Language } from '../../addin/words/word-list';
import { chromium, launchChromium } from '../excel-host/page/chromium';
import { describeWith } from '../setup/tools';
import { type Stage, serveScreens, showScreen } from './screens';
import { cutOff, saidByColourAlone } from './screens-inspectors';
import { SCREEN_NAMES } from './screens-list';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const LANGUAGES: readonly Language[] = ['vi', 'en'];
type Scheme = 'light' | 'dark';

describeWith(chromium(), 'every screen', () => {
  let browser: Browser;
  let stage: Stage;
  let page: Page;
  let session: CDPSession;
  const errors: string[] = [];
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), serveScreens()]);
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await page.setViewport({ width: 320, height: 500 });
    session = await page.createCDPSession();
    await stage.open(page);
    // By the debugger, which the Content-Security-Policy does not hold.
    await page.evaluate(AXE);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(() => expect(errors.splice(0)).toEqual([]));

  const seenAs = async (scheme: Scheme, forced: 'active' | 'none' = 'none') => {
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced },
    ];
    await session.send('Emulation.setEmulatedMedia', { features });
  };
  const violations = async (): Promise<string[]> => {
    const results = await page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return (await axe.run(document, {
        runOnly: tags,
        resultTypes: ['violations'],
        // The pane is a page of its own inside Excel; off unless asked for.
        rules: { 'target-size': { enabled: true } },
      })) as AxeResults;
    }, TAGS);
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  };

  test.each(SCREEN_NAMES)('%s: axe finds nothing', async (name) => {
    for (const language of LANGUAGES) {
      await seenAs('light');
      await showScreen(page, name, language);
      for (const scheme of ['light', 'dark'] as const) {
        await seenAs(scheme);
        expect({ language, scheme, found: await violations() }).toEqual({ language, scheme, found: [] });
      }
    }
  });

  test.each(SCREEN_NAMES)('%s: nothing is cut off at 320 pixels, and nothing lies beside the page', async (name) => {
    await seenAs('light');
    for (const language of LANGUAGES) {
      await showScreen(page, name, language);
      expect({ language, cut: await page.evaluate(cutOff) }).toEqual({ language, cut: [] });
    }
  });

  test('the same at 350 pixels with letters twice as large', async () => {
    await seenAs('light');
    await page.setViewport({ width: 350, height: 500 });
    await page.evaluate(() => document.body.style.setProperty('zoom', '2'));
    for (const name of ['errors-all-open', 'receipt', 'conflict', 'queued', 'nop-report'] as const) {
      await showScreen(page, name, 'vi');
      expect({ name, cut: await page.evaluate(cutOff) }).toEqual({ name, cut: [] });
    }
    await page.evaluate(() => document.body.style.removeProperty('zoom'));
    await page.setViewport({ width: 320, height: 500 });
  });

  test('Office’s dark theme in a light system is the dark one, and the other way round', async () => {
    const colours = () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        const names = ['ink', 'quiet', 'ground', 'raised', 'line', 'strong-line', 'accent', 'accent-ink', 'link'];
        const states = ['bad', 'bad-ground', 'warn', 'warn-ground', 'good', 'good-ground'];
        return [...names, ...states].map((name) => style.getPropertyValue(`--${name}`)).concat(style.colorScheme);
      });
    const themed = async (theme: string | undefined) => {
      await page.evaluate((value) => {
        if (value) document.documentElement.dataset.theme = value;
        else delete document.documentElement.dataset.theme;
      }, theme);
      return colours();
    };
    const seen: Record<string, string[]> = {};
    for (const scheme of ['light', 'dark'] as const) {
      await seenAs(scheme);
      for (const theme of [undefined, 'light', 'dark']) seen[`${scheme} ${theme ?? 'as it is'}`] = await themed(theme);
    }
    await themed(undefined);
    const withoutScheme = (key: string) => seen[key]!.slice(0, -1);
    expect(withoutScheme('light dark')).toEqual(withoutScheme('dark as it is'));
    expect(withoutScheme('dark dark')).toEqual(withoutScheme('dark as it is'));
    expect(withoutScheme('dark light')).toEqual(withoutScheme('light as it is'));
    expect([seen['light dark']!.at(-1), seen['dark light']!.at(-1)]).toEqual(['dark', 'light']);
    expect(withoutScheme('light as it is')).not.toEqual(withoutScheme('dark as it is'));
  });

  test.each(SCREEN_NAMES)(
    '%s: with forced colours every control and every state keeps a border or words',
    async (name) => {
      await seenAs('dark', 'active');
      await showScreen(page, name, 'vi');
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await page.evaluate(saidByColourAlone)).toEqual([]);
      await seenAs('light');
    },
  );

  test('each of these inspectors finds an invented fault', async () => {
    await seenAs('dark');
    await showScreen(page, 'errors', 'vi');
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--quiet', '#555');
      for (const label of document.querySelectorAll('label')) label.remove();
    });
    const found = (await violations()).join('\n');
    expect(found).toMatch(/color-contrast: <span class="rule">/);
    expect(found).toMatch(/label: <textarea/);
    await page.evaluate(() => {
      document.documentElement.style.removeProperty('--quiet');
      const message = document.querySelector<HTMLElement>('.message')!;
      message.style.whiteSpace = 'nowrap';
      message.style.display = 'block';
    });
    expect((await page.evaluate(cutOff)).join('\n')).toMatch(/^the page: \d+ > \d+\n.*class="message"/);
    await seenAs('dark', 'active');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.violations li')!.style.border = '0';
      document.querySelector<HTMLElement>('.primary')!.style.border = '0';
      document.querySelector<HTMLElement>('.error h2')!.replaceChildren('…');
    });
    const byColour = (await page.evaluate(saidByColourAlone)).join('\n');
    expect(byColour).toMatch(/no border: <button/);
    expect(byColour).toMatch(/no border: error/);
    expect(byColour).toMatch(/error is not said: …/);
  });
});
