// One cell's content as a value: text composed and trimmed, an empty text as blank, a date counted from 1900.

import { addressOf, type Cell, type SheetCells } from '../cell/cell';
import type { Located } from './extracted';

/** The 1904 system's day 0 lies 1,462 days after the 1900 system's. */
const DAYS_1904 = 1462;

export function locate(sheet: SheetCells, key: number, date1904: boolean): Located {
  return { value: readValue(sheet.cells.get(key), date1904), sheet: sheet.name, cell: addressOf(key) };
}

export function readValue(cell: Cell | undefined, date1904: boolean): Located['value'] {
  const value = cell?.value ?? null;
  if (typeof value === 'string') return cleanText(value) || null;
  if (typeof value === 'number' && date1904 && cell?.date) return value + DAYS_1904;
  return value;
}

/** NFC, no blanks around. A lone half of a surrogate pair becomes the replacement character. */
export function cleanText(text: string): string {
  return text.normalize('NFC').trim().replace(LONE_SURROGATE, '\uFFFD');
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
