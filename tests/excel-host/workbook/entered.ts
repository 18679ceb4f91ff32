// What Excel makes of a value that is typed, pasted or written by the add-in: "12" becomes a number, "15/6/2024" a day, a
// cell formatted as text keeps what it is given. Which texts are numbers and days depends on who writes: a person in the
// country's way, the add-in in that of the United States. A formula needs its result said with it: nothing here computes one.

import type { StoredCell } from './stored-cell';
import { HostError, notImplemented } from './stored-cell';
import { typedDay, typedNumber } from './typed-number';

export interface TypedFormula {
  /** With or without `=`. */
  readonly formula: string;
  /** `#DIV/0!` and its like are errors. */
  readonly result: number | string | boolean;
}

export type Typed = number | string | boolean | TypedFormula;

const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/** `Range.values` and `Range.formulas`, "the USA locale by default": OfficeDev/office-js, issue 1559. */
export const ADD_IN_LOCALE = 'en-US';

export function entered(typed: unknown, numberFormat: string, locale: string): Omit<StoredCell, 'style'> {
  if (typeof typed === 'number') {
    if (!Number.isFinite(typed)) throw new HostError('InvalidArgument', `${typed}: no number a cell can hold`);
    return { value: typed };
  }
  if (typeof typed === 'boolean') return { value: typed };
  if (typeof typed === 'string') return { value: enteredText(typed, numberFormat, locale) };
  if (typeof typed !== 'object' || typed === null || !('formula' in typed))
    throw new HostError('InvalidArgument', `${JSON.stringify(typed)}: not a value for a cell`);
  const { formula, result } = typed as TypedFormula;
  return { formula: formula.replace(/^=/, ''), value: errorOr(result) };
}

function enteredText(text: string, numberFormat: string, locale: string): StoredCell['value'] {
  if (text === '') return null;
  if (numberFormat === '@') {
    // Whether Excel hides it there or shows it, nobody could tell us; without one, such a cell takes any text as it is.
    if (text.startsWith("'")) throw notImplemented('answer to an apostrophe in front, in a cell formatted as text');
    return text;
  }
  if (text.startsWith("'")) return text.slice(1);
  const number = typedNumber(text, locale);
  if (number !== undefined) return number;
  const percent = text.endsWith('%') ? typedNumber(text.slice(0, -1), locale) : undefined;
  if (percent !== undefined) return percent / 100;
  if (/^[=+-]./.test(text)) throw notImplemented(`evaluation of ${text}; give { formula, result }`);
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return typedDay(text, locale) ?? errorOr(text);
}

function errorOr(value: number | string | boolean): StoredCell['value'] {
  return typeof value === 'string' && ERRORS.includes(value) ? { error: value } : value;
}
