// The report in hand, read and judged. What was touched is read again once the typing pauses; what has to be known is asked of the
// centre beside it, and never waited for where this computer knows it from before. Writes what it finds into the desk's state.

import type { WorkbookCells } from '../../templates/cell/cell';
import type { Identity } from '../../templates/extract/extracted';
import { FileRefused } from '../../templates/sheet-xml/file-refused';
import type { Centre, Problem, Session } from '../centre';
import { type Engine, loadEngine } from '../report/load-engine';
import { FileChanged, type OpenReport, type Touched } from '../report/open-report';
import type { DeskParts } from './desk-parts';
import type { DeskState, Screen } from './desk-state';
import { keepInFile, type LastSent, lastSent } from './kept-receipt';
import { askCentre, isSamePlace, type Known, lastKnown, placeIn, type ReportPlace } from './knowledge';
import type { Observable } from './observable';

/** Typing is not interrupted by checking. */
const PAUSE_MS = 350;
const OLD_MS = 60_000;
/** A report that is stored and not yet judged is asked after. */
const VERDICT_MS = 15_000;
/** The sheet whose derived cells follow any other. */
const DERIVED_SHEET = 'ChiTieu';

interface Reading {
  readonly engine: Engine;
  readonly book: WorkbookCells;
  readonly identity: Identity;
  readonly place: ReportPlace | undefined;
}

/** What of the desk is needed here. */
export interface AtDesk {
  readonly state: Observable<DeskState>;
  readonly parts: DeskParts;
  readonly centre: Centre;
  show(screen: Screen): void;
  /** The centre no longer takes it. */
  forgetSession(session: Session): void;
}

export class Checks {
  private report: OpenReport | undefined;
  private reading: Reading | undefined;
  private known: (Known & { readonly place: ReportPlace }) | undefined;
  private lastSent: LastSent | undefined;
  /** When the centre was last asked, in milliseconds. */
  private askedAt = 0;
  private touched: Touched[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private verdictTimer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly desk: AtDesk) {}

  async use(report: OpenReport | undefined): Promise<void> {
    this.report = report;
    this.reading = undefined;
    this.known = undefined;
    this.lastSent = undefined;
    this.touched = [];
    clearTimeout(this.verdictTimer);
    this.desk.state.set({
      report: { kind: report ? 'reading' : 'none' },
      fileName: report?.fileName,
      kept: undefined,
      changes: undefined,
      unitFile: undefined,
      stopped: false,
    });
    if (report) await this.refresh();
  }

  /** Reads and checks all, then asks the centre anew and judges again. */
  async refresh(): Promise<void> {
    if (await this.check('all')) await this.ask();
  }

  /** Somebody is back at the window: cells may be others, and by now the board may have said something. */
  async returned(): Promise<void> {
    const age = this.desk.parts.now().getTime() - this.askedAt;
    await (age > OLD_MS ? this.refresh() : this.check('all'));
  }

  touch(touched: Touched): void {
    this.touched.push(touched);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check('touched'), PAUSE_MS);
  }

  /**
   * One after the other: a check that overtakes another would show yesterday's cells.
   * @returns whether it could be read; what was read before stays otherwise
   */
  check(what: 'all' | 'touched'): Promise<boolean> {
    this.running = this.running.then(() =>
      this.checkNow(what).then(
        () => true,
        (error: unknown) => this.readingFailed(error),
      ),
    );
    return this.running;
  }

  /** Something was sent: by now the file, or this computer, knows more. */
  async sent(last: LastSent): Promise<void> {
    this.lastSent = last;
    this.judge();
    await this.ask();
  }

  private async checkNow(what: 'all' | 'touched'): Promise<void> {
    const { report } = this;
    if (!report) return;
    clearTimeout(this.timer);
    this.desk.state.set({ checking: true });
    const touched = this.touched.splice(0);
    const book = await this.cells(report, what, touched).catch((error: unknown) => {
      this.touched.unshift(...touched);
      throw error;
    });
    if (report !== this.report) return;
    const engine = await loadEngine();
    const identity = engine.readIdentity(book);
    const place = placeIn(identity);
    const { storage } = this.desk.parts;
    if (place && !isSamePlace(place, this.known?.place)) {
      const known = await lastKnown(storage, place);
      this.known = known && { ...known, place };
    }
    if (place) this.lastSent ??= await lastSent(storage, report, place);
    if (report !== this.report) return;
    this.reading = { engine, book, identity, place };
    this.judge();
    await this.keepMissing();
  }

  private cells(report: OpenReport, what: 'all' | 'touched', touched: readonly Touched[]): Promise<WorkbookCells> {
    const before = this.reading?.book;
    return what === 'touched' && before && report.excel
      ? report.excel.readAgain(before, [...touched, { sheet: DERIVED_SHEET, inPlace: true }])
      : report.read();
  }

  private judge(): void {
    const { reading, known, desk } = this;
    if (reading && !reading.place) desk.state.set({ report: { kind: 'none' }, checking: false });
    else if (reading && known) this.judged(reading, known);
    // Nobody knows the form yet: whoever asks the centre says how that ended.
    else desk.state.set({ checking: false });
  }

  private judged({ engine, book, identity }: Reading, known: Known & { readonly place: ReportPlace }): void {
    const report = engine.checkReport(book, identity, { ...known, period: known.place.period });
    const kept = this.lastSent?.kept;
    const changes =
      report.kind === 'checked' && kept ? engine.differences(report.canonical, kept.report, report.form) : undefined;
    this.desk.state.set({ report, unitFile: known.unitFile, kept, changes, checking: false });
  }

  /** Asks the centre for what it knows, and judges once more by that. */
  async ask(): Promise<void> {
    const { report, reading, desk } = this;
    const { session } = desk.state.value;
    const place = reading?.place;
    if (!report || !place) return;
    this.askedAt = desk.parts.now().getTime();
    const fresh = session && (await askCentre(desk.centre, desk.parts.storage, session, place));
    if (report !== this.report) return;
    if (session) desk.state.set({ online: fresh !== 'away' });
    const problem = typeof fresh === 'object' && 'problem' in fresh ? fresh.problem : undefined;
    if (session && problem?.status === 401) desk.forgetSession(session);
    if (typeof fresh === 'object' && 'definition' in fresh) this.known = { ...fresh, place };
    if (this.known) {
      this.judge();
      await this.keepMissing();
    } else this.unknown(reading, problem);
    this.askForVerdict();
  }

  private unknown({ identity }: Reading, problem: Problem | undefined): void {
    this.desk.state.set({ report: { kind: 'unknownForm', identity, problem } });
  }

  private askForVerdict(): void {
    clearTimeout(this.verdictTimer);
    const newest = this.desk.state.value.unitFile?.submissions[0];
    if (newest?.state === 'received') this.verdictTimer = setTimeout(() => void this.ask(), VERDICT_MS);
  }

  /** Only where the file holds the very report that was sent: a copy that says something else gets no receipt. */
  private async keepMissing(): Promise<void> {
    const missing = this.lastSent?.missing;
    const { changes, words, language } = this.desk.state.value;
    if (!missing || !this.report?.excel || changes?.length !== 0) return;
    this.lastSent = { kept: missing };
    await keepInFile(this.report, missing, words, language);
  }

  private readingFailed(error: unknown): boolean {
    const { state, parts } = this.desk;
    const { language, words, report } = state.value;
    const set = (title: string, detail: string): void =>
      state.set({ report: { kind: 'unreadable', title, detail }, checking: false });
    if (error instanceof FileRefused) {
      const { title, detail } = parts.describe(error, language);
      set(title, detail);
    } else if (error instanceof FileChanged) set(words.fileChanged, words.fileChangedText);
    else {
      console.error(error);
      state.set({ checking: false });
      // In the background nobody is disturbed: the next change or the next look reads again.
      if (report.kind === 'reading') this.desk.show({ kind: 'failed', again: () => void this.refresh() });
    }
    return false;
  }
}
