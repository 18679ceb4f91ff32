// A report that has arrived: remembered on this computer with what was in it, and in the file where it is the very one in hand.

import type { Receipt } from '../../templates/receipt/receipt';
import type { Desk } from '../desk/desk';
import type { ReportState } from '../desk/desk-state';
import { keepInFile, lastReceipt } from '../desk/kept-receipt';
import type { Attempt } from '../own-storage';
import type { CheckedReport } from '../report/check-report';
import { isSamePlace, type ReportPlace } from '../report/report-place';

/** A report of the same unit on the same period; it may still be another copy. */
export function isInHand(report: ReportState, place: ReportPlace): report is CheckedReport {
  return report.kind === 'checked' && isSamePlace(report.canonical, place);
}

/** @param fromHere it was taken from the workbook in hand, just now */
export async function rememberReceipt(
  desk: Desk,
  attempt: Attempt,
  receipt: Receipt,
  fromHere: boolean,
): Promise<void> {
  const sent = { receipt, report: attempt.report };
  await desk.parts.storage.keepSent(sent);
  if (!fromHere || !isNews(desk, attempt, receipt)) return inFile(desk, attempt, receipt);
  const { words, language } = desk.state.value;
  await Promise.all([desk.checks.learnt({ kept: sent }), keepInFile(desk.report, sent, words, language)]);
}

/** Of one that was taken from somewhere, some time: a workbook that says the same is given the receipt. */
export async function inFile(desk: Desk, attempt: Attempt, receipt: Receipt): Promise<void> {
  if (!desk.report || !isNews(desk, attempt, receipt)) return;
  await desk.checks.learnt(await lastReceipt(desk.parts.storage, desk.report, attempt));
}

/** Of the report in hand; an answer that was lost may come again after a later one has been sent. */
function isNews(desk: Desk, attempt: Attempt, { revision }: Receipt): boolean {
  const { report, kept } = desk.state.value;
  return isInHand(report, attempt) && revision >= (kept?.receipt.revision ?? 0);
}
