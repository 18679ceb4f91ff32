// The lines of KiemTra for one template: each with its cell, and with what its formula gives on the fresh sheet.

import type { PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName } from '../form-definition/names';
import { type History, NO_HISTORY } from '../history/history';
import type { Lookup } from '../rules/evaluate';
import { rowBefore, rowFact } from '../validate/annex-rows';
import { rulesFacts } from '../validate/report-values';
import { reportLines, rowLines } from './check-lines';
import type { PlacedLine } from './check-sheet';
import { namesInReport, namesInRow } from './sheet-names';

export interface Placing {
  readonly form: PeriodForm;
  readonly history?: History | undefined;
  /** The values of the fresh sheet: presets, zeros, what is derived from them. */
  readonly values: Lookup;
  /** A cell by name; of a column the cell of its row, from 0. */
  readonly placeOf: (name: string, row: number) => { readonly sheet: string; readonly cell: string } | undefined;
}

export function placedLines({ form, history = NO_HISTORY, values, placeOf }: Placing): PlacedLine[] {
  const facts = new Map(rulesFacts(form, history));
  const lookup: Lookup = (name) => facts.get(name) ?? values(name);
  const report = namesInReport(form, history);
  const lines: PlacedLine[] = reportLines(form, report).map((line) => ({
    ...line,
    place: placeOf(line.name, 0),
    result: line.gives(lookup),
  }));
  for (const annex of form.annexes)
    annex.lines.forEach((line, row) => {
      const before = rowBefore(annex, line.key, history);
      const keys = new Set(annex.columns.map((c) => c.key));
      const inRow: Lookup = (name) => {
        if (!keys.has(name)) return rowFact(name, annex, line, before) ?? lookup(name);
        const cells = values(columnRangeName(annex.code, name));
        return Array.isArray(cells) ? (cells[row] ?? null) : null;
      };
      for (const made of rowLines(form, annex, row, namesInRow(annex, row, history, report)))
        lines.push({ ...made, place: placeOf(made.name, row), result: made.gives(inRow) });
    });
  return lines;
}
