// The pane's beginning: the page already shows its frame; here the desk is set up, Excel is found, the ribbon is connected and
// the workbook read. Nothing waits for Office that need not.

import { type ComponentChild, render } from 'preact';
import { openDesk } from '../desk/open-desk';
import { excelReport, openInExcel } from '../excel-report';
import { vi } from '../words/vi';
import { wordsFor } from '../words/words';
import { ribbonCommands } from './commands';
import { followTheme, officeStarted, onRibbon, openWithWorkbook, partition, type Started } from './office-host';
import { Pane } from './pane';
import { Diagnosis } from './start';

const root = document.getElementById('root')!;

async function main(): Promise<void> {
  // On a slow line Office comes late: by then the reason has been said, and the pane takes its place.
  const started = await officeStarted(() => void diagnose('slow'));
  if (started !== 'excel') return diagnose(started);
  followTheme();
  const desk = openDesk(partition(), {
    hand: (workbook) => openInExcel(workbook),
    describe: () => ({ title: vi.unreadable, detail: '' }),
  });
  onRibbon(ribbonCommands(desk));
  diagnosis = undefined;
  draw(<Pane desk={desk} />);
  const begun = desk.start();
  const report = excelReport();
  // Watched before it is read: what somebody types while it is read is read again. Unwatched it still is at each look.
  const watching = report.excel.watch((touched) => desk.touch(touched)).catch((error: unknown) => console.error(error));
  addEventListener('focus', () => {
    followTheme();
    void desk.checks.returned();
  });
  await Promise.all([desk.use(report), watching]);
  if (desk.state.value.report.kind !== 'none') await openWithWorkbook();
  await begun;
}

let diagnosis: Exclude<Started, 'excel'> | undefined;

/** In both languages: which of them somebody reads is remembered where only Office leads to. */
async function diagnose(why: Exclude<Started, 'excel'>): Promise<void> {
  diagnosis = why;
  draw(<Diagnosis words={vi} why={why} />);
  const en = await wordsFor('en').catch(() => undefined);
  if (en && diagnosis === why) draw(<Diagnosis words={vi} english={en} why={why} />);
}

let isDrawn = false;

/** In place of the frame that the page itself shows. */
function draw(screen: ComponentChild): void {
  if (!isDrawn) root.replaceChildren();
  isDrawn = true;
  render(screen, root);
}

void main();
