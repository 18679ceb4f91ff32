// The ribbon's buttons by the names that the manifest gives them. Each opens the pane first: whatever happens is seen there.

import { countedReceipt } from '../../templates/submission/unit-file';
import type { Desk } from '../desk/desk';
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
  await desk.refresh();
  const { unitFile, kept, words } = desk.state.value;
  const newest =
    countedReceipt(unitFile) ??
    unitFile?.submissions[0] ??
    (await desk.parts.storage.receipts()).find(({ id }) => id === kept?.receipt.id);
  if (newest) desk.show({ kind: 'receipt', receipt: newest });
  else if (desk.signedIn(() => void showReceipt(desk))) {
    desk.show(undefined);
    desk.say(words.nothingSent);
  }
}
