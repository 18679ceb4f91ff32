// Totals that count documents or classes once over all units. Documents: the rows of `PL1_TongHop` in which somebody meets
// the indicator's condition. Anything else: a column of our own in the stacked annex, 1 at each first occurrence.

import { columnName } from '../../templates/cell/cell';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Indicator } from '../../templates/form-definition/form-schema';
import { compiled } from '../../templates/rules/compiled';
import type { OwnColumn } from './annex-sheet';
import type { BoardedDocument } from './document-board';
import { type DocumentColumns, YES } from './document-tally';
import { DOCUMENTS, type DocumentsLayout } from './documents-sheet';
import { type Distinct, FirstOccurrences } from './first-occurrences';
import type { LiveTotal } from './total-formulas';

/** A column of `PL1_TongHop` that is above 0 exactly where some unit meets the condition. */
export interface DocumentMeasure {
  readonly column: number;
  readonly of: (document: BoardedDocument) => number;
}

/** For `applies = "Có"` and `sum > 0`; undefined for any other condition. */
export function documentMeasure(
  { where }: Distinct,
  columns: DocumentColumns,
  layout: DocumentsLayout,
): DocumentMeasure | undefined {
  const condition = compiled(where);
  if (condition.kind !== 'binary' || condition.left.kind !== 'name') return undefined;
  const { left, operator, right } = condition;
  if (operator === '=' && left.name === columns.applies.key && right.kind === 'text' && right.value === YES)
    return { column: layout.applies, of: ({ tally }) => tally.applies };
  const sum = columns.sums.findIndex((column) => column.key === left.name);
  if (operator !== '>' || sum < 0 || right.kind !== 'number' || right.value !== 0) return undefined;
  return { column: layout.firstSum + sum, of: ({ tally }) => tally.sums[sum]! };
}

export function documentTotal({ column, of }: DocumentMeasure, documents: readonly BoardedDocument[]): LiveTotal {
  const letter = columnName(column);
  return {
    formula: `COUNTIF(${DOCUMENTS}!$${letter}$2:$${letter}$${Math.max(1, documents.length) + 1},">0")`,
    result: documents.filter((document) => of(document) > 0).length,
  };
}

export interface OccurrenceColumn {
  readonly indicator: Indicator;
  readonly own: OwnColumn;
  readonly occurrences: FirstOccurrences;
}

/** The columns of our own that an annex needs for its distinct indicators. */
export function occurrenceColumns(form: PeriodForm, annex: string, measured: ReadonlySet<string>): OccurrenceColumn[] {
  return form.indicators.flatMap((indicator) => {
    const { code, distinct } = indicator;
    if (indicator.units !== 'distinct' || distinct?.annex !== annex || measured.has(code)) return [];
    const occurrences = new FirstOccurrences(distinct);
    const own: OwnColumn = {
      head: `Tính vào ${code}`,
      note: `1: lần đầu tên này xuất hiện trong số liệu của các đơn vị; cộng lại được ${code}. 0: đã tính hoặc không thuộc ${code}.`,
      style: 'gridNumber',
      cell: (row) => occurrences.take(row),
    };
    return [{ indicator, own, occurrences }];
  });
}
