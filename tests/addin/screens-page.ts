// Runs in the browser: draws one of the screens of screens-list.ts with the real components, the real desk and the real checks,
// over workbooks and a centre that are invented. `stage.show(name, language)` from the test; nothing of it is in the product.

import { h, render } from 'preact';
import type { Centre } from '../../addin/centre';
import { Desk } from '../../addin/desk/desk';
import { reportInFile } from '../../addin/file/report-in-file';
import { NopPage } from '../../addin/nop/nop-page';
import { Pane } from '../../addin/pane/pane';
import { Diagnosis } from '../../addin/pane/start';
import * as engine from '../../addin/report/engine';
import type { Kept, OpenReport } from '../../addin/report/open-report';
import { en } from '../../addin/words/en';
import { vi } from '../../addin/words/vi';
import type { Language } from '../../addin/words/word-list';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { History } from '../../templates/history/history';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import type { Difference } from '../../templates/submission/differences';
import { describeRefusal } from '../../templates/violation/file-refusals';
import { attemptOf, inventedCentre, inventedMemory, type Known, NOW, problemOf, receiptOf } from './screens-centre';
import { linesOf, SCREENS, type Shown, sessionOf, type WorkbookName } from './screens-list';

declare global {
  interface Window {
    stage: { show(name: string, language: Language): Promise<void>; wentTo: string[]; desk: Desk | undefined };
  }
}

const root = document.getElementById('root')!;
root.replaceChildren();
const data: Promise<{ definition: FormDefinition; history: History }> = fetch('/data.json').then((r) => r.json());
const files = new Map<WorkbookName, Promise<File>>();

window.stage = { show, wentTo: [], desk: undefined };

async function show(name: string, language: Language): Promise<void> {
  render(null, root);
  document.body.className = name.startsWith('nop-') ? 'page' : 'pane';
  document.documentElement.lang = name.startsWith('diagnosis-') ? 'vi' : language;
  if (name.startsWith('diagnosis-'))
    render(h(Diagnosis, { words: vi, english: en, why: name.slice(10) as 'slow' | 'outside' | 'old' }), root);
  else await showDesk((SCREENS as Record<string, Shown>)[name]!, language);
  await drawn();
  window.scrollTo(0, 0);
}

async function showDesk(shown: Shown, language: Language): Promise<void> {
  const known: Known = {
    ...(await data),
    submissions: shown.submissions?.(language) ?? [],
    locked: shown.locked ?? false,
    away: shown.away ?? false,
  };
  const sample = await reportOf('clean', shown, undefined);
  const canonical = await canonicalIn(sample, known);
  const kept = shown.changedSince ? keptOf(canonical) : undefined;
  const waiting = [
    ...(shown.waiting ? [attemptOf(canonical)] : []),
    ...(shown.waiting && shown.open ? [attemptOf(canonical, problemOf('PERIOD_LOCKED', language))] : []),
  ];
  const desk = new Desk({
    connect: (spoken): Centre => inventedCentre(known, spoken),
    ...inventedMemory(sessionOf(shown), waiting, known),
    words: vi,
    now: () => NOW,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    wait: () => new Promise(() => undefined),
    hand: async () => undefined,
    describe: ({ refusal }, spoken) => describeRefusal(refusal, spoken),
  });
  window.stage.desk = desk;
  await desk.speak(language);
  render(h(shown.on === 'nop' ? NopPage : Pane, { desk }), root);
  if (shown.workbook) await desk.use(await reportOf(shown.workbook, shown, kept));
  if (shown.away) desk.state.set({ online: false });
  desk.state.set({ waiting });
  putInFront(desk, shown, language);
  shown.after?.(desk);
  if (shown.typed) await type(shown.typed);
  if (shown.open) {
    await drawn();
    for (const details of document.querySelectorAll('details')) details.open = true;
  }
}

function putInFront(desk: Desk, shown: Shown, language: Language): void {
  const { report } = desk.state.value;
  if (!shown.screen) return;
  if (report.kind !== 'checked') throw new Error(`No report was checked: ${report.kind}`);
  const violations = linesOf(report, language);
  const differences: Difference[] = engine.differences(report.canonical, changedOf(report.canonical), report.form);
  desk.show(shown.screen({ desk, language, report, violations, differences }));
}

/** As it was sent: three figures, a day and a row were others. */
function changedOf(report: CanonicalReport): CanonicalReport {
  const values = { ...report.values, CT_A_17: 12, CT_A_05: 99, CT_K_02: 1_234_567, BC_ngay_ky: 45_450 };
  const PL1 = (report.annexes.PL1 ?? []).map((row, i) => (i === 1 ? { ...row, so_hn: 27 } : row));
  return { ...report, values, annexes: { ...report.annexes, PL1 } };
}

function keptOf(report: CanonicalReport): Kept {
  return { receipt: receiptOf(1), report: changedOf(report) };
}

async function canonicalIn(report: OpenReport, { definition }: Known): Promise<CanonicalReport> {
  const book = await report.read();
  const checked = engine.checkReport(book, engine.readIdentity(book), { definition, period: '2024-H1' });
  if (checked.kind !== 'checked') throw new Error('The clean workbook is of another unit');
  return checked.canonical;
}

async function reportOf(name: WorkbookName, { on }: Shown, kept: Kept | undefined): Promise<OpenReport> {
  const fileName = `khoa-giao-2024-H1-DV01${name === 'torn' ? ' (1)' : ''}.xlsx`;
  const file =
    files.get(name) ??
    fetch(`/${name}.xlsx`).then(async (response) => new File([await response.arrayBuffer()], fileName));
  files.set(name, file);
  const inFile = reportInFile(await file);
  if (on === 'nop') return inFile;
  const excel: OpenReport['excel'] = {
    readAgain: () => inFile.read(),
    watch: async () => () => undefined,
    goTo: async (sheet, cell) => void window.stage.wentTo.push(`${sheet}!${cell}`),
    write: async () => undefined,
    kept: async () => kept,
    keep: async () => undefined,
  };
  return { read: inFile.read, bytes: inFile.bytes, excel };
}

/** Twice: effects run once a frame has been drawn, and may draw again. */
async function drawn(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function type(code: string): Promise<void> {
  await drawn();
  const field = document.querySelector('input')!;
  field.value = code;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  field.form!.requestSubmit();
}
