// The report in hand, read and judged. What was touched is read again once the typing pauses; what has to be known is asked of the
// centre beside it, and never waited for where this computer knows it from before. Writes what it finds into the desk's state.

import type { WorkbookCells } from '../../templates/cell/cell';
import type { Identity } from '../../templates/extract/extracted';
import type { Receipt } from '../../templates/receipt/receipt';
import { FileRefused } from '../../templates/sheet-xml/file-refused';
import type { Centre, Session } from '../centre';
import { type Engine, loadEngine } from '../report/load-engine';
import { FileChanged, type OpenReport, type Touched } from '../report/open-report';
import { isSamePlace, placeIn, type ReportPlace } from '../report/report-place';
import type { DeskParts } from './desk-parts';
import type { DeskState, Screen } from './desk-state';
import { keepInFile, type LastReceipt, lastReceipt } from './kept-receipt';
import { askCentre, type Known, lastKnown, remember } from './knowledge';
import type { Observable } from './observable';
import { VerdictWatch } from './verdict-watch';

/** Typing is not interrupted by checking. */
const PAUSE_MS = 350;
const OLD_MS = 60_000;
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
  /** Of a report that was stored before: it is judged now. */
  sayVerdict(receipt: Receipt): void;
}

export class Checks {
  private report: OpenReport | undefined;
  private reading: Reading | undefined;
  private known: (Known & { readonly place: ReportPlace }) | undefined;
  private last: LastReceipt | undefined;
  /** When the centre was last asked, in milliseconds; and how often. */
  private askedAt = 0;
  private turn = 0;
  private asking: Promise<void> = Promise.resolve();
  private touched: Touched[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly verdict = new VerdictWatch(() => void this.ask());
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly desk: AtDesk) {}

  async use(report: OpenReport | undefined): Promise<void> {
    this.report = report;
    this.reading = undefined;
    this.known = undefined;
    this.last = undefined;
    this.touched = [];
    this.verdict.stop();
    this.desk.state.set({
      report: { kind: report ? 'reading' : 'none' },
      fileName: report?.fileName,
      kept: undefined,
      changes: undefined,
      unitFile: undefined,
      stopped: false,
    });
    if (report) await this.lookAnew();
  }

  /** Somebody is back at the window: cells may be others, and by now the board may have said something. */
  async returned(): Promise<void> {
    const age = this.desk.parts.now().getTime() - this.askedAt;
    await (age > OLD_MS ? this.lookAnew() : this.check('all'));
  }

  /** Who was signed in has gone: what the centre told them goes too. */
  signedOut(): void {
    this.verdict.stop();
    if (this.known) this.known = { ...this.known, unitFile: undefined };
    this.judge();
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
  async learnt(last: LastReceipt): Promise<void> {
    this.last = last;
    this.judge();
    await this.ask();
  }

  private async lookAnew(): Promise<void> {
    if (await this.check('all')) await this.ask();
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
    const isOther = place && !isSamePlace(place, this.known?.place);
    const known = isOther ? await lastKnown(storage, place) : undefined;
    const last = place && (this.last ?? (await lastReceipt(storage, report, place)));
    if (report !== this.report) return;
    this.last ??= last;
    if (isOther) this.known = known && { ...known, place };
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
    const kept = this.last?.kept;
    const changes =
      report.kind === 'checked' && kept ? engine.differences(report.canonical, kept.report, report.form) : undefined;
    const before = this.desk.state.value.unitFile?.submissions[0];
    this.desk.state.set({ report, unitFile: known.unitFile, kept, changes, checking: false });
    const now = known.unitFile?.submissions.find(({ id }) => id === before?.id);
    if (now && before?.state === 'received' && now.state !== 'received') this.desk.sayVerdict(now);
  }

  /** Asks the centre for what it knows, and judges once more by that. Who is overtaken waits for the newer answer. */
  ask(): Promise<void> {
    this.asking = this.askNow();
    return this.asking;
  }

  private async askNow(): Promise<void> {
    const { report, reading, desk } = this;
    const { session } = desk.state.value;
    const place = reading?.place;
    if (!report || !place) return;
    this.askedAt = desk.parts.now().getTime();
    const turn = ++this.turn;
    const fresh = session && (await askCentre(desk.centre, desk.parts.storage, session, place));
    if (report !== this.report) return;
    // Whoever asked later knows more; and what was asked for somebody who has gone is nobody's.
    if (turn !== this.turn) return this.asking;
    if (session !== desk.state.value.session) return this.ask();
    const isKnown = typeof fresh === 'object' && 'definition' in fresh;
    const problem = typeof fresh === 'object' && !isKnown ? fresh.problem : undefined;
    if (session) desk.state.set({ online: fresh !== 'away' });
    if (session && isKnown) {
      this.known = { ...fresh, place };
      await remember(desk.parts.storage, place, session, fresh);
      this.verdict.seen(fresh.unitFile?.submissions[0]);
    }
    if (session && problem?.status === 401) desk.forgetSession(session);
    if (this.known) {
      this.judge();
      await this.keepMissing();
    } else {
      const why = !session || problem?.status === 401 ? 'signIn' : (problem ?? 'away');
      desk.state.set({ report: { kind: 'unknownForm', identity: reading.identity, why } });
    }
  }

  /** Only where the file holds the very report that was sent: a copy that says something else gets no receipt. */
  private async keepMissing(): Promise<void> {
    const missing = this.last?.missing;
    const { changes, words, language } = this.desk.state.value;
    if (!missing || !this.report?.excel || changes?.length !== 0) return;
    this.last = { kept: missing };
    await keepInFile(this.report, missing, words, language);
  }

  private readingFailed(error: unknown): boolean {
    const { state, parts } = this.desk;
    const { language, words, report } = state.value;
    const set = (title: string, detail: string): void => {
      // What was read before is of another file by now.
      this.reading = undefined;
      state.set({ report: { kind: 'unreadable', title, detail }, checking: false });
    };
    if (error instanceof FileRefused) {
      const { title, detail } = parts.describe(error, language);
      set(title, detail);
    } else if (error instanceof FileChanged) set(words.fileChanged, words.fileChangedText);
    else {
      console.error(error);
      state.set({ checking: false });
      // In the background nobody is disturbed: the next change or the next look reads again.
      if (report.kind === 'reading') this.desk.show({ kind: 'failed', again: () => void this.lookAnew() });
    }
    return false;
  }
}
