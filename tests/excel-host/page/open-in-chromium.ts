// Runs a page of the add-in inside the host in a real browser: layout, focus, keyboard, Content-Security-Policy. Nothing
// outside the page's own origin is reached; what asks for it is remembered in `host.foreignRequests`.

import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import type { ExcelHost } from '../excel-host';
import { asSlowAsAsked } from './chromium';
import { injected } from './inject';
import { isForeign, officeJs } from './office-js';

export interface ChromiumPage {
  readonly page: Page;
  /** Errors that scripts of the page did not catch, and what its Content-Security-Policy refused. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/**
 * Resolves when the page has loaded; Office.js may still be starting. A page that is handed in must be a fresh one.
 * @param late Microsoft's network answers only then; what is resolved is then a page that still waits for it
 */
export async function openInChromium(
  host: ExcelHost,
  where: { readonly browser: Browser } | { readonly page: Page },
  url: string,
  late?: Promise<void>,
): Promise<ChromiumPage> {
  const page = 'page' in where ? where.page : await where.browser.newPage();
  await asSlowAsAsked(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && /Content.Security.Policy/i.test(line.text())) errors.push(line.text());
  });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A page that is closed while it loads takes its requests with it.
    answer(host, url, request, late).catch((error: unknown) => page.isClosed() || errors.push(String(error)));
  });
  await page.exposeFunction('__excelHost', (message: string) => host.receive(message));
  await page.evaluateOnNewDocument(injected(host));
  host.attach({
    raise: (dispatch, payload) => {
      const raised = page.evaluate(RAISE, dispatch, payload as object);
      raised.catch((error: unknown) => errors.push(`event ${dispatch}: ${String(error)}`));
    },
    close: () => page.close(),
  });
  await page.goto(url, { waitUntil: late ? 'domcontentloaded' : 'load' });
  return { page, errors, close: () => page.close() };
}

declare global {
  interface Window {
    __excelHostRaise(dispatch: number, payload: unknown): void;
  }
}

const RAISE = (dispatch: number, payload: object): void => window.__excelHostRaise(dispatch, payload);

async function answer(host: ExcelHost, url: string, request: HTTPRequest, late?: Promise<void>): Promise<void> {
  const file = officeJs(request.url());
  if (file) {
    await late;
    const headers = { 'access-control-allow-origin': '*' };
    await request.respond({ status: file.status, contentType: file.contentType, body: file.body, headers });
  } else if (isForeign(request.url(), url)) {
    host.foreignRequests.push(request.url());
    await request.abort('blockedbyclient');
  } else await request.continue();
}
