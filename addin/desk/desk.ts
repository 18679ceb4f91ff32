// The desk a report lies on: reads it, fetches what is needed to judge it, checks it, remembers who is signed in. Everything
// a screen shows is in `state`; everything a person does is a method here or in the rooms beside (edits, periods, submit).

import type { WorkbookCells } from '../../templates/cell/cell';
import type { Identity } from '../../templates/extract/extracted';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { FileRefused } from '../../templates/sheet-xml/file-refused';
import type { UnitFile } from '../../templates/submission/unit-file';
import type { Centre, Place, Session } from '../centre';
import { type Engine, loadEngine } from '../report/load-engine';
import type { Kept, OpenReport, Touched } from '../report/open-report';
import { keepSession, keptSession } from '../session';
import { Outbox } from '../submit/outbox';
import type { Language } from '../words/word-list';
import { wordsFor } from '../words/words';
import type { DeskParts } from './desk-parts';
import type { DeskState, Screen } from './desk-state';
import { askCentre, askUnitFile, type Known, lastKnown } from './knowledge';
import { type Observable, observable } from './observable';

/** Typing is not interrupted by checking. */
const PAUSE_MS = 350;
const OLD_MS = 60_000;
/** The sheet whose derived cells follow any other. */
const DERIVED_SHEET = 'ChiTieu';

export class Desk {
  readonly state: Observable<DeskState>;
  readonly outbox: Outbox;
  centre: Centre;
  report: OpenReport | undefined;
  private definition: FormDefinition | undefined;
  /** When the centre was last asked, in milliseconds. */
  private askedAt = 0;
  private touched: Touched[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> = Promise.resolve(true);
  private afterSignIn: (() => void) | undefined;

  constructor(readonly parts: DeskParts) {
    const session = keptSession(parts.notes);
    this.centre = parts.connect('vi');
    this.state = observable<DeskState>({
      language: 'vi',
      words: parts.words,
      session,
      online: true,
      report: { kind: 'none' },
      checking: false,
      stopped: false,
      waiting: [],
      said: '',
    });
    this.outbox = new Outbox({
      storage: parts.storage,
      centre: () => this.centre,
      session: () => this.state.value.session,
      wait: parts.wait,
      changed: (waiting) => this.state.set({ waiting }),
      ended: (attempt, outcome) => void this.ended?.(attempt, outcome),
    });
  }

  /** What to do when a report that waited has been sent; submit-report.ts says it. */
  ended: ConstructorParameters<typeof Outbox>[0]['ended'] | undefined;

  async start(): Promise<void> {
    if (this.parts.notes.read('language') === 'en') await this.speak('en');
    await this.outbox.open();
  }

  async speak(language: Language): Promise<void> {
    const words = await wordsFor(language);
    this.parts.notes.write('language', language);
    this.centre = this.parts.connect(language);
    this.state.set({ language, words });
  }

  show(screen: Screen | undefined): void {
    this.state.set({ screen });
  }

  say(said: string): void {
    this.state.set({ said });
  }

  async signIn(code: string): Promise<'done' | 'away' | { readonly detail: string }> {
    const answer = await this.centre.signIn(code.trim()).catch(() => undefined);
    if (!answer) return 'away';
    if (!answer.ok) return { detail: answer.problem.detail };
    this.keepSession(answer.body);
    this.show(undefined);
    const next = this.afterSignIn;
    this.afterSignIn = undefined;
    await this.refresh();
    next?.();
    void this.outbox.sendAll();
    return 'done';
  }

  signOut(): void {
    this.keepSession(undefined);
    this.state.set({ unitFile: undefined });
  }

  /** @returns whether somebody is; asks for a code otherwise, and goes on with `next` afterwards */
  signedIn(next: () => void): boolean {
    if (this.state.value.session) return true;
    this.afterSignIn = next;
    this.show({ kind: 'signIn', again: false });
    return false;
  }

  /** The centre no longer takes our word for who we are. */
  sessionEnded(next: () => void): void {
    this.keepSession(undefined);
    this.afterSignIn = next;
    this.show({ kind: 'signIn', again: true });
  }

  /** Takes up a report, or lays down the one in hand. */
  async use(report: OpenReport | undefined): Promise<void> {
    this.report = report;
    this.definition = undefined;
    this.touched = [];
    const kind = report ? 'reading' : 'none';
    this.state.set({ report: { kind }, fileName: report?.fileName, kept: undefined, unitFile: undefined });
    if (report) await this.refresh();
  }

  /** Asks the centre anew, then reads and checks all. @returns whether it could be read */
  async refresh(): Promise<boolean> {
    this.definition = undefined;
    return this.check('all');
  }

  /** Somebody is back at the window: cells may be others, and by now the board may have said something. */
  async returned(): Promise<void> {
    const age = this.parts.now().getTime() - this.askedAt;
    await (age > OLD_MS ? this.refresh() : this.check('all'));
  }

  /** Something in Excel changed: what was touched is read again, once the typing pauses. */
  touch(touched: Touched): void {
    this.touched.push(touched);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check('touched'), PAUSE_MS);
  }

  /**
   * One after the other: a check that overtakes another would show yesterday's cells.
   * @returns whether it could be read; what was read before stays otherwise
   */
  check(what: 'all' | 'touched' = 'all'): Promise<boolean> {
    this.running = this.running.then(() =>
      this.checkNow(what).then(
        () => true,
        (error: unknown) => this.readingFailed(error),
      ),
    );
    return this.running;
  }

  private async checkNow(what: 'all' | 'touched'): Promise<void> {
    const { report } = this;
    if (!report) return;
    clearTimeout(this.timer);
    this.state.set({ checking: true });
    const touched = this.touched.splice(0);
    const before = this.state.value.report;
    const book =
      what === 'touched' && before.kind === 'checked' && report.excel
        ? await report.excel.readAgain(before.book, [...touched, { sheet: DERIVED_SHEET, inPlace: true }])
        : await report.read();
    if (report !== this.report) return;
    const engine = await loadEngine();
    const identity = engine.readIdentity(book);
    const known = await this.knowledge(identity);
    const kept = this.state.value.kept ?? (await report.excel?.kept().catch(() => undefined));
    if (report === this.report) this.judge(engine, book, identity, known, kept);
  }

  private judge(
    engine: Engine,
    book: WorkbookCells,
    identity: Identity,
    known: Known | 'foreign' | undefined,
    kept: Kept | undefined,
  ): void {
    if (known === 'foreign') this.state.set({ report: { kind: 'none' }, checking: false });
    else if (!known) this.state.set({ report: { kind: 'unknownForm', identity }, checking: false });
    else {
      const report = engine.checkReport(book, identity, { ...known, period: identity.period! });
      const changes =
        report.kind === 'checked' && kept ? engine.differences(report.canonical, kept.report, report.form) : undefined;
      this.state.set({ report, unitFile: known.unitFile, kept, changes, checking: false });
    }
  }

  private async knowledge({ form, period, unit }: Identity): Promise<Known | 'foreign' | undefined> {
    if (!form || !period || !unit) return 'foreign';
    const { unitFile, session } = this.state.value;
    if (this.definition) return { definition: this.definition, unitFile };
    const { storage, now } = this.parts;
    const place = { form, period, unit };
    this.askedAt = now().getTime();
    const fresh = session && (await askCentre(this.centre, storage, session, place));
    if (session) this.state.set({ online: fresh !== 'away' });
    if (fresh === 'ended') this.keepSession(undefined);
    if (typeof fresh !== 'object') return lastKnown(storage, place);
    this.definition = fresh.definition;
    return fresh;
  }

  /** What the unit has sent, as the centre knows it now; undefined where it cannot say. */
  async freshUnitFile(place: Place, unit: string): Promise<UnitFile | undefined> {
    const { session } = this.state.value;
    const unitFile = session && (await askUnitFile(this.centre, this.parts.storage, session, place, unit));
    if (unitFile) this.state.set({ unitFile });
    return unitFile;
  }

  private keepSession(session: Session | undefined): void {
    keepSession(this.parts.notes, session);
    this.state.set({ session });
  }

  private readingFailed(error: unknown): boolean {
    const { language } = this.state.value;
    if (error instanceof FileRefused)
      this.state.set({ report: { kind: 'unreadable', ...this.parts.describe(error, language) }, checking: false });
    else {
      console.error(error);
      // In the background nobody is disturbed: the next change or the next look reads again.
      const first = this.state.value.report.kind === 'reading';
      this.state.set({ checking: false, ...(first ? { screen: { kind: 'failed' } } : {}) });
    }
    return false;
  }
}
