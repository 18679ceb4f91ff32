// What is put into a page before its own scripts run, for both ways to run one: the facts of the host, then the fake
// `window.external`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADD_IN_ID } from '../../../functions/xlsx/add-in-parts';
import type { ExcelHost } from '../excel-host';

const FAKE_EXTERNAL = readFileSync(join(__dirname, 'fake-external.js'), 'utf8');

export function injected(host: ExcelHost): string {
  const facts = {
    addInId: ADD_IN_ID,
    documentUrl: `C:\\BaoCao\\${host.excel.fileName}`,
    language: host.language,
    matrix: host.matrix,
    settings: host.settings,
    theme: host.theme,
  };
  return `globalThis.__excelHostFacts = ${JSON.stringify(facts)};\n${FAKE_EXTERNAL}`;
}
