// The desk a report lies on: remembers who is signed in, which screen is in front, what has just happened. Everything a screen
// shows is in `state`; everything a person does is a method here or in the rooms beside (checks, edits, periods, submit).

import type { Receipt } from '../../templates/receipt/receipt';
import type { Centre, Session } from '../centre';
import type { OpenReport, Touched } from '../report/open-report';
import { keepSession, keptSession } from '../session';
import { Outbox } from '../submit/outbox';
import type { Language } from '../words/word-list';
import { wordsFor } from '../words/words';
import { Checks } from './checks';
import type { DeskParts } from './desk-parts';
import type { DeskState, Screen } from './desk-state';
import { Drafts } from './drafts';
import { type Observable, observable } from './observable';
import { problemText } from './problem-text';

/** A working Excel answers sooner; one in which a cell is being edited does not answer at all. */
const PATIENCE_MS = 2_500;

export class Desk {
  readonly state: Observable<DeskState>;
  readonly outbox: Outbox;
  readonly checks: Checks;
  /** Explanations that are being typed and do not stand in the sheet yet, by the name of their cell: `GT_A_01`. */
  readonly drafts = new Drafts();
  centre: Centre;
  report: OpenReport | undefined;
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
      excelWaits: false,
      stopped: false,
      waiting: [],
      notice: '',
      said: '',
    });
    this.checks = new Checks(this);
    this.outbox = new Outbox({
      storage: parts.storage,
      centre: () => this.centre,
      session: () => this.state.value.session,
      wait: parts.wait,
      changed: (waiting) => this.state.set({ waiting }),
      ended: async (attempt, outcome) => this.ended?.(attempt, outcome),
      sessionEnded: (session) => this.forgetSession(session),
    });
  }

  /** What to do when a report that waited has been sent; submit-report.ts says it. */
  ended: ConstructorParameters<typeof Outbox>[0]['ended'] | undefined;

  async start(): Promise<void> {
    const speaking = this.parts.notes.read('language') === 'en' ? this.speak('en') : undefined;
    await Promise.all([speaking, this.outbox.open()]);
  }

  async speak(language: Language): Promise<void> {
    const words = await wordsFor(language).catch(() => undefined);
    if (!words) return this.say(this.state.value.words.network);
    this.parts.notes.write('language', language);
    this.centre = this.parts.connect(language);
    this.state.set({ language, words, notice: '' });
  }

  show(screen: Screen | undefined): void {
    // Whoever leaves the question who they are has left what was to follow.
    if (this.state.value.screen?.kind === 'signIn' && screen?.kind !== 'signIn') this.afterSignIn = undefined;
    const before = this.state.value.screen;
    // A step of the way wipes nothing away that has just been said.
    const isStep = before?.kind === 'sending' && screen?.kind === 'sending';
    this.state.set({ screen, ...(isStep ? {} : { notice: '', said: '' }) });
  }

  /** Seen, and read out. */
  say(notice: string): void {
    this.state.set({ notice: saidAgain(notice, this.state.value.notice) });
  }

  /** Read out only: it stands on the screen anyway. */
  readOut(said: string): void {
    this.state.set({ said: saidAgain(said, this.state.value.said) });
  }

  async signIn(code: string): Promise<'done' | { readonly detail: string }> {
    const answer = await this.centre.signIn(code.trim()).catch(() => undefined);
    const { words } = this.state.value;
    if (!answer) return { detail: words.network };
    if (!answer.ok) return { detail: problemText(answer.problem, words) };
    const next = this.afterSignIn;
    if (this.state.value.report.kind === 'unknownForm') this.state.set({ report: { kind: 'reading' } });
    this.keepSession(answer.body);
    this.show(undefined);
    await this.refresh();
    next?.();
    void this.outbox.sendAll();
    return 'done';
  }

  signOut(): void {
    this.keepSession(undefined);
    this.checks.signedOut();
  }

  /** @returns whether somebody is; asks for a code otherwise, and goes on with `next` afterwards */
  signedIn(next: () => void): boolean {
    if (this.state.value.session) return true;
    this.show({ kind: 'signIn', ended: false });
    this.afterSignIn = next;
    return false;
  }

  /** The centre no longer takes our word for who we are. */
  sessionEnded(next: () => void): void {
    this.keepSession(undefined);
    this.show({ kind: 'signIn', ended: true });
    this.afterSignIn = next;
  }

  /** The same, while nobody is waiting for anything. */
  forgetSession(session: Session): void {
    if (this.state.value.session === session) this.keepSession(undefined);
  }

  sayVerdict({ number, state }: Receipt): void {
    const { words } = this.state.value;
    this.say(words.verdictCame(number, words.states[state]));
  }

  /** Takes up a report, or lays down the one in hand. */
  async use(report: OpenReport | undefined): Promise<void> {
    this.report = report;
    this.drafts.clear();
    await this.checks.use(report);
  }

  /** Somebody wants all read and checked, and the centre asked anew. @returns whether it could be read */
  async refresh(): Promise<boolean> {
    const isRead = await this.waitForExcel(this.checks.check('all'));
    if (isRead) await this.checks.ask();
    return isRead;
  }

  /** Something in Excel changed. */
  touch(touched: Touched): void {
    this.checks.touch(touched);
  }

  /** What a person pressed for: where Excel does not answer, because a cell is being edited, it is said how to go on. */
  async waitForExcel<T>(work: Promise<T>): Promise<T> {
    if (!this.report?.excel) return work;
    const timer = setTimeout(() => this.state.set({ excelWaits: true }), PATIENCE_MS);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      if (this.state.value.excelWaits) this.state.set({ excelWaits: false });
    }
  }

  private keepSession(session: Session | undefined): void {
    keepSession(this.parts.notes, session);
    this.state.set({ session });
  }
}

/** A live region says only what has changed: the same words once more get a blank that nobody hears. */
function saidAgain(said: string, before: string): string {
  return said !== '' && said === before ? `${said}\u00a0` : said;
}
