// A report that has arrived: remembered on this computer with what was in it, and in the file where it is the very one in hand.

import type { Receipt } from '../../templates/receipt/receipt';
import type { Desk } from '../desk/desk';
import type { ReportState } from '../desk/desk-state';
import { keepInFile, lastSent } from '../desk/kept-receipt';
import { isSamePlace, type ReportPlace } from '../desk/knowledge';
import type { Attempt } from '../own-storage';
import type { CheckedReport } from '../report/check-report';

/** A report of the same unit on the same period; it may still be another copy. */
export function isInHand(report: ReportState, place: ReportPlace): report is CheckedReport {
  return report.kind === 'checked' && isSamePlace(report.canonical, place);
}

/** @param fromHere it was taken from the workbook in hand, just now; else only one that says the same is given the receipt */
export async function rememberReceipt(
  desk: Desk,
  attempt: Attempt,
  receipt: Receipt,
  fromHere: boolean,
): Promise<void> {
  const sent = { receipt, report: attempt.report };
  await desk.parts.storage.keepSent(sent);
  const { report, kept, words, language } = desk.state.value;
  // An answer that was lost may come again after a later report has been sent.
  if (!desk.report || !isInHand(report, attempt) || receipt.revision < (kept?.receipt.revision ?? 0)) return;
  if (fromHere) {
    await Promise.all([desk.checks.sent({ kept: sent }), keepInFile(desk.report, sent, words, language)]);
  } else await desk.checks.sent(await lastSent(desk.parts.storage, desk.report, report.canonical));
}
