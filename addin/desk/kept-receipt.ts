// What is known of the last time the report in hand was sent: from the file itself, or from what this computer has sent. The newer
// counts; a file that missed its receipt, because Excel was closed or busy when it came, is given it later.

import type { Receipt } from '../../templates/receipt/receipt';
import type { OwnStorage, Sent } from '../own-storage';
import type { Kept, OpenReport } from '../report/open-report';
import { isSamePlace, type ReportPlace } from '../report/report-place';
import type { Language, Words } from '../words/word-list';
import { showInstant } from '../words/words';

export interface LastReceipt {
  readonly kept?: Kept | undefined;
  /** Known to this computer, and not to the file. */
  readonly missing?: Sent | undefined;
}

export async function lastReceipt(storage: OwnStorage, report: OpenReport, place: ReportPlace): Promise<LastReceipt> {
  const inFile = await report.excel?.kept().catch(() => undefined);
  const kept = inFile && isSamePlace(inFile.report, place) ? inFile : undefined;
  const [here] = await storage.sentReports(place);
  const isNewer = here !== undefined && here.receipt.revision > (kept?.receipt.revision ?? 0);
  return isNewer ? { kept: here, missing: here } : { kept };
}

/** A receipt that cannot be written into the file is still one: it is on the screen, on this computer and at the centre. */
export async function keepInFile(
  report: OpenReport | undefined,
  { receipt, report: sent }: Sent,
  words: Words,
  language: Language,
): Promise<void> {
  const line = words.fileReceipt(
    receipt.number,
    showInstant(receipt.receivedAt, language),
    receipt.onTime ? words.onTime : words.late,
    receipt.sha256.slice(0, 16),
  );
  const kept = { receipt: keptFacts(receipt), report: sent };
  await report?.excel?.keep(kept, line).catch((error: unknown) => console.warn(error));
}

function keptFacts({ id, number, revision, receivedAt, onTime, sha256 }: Receipt): Kept['receipt'] {
  return { id, number, revision, receivedAt, onTime, sha256 };
}
