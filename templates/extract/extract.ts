// Cells become named values with their addresses: by name first, by code where a name was lost, never by position. Asks
// nothing about right or wrong; a value it cannot find is listed as lost.

import { cellKey, columnOf, rowOf, type SheetCells, type WorkbookCells } from '../cell/cell';
import { isDerived, type PeriodAnnex, type PeriodForm } from '../form-definition/form-for-period';
import {
  columnRangeName,
  explanationName,
  headerName,
  indicatorName,
  narrativeName,
  nothingName,
} from '../form-definition/names';
import { EXPLANATION_LABEL } from '../layout/plan-annex';
import { CODE_HEAD, INDICATOR_SHEET, mayBeNothing, VALUE_HEAD } from '../layout/plan-indicators';
import { codedLines, filledBeside, keyedColumns } from './coded-lines';
import type { Extracted, ExtractedRow, Located } from './extracted';
import { readIdentity } from './identity';
import { type NamedPlace, namedPlaces, placeKey } from './named-places';
import { locate } from './read-value';

interface Wanted {
  readonly name: string;
  readonly label: string;
  readonly sheet: string;
  /** How to find it by code: the line's code and the head of its column. */
  readonly code?: readonly [code: string, head: string];
  /** How to find it where it has no code: the text it stands beside. */
  readonly beside?: string;
  /** Its absence is not worth a word. */
  readonly mayBeLost?: true;
}

export function extract(workbook: WorkbookCells, form: PeriodForm): Extracted {
  const places = namedPlaces(workbook);
  const values = new Map<string, Located>();
  const lost: { name: string; label: string; sheet: string }[] = [];
  const byCode = codeFinder(workbook);
  for (const wanted of wantedCells(form)) {
    const place = places.get(wanted.name);
    const found = place
      ? { sheet: place.sheet, key: placeKey(place) }
      : wanted.code
        ? byCode(wanted.sheet, ...wanted.code)
        : wanted.beside && filledBeside(workbook, wanted.sheet, wanted.beside);
    if (found) values.set(wanted.name, locate(found.sheet, found.key, workbook.date1904));
    else if (!wanted.mayBeLost) lost.push({ name: wanted.name, label: wanted.label, sheet: wanted.sheet });
  }
  const annexes = new Map<string, readonly ExtractedRow[]>();
  for (const annex of form.annexes) {
    if (!annex.asked) continue;
    const columns = annexColumns(workbook, annex, places);
    for (const column of annex.columns) {
      if (!columns.has(column.key))
        lost.push({ name: columnRangeName(annex.code, column.key), label: column.label.vi, sheet: annex.code });
    }
    annexes.set(annex.code, annexRows(annex, columns, workbook.date1904));
  }
  return { identity: readIdentity(workbook), values, annexes, lost };
}

function* wantedCells(form: PeriodForm): Generator<Wanted> {
  for (const field of form.definition.header)
    yield { name: headerName(field.name), label: field.label.vi, sheet: 'BiaBC', mayBeLost: true };
  for (const section of form.sections) {
    if (mayBeNothing(section))
      yield {
        name: nothingName(section.code),
        label: section.title.vi,
        sheet: INDICATOR_SHEET,
        code: [section.code, VALUE_HEAD],
        mayBeLost: true,
      };
    for (const indicator of section.indicators) {
      const label = `${indicator.code} ${indicator.label.vi}`;
      const value = {
        name: indicatorName(indicator.code),
        label,
        sheet: INDICATOR_SHEET,
        code: [indicator.code, VALUE_HEAD],
      } as const;
      // What is derived is computed again anyway.
      yield isDerived(indicator) ? { ...value, mayBeLost: true } : value;
      yield {
        name: explanationName(indicator.code),
        label,
        sheet: INDICATOR_SHEET,
        code: [indicator.code, 'Giải trình'],
        mayBeLost: true,
      };
    }
  }
  for (const annex of form.annexes)
    if (annex.asked)
      yield {
        name: explanationName(annex.code),
        label: annex.title.vi,
        sheet: annex.code,
        beside: EXPLANATION_LABEL,
        mayBeLost: true,
      };
  for (const narrative of form.narratives)
    yield {
      name: narrativeName(narrative.code),
      label: `${narrative.code} ${narrative.label.vi}`,
      sheet: 'ThuyetMinh',
      code: [narrative.code, 'Nội dung'],
    };
}

type Found = { readonly sheet: SheetCells; readonly key: number };

/** Looks lines up by code in the sheet of that name, else (it was renamed) in any sheet with the same heads. */
function codeFinder(workbook: WorkbookCells): (sheet: string, code: string, head: string) => Found | undefined {
  const lines = new Map<string, ReturnType<typeof codedLines>>();
  const linesOf = (sheet: SheetCells, head: string): ReturnType<typeof codedLines> => {
    const key = `${sheet.name}\n${head}`;
    if (!lines.has(key)) lines.set(key, codedLines(sheet, CODE_HEAD, [head]));
    return lines.get(key);
  };
  return (sheetName, code, head) => {
    const named = workbook.sheets.filter((s) => s.name.toLowerCase() === sheetName.toLowerCase());
    for (const sheet of named.length > 0 ? named : workbook.sheets) {
      const found = linesOf(sheet, head);
      const row = found?.rows.get(code);
      const column = found?.columns.get(head);
      if (row !== undefined && column !== undefined) return { sheet, key: cellKey(row, column) };
    }
    return undefined;
  };
}

/** The place of each column that is found: by name, else under its key in the thin line above the rows. */
function annexColumns(
  workbook: WorkbookCells,
  annex: PeriodAnnex,
  places: ReadonlyMap<string, NamedPlace>,
): Map<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const column of annex.columns) {
    const place = places.get(columnRangeName(annex.code, column.key));
    if (place) found.set(column.key, place);
  }
  if (found.size === annex.columns.length) return found;
  const keys = annex.columns.map((c) => c.key);
  const named = [...found.values()];
  const sheet = named[0]?.sheet ?? workbook.sheets.find((s) => s.name.toLowerCase() === annex.code.toLowerCase());
  const keyed = sheet && keyedColumns(sheet, keys);
  if (!sheet || !keyed) return found;
  const firstRow = named.length > 0 ? Math.min(...named.map((p) => p.firstRow)) : keyed.row + 1;
  const lastRow =
    named.length > 0 ? Math.max(...named.map((p) => p.lastRow)) : lastFilledRow(sheet, [...keyed.columns.values()]);
  for (const [key, column] of keyed.columns) if (!found.has(key)) found.set(key, { sheet, column, firstRow, lastRow });
  return found;
}

function lastFilledRow(sheet: SheetCells, columns: readonly number[]): number {
  let last = 0;
  for (const [key, cell] of sheet.cells)
    if (cell.value !== null && columns.includes(columnOf(key))) last = Math.max(last, rowOf(key));
  return last;
}

function annexRows(annex: PeriodAnnex, columns: ReadonlyMap<string, NamedPlace>, date1904: boolean): ExtractedRow[] {
  const all = [...columns.values()];
  if (all.length === 0) return [];
  const first = Math.min(...all.map((p) => p.firstRow));
  // A name stretched over a whole column would ask for a million rows: nothing past the last filled one matters.
  const filled = Math.max(...all.map((p) => lastFilledRow(p.sheet, [p.column])));
  const last = Math.min(Math.max(...all.map((p) => p.lastRow)), filled);
  const rows: ExtractedRow[] = [];
  for (let row = first; row <= last; row++) {
    const cells: Record<string, Located> = {};
    for (const column of annex.columns) {
      const place = columns.get(column.key);
      if (place) cells[column.key] = locate(place.sheet, cellKey(row, place.column), date1904);
    }
    rows.push({ row, cells });
  }
  return rows;
}
