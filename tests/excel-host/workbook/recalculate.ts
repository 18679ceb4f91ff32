// Excel recalculates at once, so the fake one does too, for what the add-in reads: the form's derived indicators, by the
// project's own evaluator over the cells as they stand. Other formulas (KiemTra, differences) keep their stored results.

import { isCellError } from '../../../templates/cell/cell';
import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import { derive } from '../../../templates/rules/derive';
import type { Result } from '../../../templates/rules/value';
import { type Area, parseArea, splitPlace } from './area';
import type { HostSheet } from './host-sheet';
import type { HostWorkbook } from './host-workbook';

export interface Place {
  readonly sheet: HostSheet;
  readonly area: Area;
}

/** Where a name of the workbook points; undefined where it points nowhere (`#REF!`) or at no cells. */
export function placeOf(book: HostWorkbook, name: string): Place | undefined {
  const { sheet, address } = splitPlace(book.name(name)?.reference ?? '');
  const found = sheet === undefined ? undefined : book.sheet(sheet);
  if (!found || !/^\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/.test(address)) return undefined;
  return { sheet: found, area: parseArea(address) };
}

/** Addresses are not reported: Excel tells the add-in of what was typed, not of what followed from it. */
export function recalculate(book: HostWorkbook, form: PeriodForm): void {
  const { results } = derive(form, (name) => valuesAt(placeOf(book, name)));
  for (const [name, result] of results) {
    const place = placeOf(book, name);
    if (!place) continue;
    const { sheet, area } = place;
    const { formula, value } = sheet.cell(area.top, area.left);
    if (formula !== undefined && !same(value, result)) sheet.put(area.top, area.left, { value: result, formula });
  }
}

function valuesAt(place: Place | undefined): Result | Result[] | undefined {
  if (!place) return undefined;
  const { sheet, area } = place;
  if (area.top === area.bottom) return sheet.cell(area.top, area.left).value;
  return Array.from({ length: area.bottom - area.top + 1 }, (_, i) => sheet.cell(area.top + i, area.left).value);
}

/** Within the 15 digits that LibreOffice writes: nobody changed such a cell. */
function same(a: Result, b: Result): boolean {
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.abs(b) * 1e-14;
  return a === b;
}
