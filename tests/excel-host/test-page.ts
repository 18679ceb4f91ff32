// A small page that stands for the task pane in the host's own tests: served over HTTP with the Content-Security-Policy of
// the real one, it keeps what the ribbon called and what it heard of, and does nothing else.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const CSP =
  "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; connect-src 'self'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'";

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Test</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/page.js"></script></head><body><p id="state">…</p></body></html>`;

const SCRIPT = `
window.calls = [];
Office.onReady().then((info) => {
  document.getElementById('state').textContent = info.host + ' ' + info.platform;
  window.isReady = true;
});
Office.actions.associate('kiemTra', (event) => { window.calls.push('kiemTra ' + event.source.id); event.completed(); });
Office.actions.associate('nopBaoCao', (event) => { window.calls.push('nopBaoCao'); });
`;

export interface TestPage {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveTestPage(): Promise<TestPage> {
  const server: Server = createServer((request, response) => {
    const script = request.url?.startsWith('/page.js');
    response.writeHead(200, {
      'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8',
      'content-security-policy': CSP,
    });
    // `?module`: as esbuild's bundles are loaded.
    const page = request.url?.endsWith('?module')
      ? PAGE.replace('<script src="/page', '<script type="module" src="/page')
      : PAGE;
    response.end(script ? SCRIPT : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/pane`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
