// Tries that could not be sent yet: kept on this computer from before the first byte goes out until the centre has answered,
// sent by themselves when the network is back, at the next opening, or after a while. A person may cancel one.

import type { Centre, Session } from '../centre';
import type { Attempt, OwnStorage } from '../own-storage';
import { type Outcome, type SendParts, sendAttempt } from './send-attempt';

export interface OutboxParts {
  readonly storage: OwnStorage;
  readonly centre: () => Centre;
  readonly session: () => Session | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The list changed. */
  readonly changed: (waiting: readonly Attempt[]) => void;
  /** A try that was waiting has come to an end. */
  readonly ended: (attempt: Attempt, outcome: Outcome) => void;
}

const LONGEST_PAUSE_MS = 10 * 60_000;
const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE_MS, 5_000 * 2 ** Math.min(tries, 10));

export class Outbox {
  /** In memory as well: a browser that keeps nothing still retries until its window is closed. */
  private readonly attempts = new Map<string, Attempt>();
  /** Those that lie on this computer, where other windows see them too. */
  private readonly kept = new Set<string>();
  private readonly busy = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: OutboxParts) {}

  get waiting(): readonly Attempt[] {
    return [...this.attempts.values()].filter(({ key }) => !this.busy.has(key));
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

  /** @returns the outcome, and whether the try was kept on this computer before it was sent */
  async send(attempt: Attempt, progress?: SendParts['progress']): Promise<{ outcome: Outcome; kept: boolean }> {
    this.attempts.set(attempt.key, attempt);
    this.busy.add(attempt.key);
    const kept = await this.parts.storage.keepAttempt(attempt);
    if (kept) this.kept.add(attempt.key);
    const outcome = await this.once(attempt, progress);
    return { outcome, kept };
  }

  async sendAll(): Promise<void> {
    const session = this.parts.session();
    await this.letGo();
    for (const attempt of this.waiting) {
      if (attempt.problem || session?.unit !== attempt.unit) continue;
      this.busy.add(attempt.key);
      const outcome = await this.once(attempt);
      if (outcome.kind === 'later') break;
      this.parts.ended(attempt, outcome);
    }
    this.again();
  }

  /** What another window has sent or cancelled meanwhile. */
  private async letGo(): Promise<void> {
    const attempts = await this.parts.storage.attempts();
    if (!attempts) return;
    const there = new Set(attempts.map(({ key }) => key));
    const gone = [...this.kept].filter((key) => !there.has(key) && !this.busy.has(key));
    for (const key of gone) {
      this.kept.delete(key);
      this.attempts.delete(key);
    }
    if (gone.length > 0) this.tell();
  }

  async cancel(key: string): Promise<void> {
    this.attempts.delete(key);
    await this.parts.storage.dropAttempt(key);
    this.tell();
    this.again();
  }

  private async once(attempt: Attempt, progress?: SendParts['progress']): Promise<Outcome> {
    const { centre, session, wait, storage } = this.parts;
    const token = session()?.token;
    const outcome: Outcome = token
      ? await sendAttempt(attempt, { centre: centre(), token, wait, ...(progress ? { progress } : {}) })
      : { kind: 'later', why: 'signIn' };
    this.busy.delete(attempt.key);
    if (outcome.kind === 'later') await this.keep({ ...attempt, tries: attempt.tries + 1 });
    else if (outcome.kind === 'refused' && attempt.tries > 0) await this.keep({ ...attempt, problem: outcome.problem });
    else {
      this.attempts.delete(attempt.key);
      await storage.dropAttempt(attempt.key);
    }
    this.tell();
    if (outcome.kind === 'later') this.again();
    return outcome;
  }

  private async keep(attempt: Attempt): Promise<void> {
    // Cancelled while it was under way.
    if (!this.attempts.has(attempt.key)) return;
    this.attempts.set(attempt.key, attempt);
    await this.parts.storage.keepAttempt(attempt);
  }

  private again(): void {
    clearTimeout(this.timer);
    const pending = this.waiting.filter(({ problem }) => problem === undefined);
    if (pending.length === 0) return;
    const tries = Math.min(...pending.map((attempt) => attempt.tries));
    this.timer = setTimeout(() => void this.sendAll(), pauseAfter(tries));
  }

  private tell(): void {
    this.parts.changed(this.waiting);
  }
}
