// The second way to a value, when its name was lost: the code in the column "Mã" of the line, under the head of the
// value's column. Never by position: lines and columns may have been inserted or moved.

import { cellKey, columnOf, rowOf, type SheetCells, type WorkbookCells } from '../cell/cell';
import { cleanText } from './read-value';

export interface CodedLines {
  /** The row of each code. */
  readonly rows: ReadonlyMap<string, number>;
  /** The column of each text of the head row. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The lines under a head row that holds all of `heads`; undefined where the sheet has no such row. */
export function codedLines(sheet: SheetCells, codeHead: string, heads: readonly string[]): CodedLines | undefined {
  const texts = textsByRow(sheet);
  for (const [row, columns] of texts) {
    const codeColumn = columns.get(codeHead);
    if (codeColumn === undefined || !heads.every((h) => columns.has(h))) continue;
    const rows = new Map<string, number>();
    for (const [other] of texts) {
      if (other <= row) continue;
      const code = sheet.cells.get(cellKey(other, codeColumn))?.value;
      if (typeof code === 'string' && !rows.has(cleanText(code))) rows.set(cleanText(code), other);
    }
    return { rows, columns };
  }
  return undefined;
}

/** The row whose texts include most of `keys` (at least two), and the column of each key found in it. */
export function keyedColumns(
  sheet: SheetCells,
  keys: readonly string[],
): { row: number; columns: ReadonlyMap<string, number> } | undefined {
  let best: { row: number; columns: ReadonlyMap<string, number> } | undefined;
  for (const [row, texts] of textsByRow(sheet)) {
    const columns = new Map(keys.flatMap((k) => (texts.has(k) ? [[k, texts.get(k)!] as const] : [])));
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}

/** The first filled cell to the right of `text` in the sheet of that name: for what has a label and no code. */
export function filledBeside(
  workbook: WorkbookCells,
  sheetName: string,
  text: string,
): { sheet: SheetCells; key: number } | undefined {
  const sheet = workbook.sheets.find((s) => s.name.toLowerCase() === sheetName.toLowerCase());
  const label =
    sheet && [...sheet.cells].find(([, c]) => typeof c.value === 'string' && cleanText(c.value) === text)?.[0];
  if (!sheet || label === undefined) return undefined;
  const right = [...sheet.cells.keys()].filter((k) => rowOf(k) === rowOf(label) && k > label);
  return right.length > 0 ? { sheet, key: Math.min(...right) } : undefined;
}

function textsByRow(sheet: SheetCells): Map<number, Map<string, number>> {
  const rows = new Map<number, Map<string, number>>();
  for (const [key, cell] of sheet.cells) {
    if (typeof cell.value !== 'string') continue;
    const row = rows.get(rowOf(key)) ?? new Map<string, number>();
    if (!row.has(cleanText(cell.value))) row.set(cleanText(cell.value), columnOf(key));
    rows.set(rowOf(key), row);
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}
