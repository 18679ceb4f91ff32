// Excel's order (ECMA-376 part 1, 18.17.2.2): numbers before text before booleans, text without regard to case, a blank
// takes the kind of the other side. Among different texts the order is that of their characters, not of a language.

import { fifteenDigits } from './coerce';
import { fold } from './fold';
import type { Value } from './value';

/** Below 0, 0 or above 0, as `left` stands before, with or after `right`. */
export function compare(left: Value, right: Value): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [fold(a), fold(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return fifteenDigits(Number(a)) - fifteenDigits(Number(b));
}

function rank(value: Value): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function blankLike(other: Value): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
