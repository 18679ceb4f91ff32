// One try on its way to the centre: what came back, as a value. A network that is away, a busy centre and an ended session
// mean "later"; whatever the centre decided is decided. Repeating a try with its key never makes a second report.

import type { Receipt } from '../../templates/receipt/receipt';
import { type Answer, type Centre, isPassing, type Problem } from '../centre';
import type { Attempt } from '../own-storage';

export type Outcome =
  /** Stored; passed, or still being checked. */
  | { readonly kind: 'received'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'later'; readonly why: 'away' | 'busy' | 'signIn' };

export interface SendParts {
  readonly centre: Centre;
  readonly token: string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly progress?: (step: 'sending' | 'judging', share: number) => void;
}

/** How long one asks after a report that is stored and not yet judged. */
const PATIENCE = [1, 2, 2, 3, 5, 5, 10, 10];

export async function sendAttempt(attempt: Attempt, parts: SendParts): Promise<Outcome> {
  const { centre, token, progress } = parts;
  const answer = await reached(
    centre.submit(token, attempt, attempt.body, attempt.key, {
      base: attempt.base,
      progress: progress && ((share) => progress(share < 1 ? 'sending' : 'judging', share)),
    }),
  );
  if (!answer) return { kind: 'later', why: 'away' };
  if (answer.ok) return settled(answer.body, parts);
  const { status } = answer.problem;
  if (status === 401) return { kind: 'later', why: 'signIn' };
  if (isPassing(answer.problem)) return { kind: 'later', why: 'busy' };
  return { kind: 'refused', problem: answer.problem };
}

/** The report is safe by now: a verdict that does not come in time comes later, with the history. */
async function settled(first: Receipt, { centre, token, wait }: SendParts): Promise<Outcome> {
  let receipt = first;
  for (const seconds of PATIENCE) {
    if (receipt.state !== 'received') break;
    await wait(seconds * 1000);
    const answer = await reached(centre.submission(token, receipt.id));
    if (answer?.ok) receipt = answer.body;
  }
  if (receipt.state !== 'refused') return { kind: 'received', receipt };
  // What the door would have said, had it had the time.
  const said = { title: '', detail: '', receipt };
  const { newer, violations } = receipt;
  if (!newer) return { kind: 'refused', problem: { ...said, status: 422, code: 'VIOLATIONS', violations } };
  const latest = await reached(centre.submission(token, newer.id));
  // Otherwise the door is asked again, with the same key.
  if (!latest?.ok) return { kind: 'later', why: latest ? 'busy' : 'away' };
  return { kind: 'refused', problem: { ...said, status: 409, code: 'NEWER_REVISION', latest: latest.body } };
}

async function reached<T>(answer: Promise<Answer<T>>): Promise<Answer<T> | undefined> {
  return answer.catch(() => undefined);
}
