// Whether a check can be judged: its numbers are answered where they are owed, and are numbers.

import { compiled } from '../rules/compiled';
import { evaluate, type Lookup } from '../rules/evaluate';
import type { Check } from './check';

export function isJudged({ numbers }: Pick<Check, 'numbers'>, lookup: Lookup): boolean {
  return numbers.every(({ name, owed }) => {
    const value = lookup(name);
    if (typeof value === 'string') return false;
    if (value !== null || owed === false) return true;
    return typeof owed === 'string' && evaluate(compiled(owed), lookup) === false;
  });
}
