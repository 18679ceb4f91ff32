// How long a clerk waits for the pane, in Chromium with the fake Excel and the real centre on the same machine: from the navigation
// to the first paint of its frame, and to the first line of what is wrong. A page with one word in it is the measure.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'puppeteer-core';
import { renderPlan } from '../functions/xlsx/render-plan';
import { startHost } from '../tests/excel-host/excel-host';
import { launchChromium } from '../tests/excel-host/page/chromium';
import { openInChromium } from '../tests/excel-host/page/open-in-chromium';
import { filledPlan } from '../tests/setup/filled';
import { realPeriod } from '../tests/setup/real-form';
import { startCentre } from '../tests/setup/running-centre';
import { PLACE } from './sample-reports';

/** Milliseconds since the navigation began. */
export interface Opening {
  readonly kind: 'empty page' | 'Office alone' | 'first time' | 'again';
  readonly painted: number;
  /** The first error; where Office is alone: that it is ready. */
  readonly listed?: number;
}

const BROKEN = { CT_A_05: 99_999, CT_A_17: '45 người' };

export async function paneOpenings(rounds: number, warmUp: number): Promise<Opening[]> {
  const [browser, centre, empty] = await Promise.all([launchChromium(), startCentre(), serveEmptyPage()]);
  try {
    const answer = await centre.client.signIn('demo-DV01');
    if (!answer.ok) throw new Error(answer.problem.detail);
    const workbook = await renderPlan(filledPlan(PLACE.period, 0, { values: BROKEN }));
    const open = async (kind: Opening['kind'], context: BrowserContext): Promise<Opening> => {
      const page = await context.newPage();
      await page.evaluateOnNewDocument(watched, JSON.stringify(answer.body));
      const url =
        { 'empty page': empty.url, 'Office alone': `${empty.url}office` }[kind as string] ?? `${centre.host.url}/pane`;
      const host = startHost({ workbook, form: realPeriod(PLACE.period) });
      await openInChromium(host, { page }, url);
      const opening = await timesOf(page, kind);
      await page.close();
      return opening;
    };
    const openings: Opening[] = [];
    for (let round = -warmUp; round < rounds; round++) {
      const [first, other] = await Promise.all([browser.createBrowserContext(), browser.createBrowserContext()]);
      const all = [await open('empty page', other), await open('Office alone', other)];
      all.push(await open('first time', first), await open('again', first));
      if (round >= 0) openings.push(...all);
      await Promise.all([first.close(), other.close()]);
    }
    return openings;
  } finally {
    await browser.close();
    await centre.stop();
    empty.close();
  }
}

async function timesOf(page: Page, kind: Opening['kind']): Promise<Opening> {
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const times = { kind, painted: (await painted.jsonValue()) as number };
  if (kind === 'empty page') return times;
  const listed = await page.waitForFunction(() => (window as unknown as { listedAt?: number }).listedAt);
  return { ...times, listed: (await listed.jsonValue()) as number };
}

/** Runs in the page before its own scripts: somebody signed in this morning; the first line of a list is noted. */
function watched(session: string): void {
  try {
    localStorage.setItem('khoa-giao.session', session);
  } catch {
    // The blank page that a tab begins with has no storage.
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.violations .error')) return;
    observer.disconnect();
    requestAnimationFrame(() => Object.assign(window, { listedAt: performance.now() }));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** What every add-in has to wait for. */
const OFFICE = `<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>Office.onReady().then(() => { window.listedAt = performance.now(); });</script>`;

async function serveEmptyPage(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="vi"><title>Trang</title><body><p>Trang</p>${request.url === '/office' ? OFFICE : ''}`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
