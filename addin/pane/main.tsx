// The pane's beginning: the page already shows its frame; here the desk is set up, Excel is found, the ribbon is connected and
// the workbook read. Nothing waits for Office that need not.

import { render } from 'preact';
import { connect } from '../centre';
import { Desk } from '../desk/desk';
import { excelReport, openInExcel } from '../excel-report';
import { ownNotes, ownStorage } from '../own-storage';
import { listenToOutbox } from '../submit/submit-report';
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
  const desk = new Desk({
    connect: (language) => connect('/api', language),
    storage: ownStorage(partition()),
    notes: ownNotes(partition()),
    words: vi,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    hand: (workbook) => openInExcel(workbook),
    describe: () => ({ title: vi.unreadable, detail: '' }),
  });
  listenToOutbox(desk);
  onRibbon(ribbonCommands(desk));
  render(<Pane desk={desk} />, root);
  desk.state.set({ online: navigator.onLine });
  const begun = desk.start();
  const report = excelReport();
  await desk.use(report);
  await report.excel.watch((touched) => desk.touch(touched));
  addEventListener('focus', () => {
    followTheme();
    void desk.returned();
  });
  addEventListener('online', () => {
    desk.state.set({ online: true });
    void desk.outbox.sendAll();
  });
  addEventListener('offline', () => desk.state.set({ online: false }));
  if (desk.state.value.report.kind !== 'none') await openWithWorkbook();
  await begun;
}

void main();
