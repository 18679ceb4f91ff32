// Which number formats show a percentage: the built-in ids 9 and 10 (ECMA-376 part 1, 18.8.30) and custom codes with a percent
// sign that is not quoted (18.8.31). Looks at the code only.

import { placeholders } from './date-formats';

export function isBuiltInPercentFormat(id: number): boolean {
  return id === 9 || id === 10;
}

/** `0.0%` is one; `0"%"` and `0\%`, which show 85 as 85%, are not. */
export function isPercentFormatCode(code: string): boolean {
  return placeholders(code).includes('%');
}
