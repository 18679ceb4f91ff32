// The ribbon's buttons by the names that the manifest gives them. Each opens the pane first: whatever happens is seen there.

import type { Receipt } from '../../templates/receipt/receipt';
import { countedReceipt } from '../../templates/submission/unit-file';
import type { Desk } from '../desk/desk';
import type { Screen } from '../desk/desk-state';
import { choosePeriod } from '../desk/periods';
import { submitReport } from '../submit/submit-report';
import { showPane } from './office-host';

export function ribbonCommands(desk: Desk): Readonly<Record<string, () => Promise<void>>> {
  // Office waits for a button no longer than until the pane is there: a slow network must not hold the ribbon.
  const inPane = (work: () => Promise<void>) => async (): Promise<void> => {
    await showPane();
    void work();
  };
  return {
    moMau: inPane(() => choosePeriod(desk, 'template')),
    kiemTra: inPane(async () => {
      desk.show(undefined);
      await desk.refresh();
    }),
    nopBaoCao: inPane(() => submitReport(desk)),
    bienNhan: inPane(() => showReceipt(desk)),
    bangTongHop: inPane(() => choosePeriod(desk, 'master')),
  };
}

/** The one that counts, else the newest, else whatever this file remembers. */
async function showReceipt(desk: Desk): Promise<void> {
  const loading: Screen = { kind: 'loading' };
  desk.show(loading);
  await desk.refresh();
  if (desk.state.value.screen !== loading) return;
  const { unitFile, words } = desk.state.value;
  const newest = countedReceipt(unitFile) ?? unitFile?.submissions[0] ?? (await sentFromHere(desk));
  if (newest) desk.show({ kind: 'receipt', receipt: newest });
  else if (desk.signedIn(() => void showReceipt(desk))) {
    desk.show(undefined);
    desk.say(words.nothingSent);
  }
}

async function sentFromHere(desk: Desk): Promise<Receipt | undefined> {
  const { report } = desk.state.value;
  if (report.kind !== 'checked') return undefined;
  const [newest] = await desk.parts.storage.sentReports(report.canonical);
  return newest?.receipt;
}
