// The stored text of a cell and its type → its value (ECMA-376 part 1, 18.18.11 ST_CellType). Strict where a lenient
// reading would turn nonsense into a figure: `0x1F`, `1,5`, `NaN` and `1e999` are refused, never guessed.

import type { Cell } from '../cell/cell';
import type { FileRefusalCode } from '../violation/file-refusals';
import { serialOfIsoDate } from './iso-date';

export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

const CELL_TYPES: ReadonlySet<string> = new Set<CellType>(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd']);

export function isCellType(text: string): text is CellType {
  return CELL_TYPES.has(text);
}

/** A value, or the code of the refusal. */
export type Stored = { readonly value: Cell['value'] } | { readonly refused: FileRefusalCode };

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** The longest plain decimal of a double: 309 digits, sign and point. */
const MAX_NUMBER_TEXT = 330;

/** xsd:double as spreadsheets write it: no infinities, no NaN, finite, and no figure silently rounded to zero. */
export function storedNumber(text: string): number | undefined {
  if (text.length > MAX_NUMBER_TEXT || !DECIMAL.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  if (number === 0 && /[1-9]/.test(text.replace(/[eE].*/, ''))) return undefined;
  return number;
}

const INDEX = /^\d{1,7}$/;

/** Number of a shared string; undefined where the text is no such number. */
export function storedIndex(text: string): number | undefined {
  return INDEX.test(text) ? Number(text) : undefined;
}

/** White space around a value carries nothing (xsd:whiteSpace collapse). */
export function collapse(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

export function storedBoolean(text: string): Stored {
  if (text === '1' || text === 'true') return { value: true };
  if (text === '0' || text === 'false') return { value: false };
  return { refused: 'BAD_BOOLEAN' };
}

export function storedDate(text: string, date1904: boolean): Stored {
  const serial = serialOfIsoDate(text, date1904);
  return serial === undefined ? { refused: 'BAD_DATE' } : { value: serial };
}
