// What a check says of values, the same for the sheet's fresh lines and for a report: whether it can be judged, whether it is
// broken, and whether an answer is owed.

import { isCellError } from '../cell/cell';
import { compiled } from '../rules/compiled';
import { evaluate, type Lookup } from '../rules/evaluate';
import type { Check } from './check';
import type { TypedCell } from './typed-cells';

/** Its numbers are answered where they are owed, and are numbers. */
export function isJudged({ numbers }: Pick<Check, 'numbers'>, lookup: Lookup): boolean {
  return numbers.every(({ name, owed }) => {
    const value = lookup(name);
    if (typeof value === 'string') return false;
    if (value !== null || owed === false) return true;
    return typeof owed === 'string' && evaluate(compiled(owed), lookup) === false;
  });
}

/** It can be judged and does not hold. */
export function isBroken(check: Pick<Check, 'numbers' | 'expression'>, lookup: Lookup): boolean {
  return isJudged(check, lookup) && fails(check.expression, lookup);
}

/** It gives something else than TRUE; one that gives an error says nothing. */
export function fails(expression: string, lookup: Lookup): boolean {
  const holds = evaluate(compiled(expression), lookup);
  return holds !== true && !isCellError(holds);
}

export function isOwed({ owed }: Pick<TypedCell, 'owed'>, lookup: Lookup): boolean {
  return owed === true || (typeof owed === 'string' && evaluate(compiled(owed), lookup) === true);
}
