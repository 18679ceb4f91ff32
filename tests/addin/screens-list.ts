// Every screen of the pane and the upload page by a name, and how it comes to stand there: which workbook is open, who is
// signed in, what the centre knows, which screen is in front. Data for screens-page.ts, which draws the real components of them.

import type { Session } from '../../addin/centre';
import type { Desk } from '../../addin/desk/desk';
import type { Screen } from '../../addin/desk/desk-state';
import type { CheckedReport } from '../../addin/report/check-report';
import type { Language } from '../../addin/words/word-list';
import type { Receipt } from '../../templates/receipt/receipt';
import type { Difference } from '../../templates/submission/differences';
import { inLanguage, type ViolationLine } from '../../templates/violation/violation';
import { attemptOf, listedForms, problemOf, receiptOf, returnedReceipt, UNIT_SESSION } from './screens-centre';

/** Made in screens-data.ts. */
export type WorkbookName = 'clean' | 'broken' | 'warned' | 'blank' | 'foreign' | 'torn';

export interface Shown {
  readonly on: 'pane' | 'nop';
  readonly workbook?: WorkbookName;
  readonly session?: Session | null;
  readonly away?: boolean;
  readonly locked?: boolean;
  readonly submissions?: (language: Language) => readonly Receipt[];
  /** What was sent before differs from what stands there now. */
  readonly changedSince?: boolean;
  readonly waiting?: boolean;
  readonly screen?: (about: About) => Screen;
  /** All that is folded is opened. */
  readonly open?: boolean;
  readonly after?: (desk: Desk) => void;
  /** A code that the centre does not take. */
  readonly typed?: string;
}

export interface About {
  readonly desk: Desk;
  readonly language: Language;
  readonly report: CheckedReport;
  readonly violations: readonly ViolationLine[];
  readonly differences: readonly Difference[];
}

const again = (): void => undefined;
const sent = () => [receiptOf(1)];
const problem = (
  code: Parameters<typeof problemOf>[0],
  more: (about: About) => Partial<ReturnType<typeof problemOf>> = () => ({}),
): Pick<Shown, 'screen'> => ({
  screen: (about) => ({ kind: 'problem', problem: problemOf(code, about.language, more(about)), again }),
});
const sending = (
  step: Extract<Screen, { kind: 'sending' }>['step'],
  share: number,
  asValues = false,
): Pick<Shown, 'screen'> => {
  const isOut = step === 'sending' || step === 'judging';
  return { screen: () => ({ kind: 'sending', step, share, asValues, ...(isOut ? {} : { cancel: again }) }) };
};

const pane = (shown: Omit<Shown, 'on'>): Shown => ({ on: 'pane', workbook: 'clean', ...shown });
const nop = (shown: Omit<Shown, 'on'>): Shown => ({ on: 'nop', ...shown });

export const SCREENS = {
  'needs-sign-in': pane({ session: null }),
  'sign-in': pane({ screen: () => ({ kind: 'signIn', ended: false }) }),
  'sign-in-again': pane({ screen: () => ({ kind: 'signIn', ended: true }) }),
  'wrong-code': pane({ session: null, typed: 'demo-DV0x' }),
  reading: pane({ after: (desk) => desk.state.set({ report: { kind: 'reading' } }) }),
  clean: pane({}),
  'clean-offline': pane({ away: true, session: null }),
  errors: pane({ workbook: 'broken' }),
  'errors-all-open': pane({
    workbook: 'broken',
    open: true,
    submissions: sent,
    changedSince: true,
    locked: true,
    after: (desk) => desk.state.set({ stopped: true }),
  }),
  warning: pane({ workbook: 'warned' }),
  'warning-all-open': pane({ workbook: 'warned', open: true }),
  blank: pane({ workbook: 'blank' }),
  'blank-all-open': pane({ workbook: 'blank', open: true }),
  comments: pane({ submissions: (language) => [returnedReceipt(language)] }),
  changes: pane({ submissions: sent, changedSince: true, open: true }),
  'not-a-report': pane({ after: (desk) => desk.state.set({ report: { kind: 'none' } }) }),
  foreign: pane({ workbook: 'foreign' }),
  templates: pane({
    screen: ({ report }) => ({ kind: 'templates', forms: listedForms(report.form.definition), what: 'template' }),
  }),
  master: pane({
    screen: ({ report }) => ({ kind: 'templates', forms: listedForms(report.form.definition), what: 'master' }),
  }),
  normalise: pane({ workbook: 'broken', screen: ({ report }) => ({ kind: 'normalise', changes: report.proposed }) }),
  confirm: pane({
    submissions: sent,
    screen: ({ differences }) => ({
      kind: 'confirm',
      replaced: receiptOf(1, { state: 'accepted' }),
      differences,
    }),
  }),
  'confirm-same': pane({
    submissions: sent,
    screen: () => ({ kind: 'confirm', replaced: receiptOf(1), differences: [] }),
  }),
  loading: pane({ screen: () => ({ kind: 'loading' }) }),
  notice: pane({
    submissions: sent,
    after: (desk) => desk.say(desk.state.value.words.sentByItself('KG-2024-H1-DV01-01')),
  }),
  'excel-waits': pane({ ...sending('checking', 0), after: (desk) => desk.state.set({ excelWaits: true }) }),
  'last-refused': pane({ submissions: () => [receiptOf(2, { state: 'refused', onTime: false }), receiptOf(1)] }),
  'unknown-form': pane({ after: unknownForm }),
  sending: pane(sending('sending', 0.42)),
  'sending-values': pane(sending('judging', 1, true)),
  receipt: pane({ submissions: sent, screen: () => ({ kind: 'receipt', receipt: receiptOf(1) }) }),
  'receipt-refused': pane({
    screen: ({ violations }) => ({
      kind: 'receipt',
      receipt: receiptOf(2, { state: 'refused', onTime: false, came: 'values', violations }),
    }),
    workbook: 'broken',
  }),
  'receipt-overtaken': pane({
    submissions: sent,
    screen: () => {
      const { id, number } = receiptOf(1);
      return { kind: 'receipt', receipt: receiptOf(2, { state: 'refused', newer: { id, number } }) };
    },
  }),
  queued: pane({
    away: true,
    waiting: true,
    screen: ({ report }) => ({ kind: 'queued', attempt: attemptOf(report.canonical), kept: true }),
  }),
  'queued-not-kept': pane({
    away: true,
    screen: ({ report }) => ({ kind: 'queued', attempt: attemptOf(report.canonical), kept: false }),
  }),
  waiting: pane({ waiting: true, open: true, session: null, away: true }),
  conflict: pane({
    submissions: sent,
    screen: ({ differences }) => ({ kind: 'conflict', latest: receiptOf(1), differences }),
  }),
  locked: pane({ locked: true, ...problem('PERIOD_LOCKED') }),
  'too-large': pane({
    screen: () => ({
      kind: 'problem',
      problem: { status: 413, code: 'HTTP', title: 'Payload Too Large', detail: '' },
      again,
    }),
  }),
  refused: pane({ workbook: 'broken', ...problem('VIOLATIONS', ({ violations }) => ({ violations })) }),
  'not-allowed': pane({
    screen: ({ desk }) => {
      const { problemTitle: title, boardOnly: detail } = desk.state.value.words;
      return { kind: 'problem', problem: { status: 403, code: 'NOT_ALLOWED', title, detail } };
    },
  }),
  busy: pane({
    screen: () => ({ kind: 'problem', problem: { status: 503, code: 'HTTP', title: '', detail: '' }, again }),
  }),
  'cannot-open': pane({
    screen: ({ desk }) => {
      const { cannotOpen: title, cannotOpenText: detail } = desk.state.value.words;
      return { kind: 'problem', problem: { status: 0, code: 'CANNOT_OPEN', title, detail }, again };
    },
  }),
  away: pane({ screen: () => ({ kind: 'away', again }) }),
  failed: pane({ screen: () => ({ kind: 'failed', again }) }),
  'nop-sign-in': nop({ session: null }),
  'nop-empty': nop({}),
  'nop-report': nop({ workbook: 'broken' }),
  'nop-warning': nop({ workbook: 'warned', open: true }),
  'nop-clean': nop({ workbook: 'clean' }),
  'nop-foreign': nop({ workbook: 'foreign' }),
  'nop-unreadable': nop({ workbook: 'torn' }),
  'nop-file-changed': nop({
    workbook: 'clean',
    after: (desk) => {
      const { fileChanged: title, fileChangedText: detail } = desk.state.value.words;
      desk.state.set({ report: { kind: 'unreadable', title, detail } });
    },
  }),
  'nop-unknown-form': nop({ workbook: 'clean', after: unknownForm }),
  'nop-templates': nop({
    workbook: 'clean',
    screen: ({ report }) => ({ kind: 'templates', forms: listedForms(report.form.definition), what: 'template' }),
  }),
  'nop-receipt': nop({
    workbook: 'clean',
    submissions: sent,
    screen: () => ({ kind: 'receipt', receipt: receiptOf(1) }),
  }),
} as const satisfies Record<string, Shown>;

/** A gateway answered in place of the centre, on a computer that does not know the form. */
function unknownForm(desk: Desk): void {
  const { report } = desk.state.value;
  if (report.kind !== 'checked') return;
  const why = { status: 502, code: 'HTTP', title: '', detail: '' };
  desk.state.set({ report: { kind: 'unknownForm', identity: report.identity, why } });
}

/** Office that cannot be had; these have no desk. */
export const DIAGNOSES = ['slow', 'outside', 'old'] as const;

export type ScreenName = keyof typeof SCREENS | `diagnosis-${(typeof DIAGNOSES)[number]}`;
export const SCREEN_NAMES = [
  ...Object.keys(SCREENS),
  ...DIAGNOSES.map((why) => `diagnosis-${why}`),
] as readonly ScreenName[];

export const isOfNop = (name: ScreenName): boolean => (SCREENS as Record<string, Shown>)[name]?.on === 'nop';

export function sessionOf({ session }: Shown): Session | undefined {
  return session === null ? undefined : (session ?? UNIT_SESSION);
}

export function linesOf(report: CheckedReport, language: Language): ViolationLine[] {
  return report.verdict.violations.map((violation) => inLanguage(violation, language));
}
