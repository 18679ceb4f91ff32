// Excel's conversions between its scalars (ECMA-376 part 1, 18.17.2.6): what a number, a text or a blank becomes where
// another kind is needed. Numbers count to 15 digits, as Excel shows and compares them.

import { type CellError, isCellError } from '../cell/cell';
import { fold } from './fold';
import type { Result, Value } from './value';

export const excelError = (code: string): CellError => ({ error: code });

/** 0.1+0.2 is 0.3: what is left of a binary fraction after 15 digits is no value. */
export function fifteenDigits(n: number): number {
  // Most numbers of a report are counts.
  return Number.isInteger(n) && Math.abs(n) < 1e15 ? n : Number(n.toPrecision(15));
}

/**
 * A text as a number, where it is one in every language: `12`, ` 1.5e3 `. Excel also reads what the language of the
 * computer allows (`1.234,5`, `12%`, dates); a report may not depend on that.
 */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  const n = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(n) ? n : undefined;
}

export function toNumber(value: Result): number | CellError {
  if (isCellError(value)) return value;
  if (typeof value === 'string') return numberIn(value) ?? excelError('#VALUE!');
  return Number(value ?? 0);
}

export function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(fifteenDigits(value)).replace('e', 'E');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

export function toBoolean(value: Result): boolean | CellError {
  if (isCellError(value)) return value;
  if (typeof value !== 'string') return Boolean(value);
  const text = fold(value);
  return text === 'true' ? true : text === 'false' ? false : excelError('#VALUE!');
}
