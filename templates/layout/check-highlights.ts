// The colours of what is open in KiemTra on the cells themselves: red for an error, orange for a warning, and on the place of
// the explanation while one is owed; a blank stays as it is. In an annex the cell that the row's own column names.

import { columnName } from '../cell/cell';
import { LEAST_EXPLANATION } from '../checks/explained-at';
import { CHECK_SHEET, FIRST_CHECK_ROW, type PlacedLine } from './check-sheet';
import type { Highlight, SheetPlan } from './sheet-plan';

export function withHighlights(sheet: SheetPlan, lines: readonly PlacedLine[]): SheetPlan {
  const range = sheet.ranges[0];
  const added = range ? rowHighlights(sheet, range.firstRow, range.lastRow) : [];
  return { ...sheet, highlights: [...added, ...cellHighlights(sheet, lines), ...sheet.highlights] };
}

/** The row's own column says `R305 (K10): …`. */
function rowHighlights(sheet: SheetPlan, first: number, last: number): Highlight[] {
  const side = columnName(sheet.columns.length);
  const range = `B${first}:${columnName(sheet.columns.length - 1)}${last}`;
  const named = `ISNUMBER(SEARCH("("&ADDRESS(ROW(),COLUMN(),4)&")",$${side}${first}))`;
  // What is not filled in yet needs no alarm: it is an empty yellow cell.
  return [{ range, formula: `AND(LEFT($${side}${first},4)<>"R002",${named})`, style: 'error' }];
}

/** Each named cell of the sheet that has lines, by the rows of its lines in KiemTra. */
function cellHighlights(sheet: SheetPlan, lines: readonly PlacedLine[]): Highlight[] {
  const rows = new Map<string, { errors: number[]; warnings: number[] }>();
  const explained = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (line.row !== undefined || line.severity === 'I' || line.rule === 'R002') return;
    const at = FIRST_CHECK_ROW + i;
    const of = rows.get(line.name) ?? { errors: [], warnings: [] };
    (line.severity === 'E' ? of.errors : of.warnings).push(at);
    rows.set(line.name, of);
    const { explanation } = line;
    if (explanation) explained.set(explanation, [...(explained.get(explanation) ?? []), at]);
  });
  const highlights: Highlight[] = [];
  sheet.rows.forEach((row, i) => {
    for (const cell of row.cells) {
      if (cell.name === undefined) continue;
      const range = columnName(cell.column) + (i + 1);
      const own = rows.get(cell.name);
      if (own?.errors.length) highlights.push({ range, formula: anyOpen(own.errors), style: 'error' });
      if (own?.warnings.length) highlights.push({ range, formula: anyOpen(own.warnings), style: 'warning' });
      const owed = explained.get(cell.name);
      if (owed && !cell.name.startsWith('GT_PL'))
        highlights.push({
          range,
          formula: `AND(${anyOpen(owed)},LEN(TRIM(${range}))<${LEAST_EXPLANATION})`,
          style: 'warning',
        });
    }
  });
  return highlights;
}

function anyOpen(rows: readonly number[]): string {
  const open = rows.map((row) => `${CHECK_SHEET}!$D$${row}<>""`);
  return open.length === 1 ? open[0]! : `OR(${open.join(',')})`;
}
