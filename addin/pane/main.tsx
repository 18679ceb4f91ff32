// The pane's beginning: the page already shows its frame; here the desk is set up, Excel is found, the ribbon is connected and
// the workbook read. Nothing waits for Office that need not.

import { render } from 'preact';
import { openDesk } from '../desk/open-desk';
import { excelReport, openInExcel } from '../excel-report';
import { vi } from '../words/vi';
import { ribbonCommands } from './commands';
import { followTheme, officeStarted, onRibbon, openWithWorkbook, partition } from './office-host';
import { Pane } from './pane';
import { Diagnosis } from './start';

const root = document.getElementById('root')!;

async function main(): Promise<void> {
  const started = await officeStarted();
  root.replaceChildren();
  if (started !== 'excel') return render(<Diagnosis words={vi} why={started} />, root);
  followTheme();
  const desk = openDesk(partition(), {
    hand: (workbook) => openInExcel(workbook),
    describe: () => ({ title: vi.unreadable, detail: '' }),
  });
  onRibbon(ribbonCommands(desk));
  render(<Pane desk={desk} />, root);
  const begun = desk.start();
  const report = excelReport();
  // Watched before it is read: what somebody types while it is read is read again. Unwatched it still is at each look.
  const watching = report.excel.watch((touched) => desk.touch(touched)).catch((error: unknown) => console.error(error));
  await Promise.all([desk.use(report), watching]);
  addEventListener('focus', () => {
    followTheme();
    void desk.returned();
  });
  if (desk.state.value.report.kind !== 'none') await openWithWorkbook();
  await begun;
}

void main();
