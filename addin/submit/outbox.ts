// Tries that could not be sent yet: kept on this computer from before the first byte goes out until the centre has answered,
// sent by themselves, one at a time and in the order they were made, when the network is back, at the next opening, or after a
// while. A later try of the same report never goes before an earlier one: the later is the correction. A person may cancel one.

import type { Centre, Session } from '../centre';
import type { Attempt, OwnStorage } from '../own-storage';
import { isSamePlace, type ReportPlace } from '../report/report-place';
import { type Outcome, type SendParts, sendAttempt } from './send-attempt';

export interface OutboxParts {
  readonly storage: OwnStorage;
  readonly centre: () => Centre;
  readonly session: () => Session | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The list changed. */
  readonly changed: (waiting: readonly Attempt[]) => void;
  /** A try that was waiting has come to an end. */
  readonly ended: (attempt: Attempt, outcome: Outcome) => Promise<void>;
  /** The centre no longer takes this session. */
  readonly sessionEnded: (session: Session) => void;
}

export type Later = Extract<Outcome, { kind: 'later' }>['why'];

const LONGEST_PAUSE_MS = 10 * 60_000;
const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE_MS, 5_000 * 2 ** Math.min(tries, 10));

export class Outbox {
  /** In memory as well: a browser that keeps nothing still retries until its window is closed. */
  private readonly attempts = new Map<string, Attempt>();
  /** Those that lie on this computer, where other windows see them too. */
  private readonly kept = new Set<string>();
  private readonly busy = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private line: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: OutboxParts) {}

  /** In the order they were made. */
  get waiting(): readonly Attempt[] {
    return [...this.attempts.values()]
      .filter(({ key }) => !this.busy.has(key))
      .sort((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0));
  }

  /** Something would be gone if this window were closed now. */
  get isUnkept(): boolean {
    return [...this.attempts.keys()].some((key) => !this.kept.has(key));
  }

  /** What waited when Excel was closed, and then everything that may be sent. */
  async open(): Promise<void> {
    for (const attempt of (await this.parts.storage.attempts()) ?? []) {
      this.attempts.set(attempt.key, attempt);
      this.kept.add(attempt.key);
    }
    this.tell();
    await this.sendAll();
  }

  /**
   * @param behind why an earlier try of the same report still waits, as `settle` has just found
   * @returns the outcome, and whether the try was kept on this computer before it was sent
   */
  async send(
    attempt: Attempt,
    progress?: SendParts['progress'],
    behind?: Later,
  ): Promise<{ outcome: Outcome; kept: boolean }> {
    this.attempts.set(attempt.key, attempt);
    this.busy.add(attempt.key);
    const kept = await this.parts.storage.keepAttempt(attempt);
    if (kept) this.kept.add(attempt.key);
    const outcome = await this.inLine(async (): Promise<Outcome> => {
      const why = behind ?? (await this.sendWaiting((one) => isSamePlace(one, attempt)));
      if (why === undefined) return this.once(this.attempts.get(attempt.key) ?? attempt, 'seen', progress);
      this.busy.delete(attempt.key);
      this.tell();
      return { kind: 'later', why };
    });
    this.armRetry();
    return { outcome, kept };
  }

  /** @returns why something still waits; undefined where nothing does that this session may send */
  sendAll(): Promise<Later | undefined> {
    return this.sendThose(() => true);
  }

  /** What waits of one report. */
  settle(report: ReportPlace): Promise<Later | undefined> {
    return this.sendThose((attempt) => isSamePlace(attempt, report));
  }

  async cancel(key: string): Promise<void> {
    this.drop(key);
    await this.parts.storage.dropAttempt(key);
    this.tell();
    this.armRetry();
  }

  private async sendThose(which: (attempt: Attempt) => boolean): Promise<Later | undefined> {
    const why = await this.inLine(async () => {
      await this.letGo();
      return this.sendWaiting(which);
    });
    this.armRetry();
    return why;
  }

  /** One after the other: of two tries of a report the earlier has to be there first. */
  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.line.then(work);
    this.line = done.catch(() => undefined);
    return done;
  }

  /** A busy centre may still have time for another report; without a network, or a session, there is nothing to be had. */
  private async sendWaiting(which: (attempt: Attempt) => boolean): Promise<Later | undefined> {
    const held: Attempt[] = [];
    for (const { key } of this.waiting) {
      const attempt = this.attempts.get(key);
      if (!attempt || attempt.problem || !which(attempt)) continue;
      if (this.parts.session()?.unit !== attempt.unit || held.some((one) => isSamePlace(one, attempt))) continue;
      this.busy.add(key);
      this.tell();
      const outcome = await this.once(attempt, 'unseen');
      if (outcome.kind !== 'later') await this.parts.ended(attempt, outcome);
      else if (outcome.why === 'busy') held.push(attempt);
      else return outcome.why;
    }
    return held.length > 0 ? 'busy' : undefined;
  }

  /** What another window has sent or cancelled meanwhile. */
  private async letGo(): Promise<void> {
    const attempts = await this.parts.storage.attempts();
    if (!attempts) return;
    const there = new Set(attempts.map(({ key }) => key));
    const gone = [...this.kept].filter((key) => !there.has(key) && !this.busy.has(key));
    for (const key of gone) this.drop(key);
    if (gone.length > 0) this.tell();
  }

  /** @param refusal whether somebody sees at once what the centre says no to; else it stays for a person to see */
  private async once(attempt: Attempt, refusal: 'seen' | 'unseen', progress?: SendParts['progress']): Promise<Outcome> {
    const { centre, wait, sessionEnded } = this.parts;
    const session = this.parts.session();
    const outcome: Outcome = session
      ? await sendAttempt(attempt, { centre: centre(), token: session.token, wait, ...(progress ? { progress } : {}) })
      : { kind: 'later', why: 'signIn' };
    this.busy.delete(attempt.key);
    if (outcome.kind === 'later') await this.change({ ...attempt, tries: attempt.tries + 1 });
    else if (outcome.kind === 'refused' && refusal === 'unseen')
      await this.change({ ...attempt, problem: outcome.problem });
    else await this.forget(attempt);
    if (outcome.kind === 'received') await this.overtake(attempt, outcome.receipt.revision);
    if (outcome.kind === 'later' && outcome.why === 'signIn' && session) sessionEnded(session);
    this.tell();
    return outcome;
  }

  /** Whoever made the later tries of a report knew of this one: they replace it. Earlier ones that were refused are moot. */
  private async overtake(arrived: Attempt, revision: number): Promise<void> {
    for (const other of [...this.attempts.values()].filter((one) => isSamePlace(one, arrived))) {
      if (other.madeAt > arrived.madeAt) await this.change({ ...other, base: Math.max(other.base, revision) });
      else if (other.problem) await this.forget(other);
    }
  }

  private async change(attempt: Attempt): Promise<void> {
    // Cancelled while it was under way, here or in another window.
    if (!this.attempts.has(attempt.key)) return;
    this.attempts.set(attempt.key, attempt);
    if (this.kept.has(attempt.key) && !(await this.parts.storage.changeAttempt(attempt))) this.drop(attempt.key);
  }

  private async forget({ key }: Attempt): Promise<void> {
    this.drop(key);
    await this.parts.storage.dropAttempt(key);
  }

  private drop(key: string): void {
    this.attempts.delete(key);
    this.kept.delete(key);
  }

  private armRetry(): void {
    clearTimeout(this.timer);
    const unit = this.parts.session()?.unit;
    const pending = this.waiting.filter((attempt) => !attempt.problem && attempt.unit === unit);
    if (pending.length === 0) return;
    this.timer = setTimeout(() => void this.sendAll(), pauseAfter(pending[0]!.tries));
  }

  private tell(): void {
    this.parts.changed(this.waiting);
  }
}
