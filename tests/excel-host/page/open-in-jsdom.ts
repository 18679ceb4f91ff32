// Runs a page of the add-in inside the host without a browser: quick, for everything that needs no layout. Adds nothing to
// jsdom: what a page misses there it has to do without, or be tested in Chromium.

import type { DOMWindow, JSDOM } from 'jsdom';
import type { ExcelHost } from '../excel-host';
import { injected } from './inject';
import { isForeign, officeJs } from './office-js';
import { realJsdom } from './real-jsdom';

export interface JsdomPage {
  readonly window: DOMWindow;
  /** Errors that scripts of the page did not catch. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface JsdomLoan {
  /** What the test lends the page that jsdom lacks, and says so: `fetch`, `indexedDB`. Before any script runs. */
  readonly lend?: (window: DOMWindow) => void;
  /** jsdom runs no modules: one that imports nothing may run as a deferred script. */
  readonly modulesAsScripts?: boolean;
}

/** Resolves when the page has loaded; Office.js may still be starting. */
export async function openInJsdom(host: ExcelHost, url: string, loan: JsdomLoan = {}): Promise<JsdomPage> {
  const { JSDOM: Jsdom, VirtualConsole, requestInterceptor } = realJsdom();
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => errors.push(String(error.cause ?? error.message)));
  const dom: JSDOM = await Jsdom.fromURL(url, {
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    virtualConsole,
    resources: {
      interceptors: [
        requestInterceptor(async (request) => {
          if (request.url === url && loan.modulesAsScripts) return withoutModules(url);
          const file = officeJs(request.url);
          if (file)
            return new Response(new Uint8Array(file.body), {
              status: file.status,
              headers: { 'content-type': file.contentType, 'access-control-allow-origin': '*' },
            });
          if (!isForeign(request.url, url)) return undefined;
          host.foreignRequests.push(request.url);
          return new Response('', { status: 504 });
        }),
      ],
    },
    beforeParse: (window) => {
      Object.assign(window, { __excelHost: (message: string) => host.receive(message) });
      window.eval(injected(host));
      host.attach({
        raise: (dispatch, payload) => window.__excelHostRaise(dispatch, payload),
        close: async () => window.close(),
      });
      loan.lend?.(window);
    },
  });
  const { window } = dom;
  if (window.document.readyState !== 'complete')
    await new Promise<void>((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
  return { window, errors, close: async () => window.close() };
}

async function withoutModules(url: string): Promise<Response> {
  const response = await fetch(url);
  const html = (await response.text()).replaceAll(' type="module"', ' defer');
  return new Response(html, { status: response.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
