// The task pane as a clerk on a slow line gets it: its size, and how long it takes to show its frame and the first line of what is
// wrong, against a page with one word in it. Needs Chromium.

import { chromium } from '../tests/excel-host/page/chromium';
import { median } from './measure';
import { type Opening, paneOpenings } from './pane-openings';
import { paneSize } from './pane-size';
import { milliseconds, showTable, times } from './show-table';

const BUDGET_KB = 40;
const ROUNDS = 15;

async function main(): Promise<void> {
  const { page, style, script, engine, english } = paneSize();
  const own = page + style + script;
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  showTable(
    ['what', 'gzip'],
    [
      ['page', kB(page)],
      ['style', kB(style)],
      ['script, with what it imports at once', kB(script)],
      [`**the pane’s own** (budget ${BUDGET_KB} kB)`, `${kB(own)}${own > BUDGET_KB * 1000 ? ' **over**' : ''}`],
      ['the check engine, fetched beside it', kB(engine)],
      ['together', kB(own + engine)],
      ['English, where somebody asks for it', kB(english)],
    ],
  );
  if (!chromium().command) return console.log('\nNo Chromium on this machine: times are left out.');
  const openings = await paneOpenings(ROUNDS, 2);
  const of = (kind: Opening['kind'], what: 'painted' | 'listed'): number =>
    median(openings.filter((opening) => opening.kind === kind).map((opening) => opening[what] ?? Number.NaN));
  const empty = of('empty page', 'painted');
  const row = (name: string, kind: Opening['kind'], what: 'painted' | 'listed'): string[] => {
    const took = of(kind, what);
    return [name, milliseconds(took), times(took / empty)];
  };
  console.log('');
  showTable(
    [`until (medians of ${ROUNDS})`, 'ms', 'to an empty page'],
    [
      row('an empty page is painted', 'empty page', 'painted'),
      row('Microsoft’s Office.js alone is ready', 'Office alone', 'listed'),
      row('the frame is painted, first time', 'first time', 'painted'),
      row('the first error is listed, first time', 'first time', 'listed'),
      row('the frame is painted, again', 'again', 'painted'),
      row('the first error is listed, again', 'again', 'listed'),
    ],
  );
}

void main();
