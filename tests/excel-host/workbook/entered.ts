// What Excel makes of a value that is typed, pasted or written by the add-in: "12" becomes a number, "15/6/2024" a day, a
// cell formatted as text keeps what it is given. A formula needs its result said with it: nothing here computes one.

import type { StoredCell } from './stored-cell';
import { HostError, notImplemented } from './stored-cell';

export interface TypedFormula {
  /** With or without `=`. */
  readonly formula: string;
  /** `#DIV/0!` and its like are errors. */
  readonly result: number | string | boolean;
}

export type Typed = number | string | boolean | TypedFormula;

const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

export function entered(typed: unknown, numberFormat: string): Omit<StoredCell, 'style'> {
  if (typeof typed === 'number') {
    if (!Number.isFinite(typed)) throw new HostError('InvalidArgument', `${typed}: no number a cell can hold`);
    return { value: typed };
  }
  if (typeof typed === 'boolean') return { value: typed };
  if (typeof typed === 'string') return { value: enteredText(typed, numberFormat) };
  if (typeof typed !== 'object' || typed === null || !('formula' in typed))
    throw new HostError('InvalidArgument', `${JSON.stringify(typed)}: not a value for a cell`);
  const { formula, result } = typed as TypedFormula;
  return { formula: formula.replace(/^=/, ''), value: errorOr(result) };
}

function enteredText(text: string, numberFormat: string): StoredCell['value'] {
  if (text === '') return null;
  if (numberFormat === '@') {
    // Whether Excel hides it there or shows it, nobody could tell us; without one, such a cell takes any text as it is.
    if (text.startsWith("'")) throw notImplemented('answer to an apostrophe in front, in a cell formatted as text');
    return text;
  }
  if (text.startsWith("'")) return text.slice(1);
  if (/^[=+-]./.test(text) && !isNumber(text)) throw notImplemented(`evaluation of ${text}; give { formula, result }`);
  if (isNumber(text)) return Number(text);
  if (isNumber(text.replace(/%$/, ''))) return Number(text.slice(0, -1)) / 100;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return dayNumber(text) ?? errorOr(text);
}

const isNumber = (text: string): boolean => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim());

function errorOr(value: number | string | boolean): StoredCell['value'] {
  return typeof value === 'string' && ERRORS.includes(value) ? { error: value } : value;
}

/** `d/m/yyyy` as in a Vietnamese Windows, and ISO 8601; serial numbers from 1900. */
function dayNumber(text: string): number | undefined {
  const vietnamese = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = (vietnamese ? vietnamese.slice(1).reverse() : (iso?.slice(1) ?? [])).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / 86_400_000 + 25_569 : undefined;
}
