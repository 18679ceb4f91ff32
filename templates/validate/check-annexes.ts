// R001 and R002 over the rows of the annexes, row by row, R020 for a prepared line that stands there twice, then the form's
// own rules over each row.

import { checksOf } from '../checks/checks-of';
import { isOwed } from '../checks/is-judged';
import { shownInRow } from '../checks/shown-as';
import { typedColumns } from '../checks/typed-cells';
import type { Extracted, ExtractedRow } from '../extract/extracted';
import { labelColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName } from '../form-definition/names';
import { type History, NO_HISTORY } from '../history/history';
import type { Lookup } from '../rules/evaluate';
import { fits } from '../rules/type-check';
import { repeatedLine } from '../violation/messages';
import { placeOf, type Violation } from '../violation/violation';
import { lineOf, rowLookup, saysSomething } from './annex-rows';
import { swallowedCells } from './check-reading';
import { type Filling, judged, violationAt } from './judged';
import type { ReportValues } from './report-values';

export function* checkAnnexes(
  extracted: Extracted,
  form: PeriodForm,
  values: ReportValues,
  history: History = NO_HISTORY,
): Generator<Violation> {
  const swallowed = swallowedCells(extracted);
  for (const annex of form.annexes) {
    const shownAs = shownInRow(form, annex.code);
    const lines = new Set<number>();
    for (const [index, row] of (extracted.annexes.get(annex.code) ?? []).entries()) {
      if (!saysSomething(annex, row)) continue;
      if (row.line !== undefined && lines.has(row.line)) yield* repeated(annex, row, index + 1);
      if (row.line !== undefined) lines.add(row.line);
      const own = rowLookup(annex, row, history);
      const lookup: Lookup = (name) => own(name) ?? (Object.hasOwn(row.cells, name) ? null : values.lookup(name));
      yield* checkRow(annex, row, form, swallowed, { lookup, shownAs, row: { annex: annex.code, number: index + 1 } });
    }
  }
}

function* repeated(annex: PeriodAnnex, row: ExtractedRow, number: number): Generator<Violation> {
  if (annex.rows.kind === 'free') return;
  const { key } = annex.rows;
  const { sheet = annex.code, cell = '' } = row.cells[key] ?? {};
  const message = repeatedLine(annex.code, lineOf(annex, row)?.key ?? '', number);
  yield { rule: 'R020', severity: 'error', sheet, cell, name: columnRangeName(annex.code, key), message };
}

function* checkRow(
  annex: PeriodAnnex,
  row: ExtractedRow,
  form: PeriodForm,
  swallowed: ReadonlySet<string>,
  filling: Filling,
): Generator<Violation> {
  const extra = lineOf(annex, row)?.extra;
  for (const column of typedColumns(annex)) {
    const found = row.cells[column.key];
    if (!found || swallowed.has(placeOf(found)) || (column.extraOnly && !extra)) continue;
    if (found.value !== null) {
      if (!fits(found.value, column.type))
        yield violationAt('R001', 'error', column.name, found, column.wrongType, filling);
    } else if (isOwed(column, filling.lookup))
      yield violationAt('R002', 'error', column.name, found, column.missing, filling);
  }
  const label = labelColumn(annex);
  for (const check of checksOf(form).rows.get(annex.code) ?? []) {
    // The number and subject of a prepared document are ours.
    if (check.column === label && !extra) continue;
    const found = row.cells[check.column];
    if (found) yield* judged(check, found, filling);
  }
}
