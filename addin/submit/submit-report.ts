// One click: check all, stop at errors, ask only where an earlier report is replaced, take the bytes, send, receipt. From the
// moment it is sent the try lies on this computer until the centre has answered; each answer of the centre has its screen.

import type { Receipt } from '../../templates/receipt/receipt';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import type { Difference } from '../../templates/submission/differences';
import { countedReceipt } from '../../templates/submission/unit-file';
import type { Desk } from '../desk/desk';
import type { Attempt } from '../own-storage';
import type { CheckedReport } from '../report/check-report';
import { loadEngine } from '../report/load-engine';
import type { Kept } from '../report/open-report';
import { showInstant } from '../words/words';
import type { Outcome } from './send-attempt';

const busy = new WeakSet<Desk>();

/**
 * A second press while the first is under way does nothing.
 * @param overThat the person has seen the report that is replaced, up to this revision
 */
export async function submitReport(desk: Desk, overThat?: number): Promise<void> {
  if (busy.has(desk)) return;
  busy.add(desk);
  await submitOnce(desk, overThat)
    .catch((error: unknown) => {
      console.error(error);
      desk.show({ kind: 'failed' });
    })
    .finally(() => busy.delete(desk));
}

async function submitOnce(desk: Desk, overThat: number | undefined): Promise<void> {
  const again = (): void => void submitReport(desk, overThat);
  const { words } = desk.state.value;
  desk.state.set({ screen: { kind: 'sending', step: 'checking', share: 0, asValues: false }, stopped: false });
  const isRead = await desk.refresh();
  const { report } = desk.state.value;
  if (!isRead && report.kind !== 'unreadable') return desk.show({ kind: 'failed' });
  if (report.kind !== 'checked') {
    desk.show(undefined);
    if (report.kind === 'unknownForm') desk.signedIn(again);
    return;
  }
  if (report.verdict.blocked) {
    desk.state.set({ screen: undefined, stopped: true, said: words.notSent });
    return;
  }
  if (!desk.signedIn(again)) return;
  if (desk.state.value.session?.role !== 'unit') return boardCannot(desk);
  const mine = report.canonical;
  const base = overThat ?? (await knownRevision(desk, report));
  const counted = countedReceipt(desk.state.value.unitFile);
  if (counted && counted.revision > base) return conflict(desk, counted, report);
  // What the board sent back is expected again.
  if (counted && overThat === undefined && counted.state !== 'returned') {
    return desk.show({ kind: 'confirm', replaced: counted, differences: await differencesFrom(desk, counted, report) });
  }
  await sendIt(desk, report, mine, Math.max(base, counted?.revision ?? 0));
}

async function sendIt(desk: Desk, report: CheckedReport, mine: CanonicalReport, base: number): Promise<void> {
  const showing = (step: 'reading' | 'sending' | 'judging', share: number, asValues = false): void =>
    desk.show({ kind: 'sending', step, share, asValues });
  showing('reading', 0);
  const bytes = await desk.report?.bytes((share) => showing('reading', share));
  const { form, period, unit } = mine;
  const attempt: Attempt = {
    key: desk.parts.uuid(),
    form,
    period,
    unit,
    base,
    body: bytes ?? mine,
    report: mine,
    madeAt: desk.parts.now().toISOString(),
    tries: 0,
  };
  const asValues = bytes === undefined;
  showing('sending', 0, asValues);
  const { outcome, kept } = await desk.outbox.send(attempt, (step, share) => showing(step, share, asValues));
  await arrived(desk, attempt, outcome, kept, report);
}

/** What came of a try, on the screen. */
async function arrived(
  desk: Desk,
  attempt: Attempt,
  outcome: Outcome,
  kept: boolean,
  report: CheckedReport,
): Promise<void> {
  if (outcome.kind === 'received') {
    await rememberReceipt(desk, attempt, outcome.receipt);
    return desk.show({ kind: 'receipt', receipt: outcome.receipt });
  }
  if (outcome.kind === 'later') {
    // The try keeps its key, so that what perhaps arrived is not sent twice.
    if (outcome.why === 'signIn') return desk.sessionEnded(() => desk.show({ kind: 'queued', attempt, kept }));
    desk.state.set({ online: outcome.why !== 'away' });
    return desk.show({ kind: 'queued', attempt, kept });
  }
  const { problem } = outcome;
  if (problem.code === 'NEWER_REVISION' && problem.latest) return conflict(desk, problem.latest, report);
  desk.show({ kind: 'problem', problem });
}

/** A report that had waited was sent by itself: said aloud, and remembered in the file if it is the one in hand. */
export function listenToOutbox(desk: Desk): void {
  desk.ended = async (attempt, outcome) => {
    const { screen, words } = desk.state.value;
    const shown = screen?.kind === 'queued' && screen.attempt.key === attempt.key;
    if (outcome.kind === 'received') {
      await rememberReceipt(desk, attempt, outcome.receipt);
      if (shown || !screen) desk.show({ kind: 'receipt', receipt: outcome.receipt });
      desk.say(`${words.receiptTitle} ${outcome.receipt.number}`);
    } else if (outcome.kind === 'refused' && shown) desk.show({ kind: 'problem', problem: outcome.problem });
  };
}

async function rememberReceipt(desk: Desk, attempt: Attempt, receipt: Receipt): Promise<void> {
  const { storage } = desk.parts;
  await storage.keepReceipt(receipt);
  const { report, words, language } = desk.state.value;
  const isInHand =
    report.kind === 'checked' &&
    report.identity.unit === attempt.unit &&
    report.identity.period === attempt.period &&
    report.identity.form === attempt.form;
  if (!isInHand) return;
  const kept: Kept = { receipt, report: attempt.report };
  desk.state.set({ kept, changes: [] });
  await desk.freshUnitFile(attempt, attempt.unit);
  const line = words.fileReceipt(
    receipt.number,
    showInstant(receipt.receivedAt, language),
    receipt.onTime ? words.onTime : words.late,
    receipt.sha256.slice(0, 16),
  );
  // A receipt that could not be written into the file is still one: it is on the screen, on this computer and at the centre.
  await desk.report?.excel?.keep(keptFacts(kept), line).catch((error: unknown) => console.warn(error));
}

function keptFacts({ receipt, report }: Kept): Kept {
  const { id, number, revision, receivedAt, onTime, sha256 } = receipt;
  return { receipt: { id, number, revision, receivedAt, onTime, sha256 }, report };
}

async function conflict(desk: Desk, latest: Receipt, report: CheckedReport): Promise<void> {
  desk.show({ kind: 'conflict', latest, differences: await differencesFrom(desk, latest, report) });
}

/** Undefined where what was sent cannot be had: then nothing is said about it. */
async function differencesFrom(
  desk: Desk,
  sent: Receipt,
  report: CheckedReport,
): Promise<readonly Difference[] | undefined> {
  const token = desk.state.value.session?.token ?? '';
  const answer = await desk.centre.values(token, sent.id).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { canonicalOf, differences } = await loadEngine();
  return differences(report.canonical, canonicalOf(answer.body, report.form), report.form);
}

/** The latest that this file, or this computer, has had to do with: nobody needs to be warned of that one. */
async function knownRevision(desk: Desk, { identity, canonical }: CheckedReport): Promise<number> {
  const { form, period, unit } = canonical;
  const sent = (await desk.parts.storage.receipts()).filter(
    (receipt) => receipt.form === form && receipt.period === period && receipt.unit === unit,
  );
  const kept = desk.state.value.kept?.receipt.revision ?? 0;
  return Math.max(kept, Number(identity.base ?? 0) || 0, ...sent.map(({ revision }) => revision));
}

function boardCannot(desk: Desk): void {
  const { words } = desk.state.value;
  const problem = { status: 403, code: 'NOT_ALLOWED', title: words.problemTitle, detail: words.unitOnly };
  desk.show({ kind: 'problem', problem });
}
