// One click: check all, stop at errors, ask only where an earlier report is replaced, take the bytes, send, receipt. From the
// moment it is sent the try lies on this computer until the centre has answered; each answer of the centre has its screen.

import type { Receipt } from '../../templates/receipt/receipt';
import type { Difference } from '../../templates/submission/differences';
import { countedReceipt } from '../../templates/submission/unit-file';
import type { Desk } from '../desk/desk';
import type { Screen } from '../desk/desk-state';
import { writeDrafts } from '../desk/edits';
import type { Attempt } from '../own-storage';
import type { CheckedReport } from '../report/check-report';
import { loadEngine } from '../report/load-engine';
import type { Later } from './outbox';
import type { Outcome } from './send-attempt';
import { inFile, isInHand, rememberReceipt } from './sent-report';

/** One press of the button. Whoever leaves before the first byte has gone out has sent nothing. */
interface Press {
  shown: Extract<Screen, { kind: 'sending' }> | undefined;
  isOut: boolean;
}

const pressed = new WeakMap<Desk, Press>();

/**
 * A second press while the first is under way only shows how far that is.
 * @param overThat the person has seen the report that is replaced, up to this revision
 */
export async function submitReport(desk: Desk, overThat?: number): Promise<void> {
  const before = pressed.get(desk);
  if (before?.isOut) return desk.show(before.shown);
  if (before && isOn(desk, before)) return;
  const press: Press = { shown: undefined, isOut: false };
  pressed.set(desk, press);
  await submitOnce(desk, press, overThat)
    .catch((error: unknown) => {
      console.error(error);
      if (isOn(desk, press)) desk.show({ kind: 'failed', again: () => void submitReport(desk, overThat) });
    })
    .finally(() => {
      if (pressed.get(desk) === press) pressed.delete(desk);
    });
}

/** Nobody has left, nor called up something else. */
const isOn = (desk: Desk, press: Press): boolean =>
  pressed.get(desk) === press && desk.state.value.screen?.kind === 'sending';

async function submitOnce(desk: Desk, press: Press, overThat: number | undefined): Promise<void> {
  const again = (): void => void submitReport(desk, overThat);
  desk.state.set({ stopped: false });
  showStep(desk, press, 'checking');
  const behind = await settled(desk);
  if (!isOn(desk, press)) return;
  const isRead = (await writeDrafts(desk)) && (await desk.refresh());
  if (!isOn(desk, press)) return;
  const { report, words } = desk.state.value;
  if (!isRead && report.kind !== 'unreadable') return desk.show({ kind: 'failed', again });
  if (report.kind !== 'checked') {
    desk.show(undefined);
    if (report.kind === 'unknownForm') desk.signedIn(again);
    return;
  }
  if (report.verdict.blocked) {
    desk.show(undefined);
    desk.state.set({ stopped: true });
    return desk.readOut(words.notSent);
  }
  if (!desk.signedIn(again)) return;
  if (desk.state.value.session?.role !== 'unit') return boardCannot(desk);
  const base = overThat ?? (await knownRevision(desk, report));
  const counted = countedReceipt(desk.state.value.unitFile);
  if (counted && counted.revision > base) return conflict(desk, counted, report, () => isOn(desk, press));
  // What the board sent back is expected again.
  if (counted && overThat === undefined && counted.state !== 'returned') {
    const differences = await differencesFrom(desk, counted, report);
    if (isOn(desk, press)) desk.show({ kind: 'confirm', replaced: counted, differences });
    return;
  }
  await sendIt(desk, press, report, Math.max(base, counted?.revision ?? 0), behind);
}

/** What waits of this report is older, and has to be there first; then all is read once more. */
async function settled(desk: Desk): Promise<Later | undefined> {
  const { report } = desk.state.value;
  return report.kind === 'checked' ? desk.outbox.settle(report.canonical) : undefined;
}

/** @param behind why an earlier try of the same report still waits: then this one waits behind it */
async function sendIt(
  desk: Desk,
  press: Press,
  report: CheckedReport,
  base: number,
  behind: Later | undefined,
): Promise<void> {
  const mine = report.canonical;
  showStep(desk, press, 'reading');
  const taken = desk.report?.bytes((share) => showStep(desk, press, 'reading', share));
  const bytes = await desk.waitForExcel(taken ?? Promise.resolve(undefined));
  if (!isOn(desk, press)) return;
  press.isOut = true;
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
  const from = desk.report;
  const asValues = bytes === undefined;
  const showing = (step: 'sending' | 'judging', share: number): void => showStep(desk, press, step, share, asValues);
  showing('sending', 0);
  const { outcome, kept } = await desk.outbox.send(attempt, showing, behind);
  // The way ends here: what follows has its own screens, and another press is another report.
  pressed.delete(desk);
  if (outcome.kind === 'received') {
    // First what everybody waits for; Excel and the network may take their time with the rest.
    desk.show({ kind: 'receipt', receipt: outcome.receipt });
    return void (await rememberReceipt(desk, attempt, outcome.receipt, from === desk.report));
  }
  if (outcome.kind === 'later') return later(desk, attempt, outcome.why, kept);
  await refused(desk, attempt, outcome.problem);
}

/** The try keeps its key, so that what perhaps arrived is not sent twice. */
function later(desk: Desk, attempt: Attempt, why: Later, kept: boolean): void {
  const queued: Screen = { kind: 'queued', attempt, kept };
  if (why === 'signIn') desk.sessionEnded(() => desk.show(queued));
  else {
    desk.state.set({ online: why !== 'away' });
    desk.show(queued);
  }
}

async function refused(
  desk: Desk,
  attempt: Attempt,
  problem: Extract<Outcome, { kind: 'refused' }>['problem'],
): Promise<void> {
  const { report } = desk.state.value;
  const inHand = isInHand(report, attempt) ? report : undefined;
  if (problem.code === 'NEWER_REVISION' && problem.latest && inHand) return conflict(desk, problem.latest, inHand);
  desk.show({ kind: 'problem', problem, ...(inHand ? { again: () => void submitReport(desk) } : {}) });
}

/** Somebody does not want to wait any longer: what comes of it is said. */
export async function sendNow(desk: Desk, attempt: Attempt): Promise<void> {
  const again = (): void => void sendNow(desk, attempt);
  if (!desk.signedIn(again)) return;
  const { session, words } = desk.state.value;
  if (session?.unit !== attempt.unit) return desk.say(words.waitingSignIn);
  const why = await desk.outbox.settle(attempt);
  if (why === 'signIn') desk.sessionEnded(again);
  else if (why) desk.say(why === 'away' ? words.network : words.stillBusy);
}

/** A report that had waited was sent by itself: said, and remembered in the file if it is the one in hand. */
export function listenToOutbox(desk: Desk): void {
  desk.ended = async (attempt, outcome) => {
    const { screen, words } = desk.state.value;
    const shown = screen?.kind === 'queued' && screen.attempt.key === attempt.key;
    if (outcome.kind === 'received') {
      if (shown) desk.show({ kind: 'receipt', receipt: outcome.receipt });
      else desk.say(words.sentByItself(outcome.receipt.number));
      await desk.parts.storage.keepSent({ receipt: outcome.receipt, report: attempt.report });
      // Excel may be busy for as long as somebody types in a cell: the next report does not wait for that.
      void inFile(desk, attempt, outcome.receipt).catch((error: unknown) => console.error(error));
    } else if (outcome.kind === 'refused') {
      if (shown) await refused(desk, attempt, outcome.problem);
      else desk.say(words.refusedByItself(attempt.unit));
    }
  };
}

/** A step of the way is shown to whoever is still there to see it. */
function showStep(
  desk: Desk,
  press: Press,
  step: Extract<Screen, { kind: 'sending' }>['step'],
  share = 0,
  asValues = false,
): void {
  const isFirst = press.shown === undefined;
  const leave = (): void => {
    pressed.delete(desk);
    desk.show(undefined);
  };
  press.shown = { kind: 'sending', step, share, asValues, ...(press.isOut ? {} : { cancel: leave }) };
  if (isFirst || isOn(desk, press)) desk.show(press.shown);
}

/** @param isOn whether somebody still waits for it */
async function conflict(
  desk: Desk,
  latest: Receipt,
  report: CheckedReport,
  isOn: () => boolean = () => true,
): Promise<void> {
  const differences = await differencesFrom(desk, latest, report);
  if (isOn()) desk.show({ kind: 'conflict', latest, differences });
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

/**
 * The latest that this file, or this computer, has had to do with: nobody needs to be warned of that one. A report of ours that the
 * centre has refused since tells nothing of what counts.
 */
async function knownRevision(desk: Desk, { identity, canonical }: CheckedReport): Promise<number> {
  const { kept, unitFile } = desk.state.value;
  const sent = await desk.parts.storage.sentReports(canonical);
  const known = [
    kept?.receipt.revision ?? 0,
    Number(identity.base ?? 0) || 0,
    ...sent.map(({ receipt }) => receipt.revision),
  ];
  const isRefused = (revision: number): boolean =>
    unitFile?.submissions.some(
      (one) => one.revision === revision && (one.state === 'refused' || one.state === 'failed'),
    ) ?? false;
  return Math.max(0, ...known.filter((revision) => !isRefused(revision)));
}

function boardCannot(desk: Desk): void {
  const { words } = desk.state.value;
  const problem = { status: 403, code: 'NOT_ALLOWED', title: words.problemTitle, detail: words.unitOnly };
  desk.show({ kind: 'problem', problem });
}
