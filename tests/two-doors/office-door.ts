// The Office.js door for a test, without a browser: the add-in's own reader of the open workbook, bundled, in jsdom, talking
// through Microsoft's library to the fake Excel.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { OpenReport } from '../../addin/report/open-report';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { type ExcelHost, startHost } from '../excel-host/excel-host';
import { openInJsdom } from '../excel-host/page/open-in-jsdom';
import { until } from '../setup/until';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Door</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="/door.js"></script>`;

export interface OfficeDoor {
  readonly host: ExcelHost;
  readonly report: OpenReport;
  close(): Promise<void>;
}

export interface DoorServer {
  open(workbook: Uint8Array, form: PeriodForm): Promise<OfficeDoor>;
  stop(): Promise<void>;
}

export async function serveOfficeDoor(): Promise<DoorServer> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { excelReport } from './excel-report'; Office.onReady().then(() => { window.door = excelReport(); });",
      resolveDir: resolve(__dirname, '../../addin'),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  const script = outputFiles[0]!.text;
  const server = createServer((request, response) => {
    const isScript = request.url === '/door.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? script : PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async open(workbook, form) {
      const host = startHost({ workbook, form });
      const { window, close } = await openInJsdom(host, url);
      const page = window as unknown as { door?: OpenReport };
      await until(() => page.door !== undefined, 'Office.js did not start');
      return { host, report: page.door!, close };
    },
    stop: () => new Promise((done) => void server.close(() => done())),
  };
}
