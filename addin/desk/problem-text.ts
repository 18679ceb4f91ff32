// What the centre said no with; where a gateway in between said it, words of ours: what happened and what to do.

import type { Problem } from '../centre';
import type { Words } from '../words/word-list';

export function problemText({ status, detail }: Pick<Problem, 'status' | 'detail'>, words: Words): string {
  if (detail) return detail;
  return status >= 500 || status === 429 || status === 408 ? words.busy(status) : words.noReason(status);
}
