// The second way to a value, and the check on the first: the code in the column "Mã" of the line, under the head of the
// value's column. Never by position: lines and columns may have been inserted or moved.

import { cellKey, columnOf, rowOf, type SheetCells } from '../cell/cell';
import { CODE_HEAD, VALUE_HEAD } from '../layout/plan-indicators';
import { cleanText, isText } from './clean-text';
import { EXPLANATION_HEAD, NARRATIVE_HEAD } from './wanted-cells';

export interface CodedLines {
  /** The row of each code, the first where it stands twice; and the code of each row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<number, string>;
  /** The column of each text of the head row, and the text of each column. */
  readonly columns: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<number, string>;
}

const VALUE_HEADS = [VALUE_HEAD, EXPLANATION_HEAD, NARRATIVE_HEAD];
/** Rows in which the head of the codes is looked at, should it stand in many. */
const MOST_HEAD_ROWS = 20;

/** The lines under the head row; undefined where the sheet has none. */
export function codedLines(sheet: SheetCells): CodedLines | undefined {
  const candidates: number[] = [];
  for (const [key, { value }] of sheet.cells)
    if (typeof value === 'string' && isText(value, CODE_HEAD)) candidates.push(key);
  candidates.sort((a, b) => a - b);
  for (const candidate of candidates.slice(0, MOST_HEAD_ROWS)) {
    const headRow = rowOf(candidate);
    const heads = new Map<number, string>();
    for (const [key, { value }] of sheet.cells)
      if (rowOf(key) === headRow && typeof value === 'string') heads.set(columnOf(key), cleanText(value));
    const columns = firstPlaces([...heads].sort(([a], [b]) => a - b));
    if (!VALUE_HEADS.some((head) => columns.has(head))) continue;
    const codes = new Map<number, string>();
    for (const [key, { value }] of sheet.cells)
      if (columnOf(key) === columnOf(candidate) && key > candidate && typeof value === 'string')
        codes.set(rowOf(key), cleanText(value));
    return { rows: firstPlaces([...codes].sort(([a], [b]) => a - b)), codes, columns, heads };
  }
  return undefined;
}

function firstPlaces(placed: readonly (readonly [number, string])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, text] of placed) if (!places.has(text)) places.set(text, at);
  return places;
}

export interface KeyLine {
  readonly row: number;
  /** The column of each key that stands in it. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The row that holds most of `keys` (at least two): the thin line above the rows of an annex. */
export function keyLine(sheet: SheetCells, keys: ReadonlySet<string>): KeyLine | undefined {
  const rows = new Map<number, Map<string, number>>();
  for (const [key, { value }] of sheet.cells) {
    if (typeof value !== 'string' || value.length > 40) continue;
    const text = keys.has(value) ? value : cleanText(value);
    if (!keys.has(text)) continue;
    const row = rows.get(rowOf(key)) ?? new Map<string, number>();
    row.set(text, Math.min(row.get(text) ?? Number.POSITIVE_INFINITY, columnOf(key)));
    if (row.size === keys.size) return { row: rowOf(key), columns: row };
    rows.set(rowOf(key), row);
  }
  let best: KeyLine | undefined;
  for (const [row, columns] of rows)
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  return best;
}

/** The first filled cell to the right of `text`: for what has a label and no code. */
export function filledBeside(sheet: SheetCells, text: string): number | undefined {
  for (const [label, { value }] of sheet.cells) {
    if (typeof value !== 'string' || !isText(value, text)) continue;
    let found: number | undefined;
    for (const [key, cell] of sheet.cells)
      if (
        rowOf(key) === rowOf(label) &&
        key > label &&
        key < (found ?? Number.POSITIVE_INFINITY) &&
        cell.value !== null
      )
        found = key;
    return found;
  }
  return undefined;
}

/** The cell to the right of `text`, the first where it stands twice. */
export function nextTo(sheet: SheetCells, text: string): number | undefined {
  for (const [key, { value }] of sheet.cells) if (typeof value === 'string' && isText(value, text)) return key + 1;
  return undefined;
}

/** Whether `text` stands left of a cell, in its row. */
export function standsBeside(sheet: SheetCells, text: string, row: number, column: number): boolean {
  for (let at = column - 1; at >= 1; at--) {
    const value = sheet.cells.get(cellKey(row, at))?.value;
    if (typeof value === 'string') return isText(value, text);
  }
  return false;
}
