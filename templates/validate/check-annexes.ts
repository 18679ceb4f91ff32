// R001 and R002 over the rows of the annexes, row by row.

import type { Extracted } from '../extract/extracted';
import type { PeriodForm } from '../form-definition/form-for-period';
import type { AnnexColumn } from '../form-definition/form-schema';
import { columnRangeName } from '../form-definition/names';
import { compiled } from '../rules/compiled';
import { evaluate } from '../rules/evaluate';
import type { ValueType } from '../rules/type-check';
import { missing } from '../violation/messages';
import type { Violation } from '../violation/violation';
import { rowLookup, saysSomething } from './annex-rows';
import { checkType, violation } from './check-cells';

export function* checkAnnexes(extracted: Extracted, form: PeriodForm): Generator<Violation> {
  for (const annex of form.annexes) {
    const rows = extracted.annexes.get(annex.code) ?? [];
    for (const [index, row] of rows.entries()) {
      if (!saysSomething(annex, row, index)) continue;
      const lookup = rowLookup(row);
      for (const column of annex.columns) {
        const found = row.cells[column.key];
        if (!found || column.type === 'key') continue;
        const name = columnRangeName(annex.code, column.key);
        const label = `${annex.code}, dòng ${index + 1}, ${column.label.vi}`;
        yield* checkType(name, label, found, columnType(column));
        const owed =
          column.required ||
          (column.requiredIf !== undefined && evaluate(compiled(column.requiredIf), lookup) === true);
        if (owed && found.value === null) yield violation('R002', name, found, missing(label, false));
      }
    }
  }
}

function columnType(column: AnnexColumn): ValueType {
  const { type } = column;
  if (type === 'document' || type === 'fields' || type === 'key')
    return { type: 'text', maxLength: column.maxLength ?? 300 };
  return { ...column, type };
}
