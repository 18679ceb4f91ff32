// "Chuẩn hóa": what was read differently from how it stands there (numbers and days that are text, old fonts, half-composed
// letters, stray blanks) as the changes that would make the sheet say what was read. Proposes; somebody presses the button.

import { type Cell, isCellError, parseAddress, type WorkbookCells } from '../../templates/cell/cell';
import type { Extracted, Located } from '../../templates/extract/extracted';
import { type Reading, wantedCells, wantOf } from '../../templates/extract/wanted-cells';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { columnRangeName } from '../../templates/form-definition/names';
import type { CellChange } from './open-report';

export interface Normalisation extends CellChange {
  readonly name: string;
  readonly reading: Reading;
  /** As it stands there. */
  readonly before: string | number;
}

export function normalisations(book: WorkbookCells, extracted: Extracted, form: PeriodForm): Normalisation[] {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet.cells]));
  const found: Normalisation[] = [];
  const look = (name: string, reading: Reading, located: Located | undefined): void => {
    const key = located?.cell ? parseAddress(located.cell) : undefined;
    const cell = key === undefined ? undefined : sheets.get(located!.sheet)?.get(key);
    const change = cell && located && changeOf(cell, located);
    if (change) found.push({ ...change, name, reading });
  };
  for (const { name, reading } of wantedCells(form))
    if (reading !== 'derived') look(name, reading, extracted.values.get(name));
  for (const annex of form.annexes)
    for (const row of extracted.annexes.get(annex.code) ?? [])
      for (const column of annex.columns)
        look(columnRangeName(annex.code, column.key), wantOf(column).reading, row.cells[column.key]);
  return found;
}

function changeOf(
  cell: Cell,
  { value, sheet, cell: address }: Located,
): Omit<Normalisation, 'name' | 'reading'> | undefined {
  const stored = cell.value;
  if (cell.formula || (typeof stored !== 'string' && typeof stored !== 'number')) return undefined;
  if (stored === value || isCellError(value) || typeof value === 'boolean') return undefined;
  // 85% is read as 85 because of how the cell is formatted, and a protected sheet lets nobody format it otherwise.
  if (typeof stored === 'number' && cell.percent) return undefined;
  // Excel made a day of a text such as 5/3, and would again.
  if (typeof stored === 'number' && typeof value === 'string') return undefined;
  return { sheet, cell: address, before: stored, value };
}
