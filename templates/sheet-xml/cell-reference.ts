// The `r` attribute of a cell, read without making garbage: it is parsed once for every cell of a workbook
// (ECMA-376 part 1, 18.18.7 ST_CellRef). `$` does not belong there.

import { cellKey, MAX_COLUMN, MAX_ROW } from '../cell/cell';

/** `D12` → its key; -1 where it is no address inside Excel's limits. Lower-case letters are understood. */
export function keyOfReference(text: string): number {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (at === 0 || at > 3 || column > MAX_COLUMN) return -1;
  const row = rowNumber(text, at);
  return row === -1 ? -1 : cellKey(row, column);
}

/** The decimal row number from `start` to the end of `text`; -1 where it is none or outside 1 to 1,048,576. */
export function rowNumber(text: string, start = 0): number {
  const length = text.length - start;
  if (length < 1 || length > 7 || text.charCodeAt(start) === 48) return -1;
  let row = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
  }
  return row <= MAX_ROW ? row : -1;
}
