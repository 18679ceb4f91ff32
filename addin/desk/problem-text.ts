// What the centre said no with; where a gateway in between said it, or a verdict that came late, words of ours: what happened and
// what to do.

import { isPassing, type Problem } from '../centre';
import type { Words } from '../words/word-list';

export function problemText(problem: Problem, words: Words): string {
  const { status, code, detail } = problem;
  if (detail) return detail;
  if (code === 'VIOLATIONS') return words.refusedKept;
  if (code === 'NEWER_REVISION') return words.newerCame;
  return isPassing(problem) ? words.busy(status) : words.noReason(status);
}

/** Why something is not known; who is not signed in has not asked yet. */
export function whyText(why: 'signIn' | 'away' | Problem, words: Words): string {
  return typeof why === 'object' ? problemText(why, words) : why === 'away' ? words.network : words.needSignIn;
}
