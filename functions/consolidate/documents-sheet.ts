// `PL1_TongHop`: one row per document, how many units it applies to and where they stand, what was held, and the names of
// the units that have not begun or are late. Counts are live formulas over the stacked `PL1`, with their results stored.

import { columnName } from '../../templates/cell/cell';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { criterionText } from './criterion-text';
import type { BoardedDocument } from './document-board';
import { BEHIND, type DocumentColumns, NOT_STARTED, YES } from './document-tally';
import { type GridColumn, gridSheet, type MasterSheet, wrappedHeight } from './master-sheet';

export const DOCUMENTS = 'PL1_TongHop';
/** Documents that units added are counted live up to here; a recalculation of thousands would take minutes. */
const LIVE_ADDED = 300;

/** Columns: id, label, field, units it applies to; then one per status; share begun; one per sum; the names. */
const APPLIES = 4;

export interface DocumentsLayout {
  readonly columns: readonly GridColumn[];
  readonly applies: number;
  readonly firstStatus: number;
  readonly begun: number;
  readonly firstSum: number;
}

export function documentsLayout({ applies, statuses, sums }: DocumentColumns): DocumentsLayout {
  const number = (head: string, width = 10.5): GridColumn => ({ head, width, style: 'gridNumber' });
  const columns: GridColumn[] = [
    { head: 'Mã văn bản', width: 14, style: 'gridText' },
    { head: 'Số, ký hiệu; ngày; trích yếu', width: 46, style: 'gridWrap' },
    { head: 'Lĩnh vực', width: 18, style: 'gridWrap' },
    { ...number('Số đơn vị áp dụng'), note: `Số đơn vị ghi "${YES}" ở cột "${applies.label.vi}"` },
    ...statuses.map((status) => number(`Số đơn vị: ${status}`)),
    {
      head: 'Tỷ lệ đã triển khai',
      width: 11,
      style: 'gridPercent',
      note: `Số đơn vị ở các trạng thái khác "${NOT_STARTED}" chia cho số đơn vị áp dụng`,
    },
    ...sums.map((column) => number(`Tổng: ${column.label.vi}`, 13)),
    ...BEHIND.filter((s) => statuses.includes(s)).map(
      (status): GridColumn => ({ head: `Đơn vị ${status.toLocaleLowerCase('vi')}`, width: 40, style: 'gridWrap' }),
    ),
  ];
  const firstStatus = APPLIES + 1;
  const begun = firstStatus + statuses.length;
  return { columns, applies: APPLIES, firstStatus, begun, firstSum: begun + 1 };
}

export function documentsSheet(columns: readonly GridColumn[]): MasterSheet {
  return gridSheet(DOCUMENTS, 'PL1_TheoVanBan', columns, { frozenColumns: 2, tab: 'FF1F3864' });
}

export interface DocumentsOver {
  readonly form: PeriodForm;
  readonly columns: DocumentColumns;
  readonly layout: DocumentsLayout;
  /** Ranges of the stacked annex, by column key, and of the ids under which its rows count. */
  readonly range: (column: string) => string;
  readonly ids: string;
}

/** The cells of one document; `row` is its row in the sheet, `added` its number among those that units added. */
export function documentRow(
  document: BoardedDocument,
  row: number,
  added: number,
  over: DocumentsOver,
): StreamedCell[] {
  const { columns, layout, range, ids } = over;
  const { tally } = document;
  const live = (formula: string, result: number): StreamedCell => (added > LIVE_ADDED ? result : { formula, result });
  const applies = `${range(columns.applies.key)},${criterionText(YES)}`;
  const place = (column: number) => `${columnName(column)}${row}`;
  const begunPlaces = columns.statuses.flatMap((status, i) =>
    status === NOT_STARTED ? [] : [place(layout.firstStatus + i)],
  );
  const begun = columns.statuses.reduce(
    (sum, status, i) => (status === NOT_STARTED ? sum : sum + tally.byStatus[i]!),
    0,
  );
  const [label, field] = labelAndField(document, over.form);
  return [
    document.id,
    label,
    field,
    live(`COUNTIFS(${ids},$A${row},${applies})`, tally.applies),
    ...columns.statuses.map((status, i) =>
      live(
        `COUNTIFS(${ids},$A${row},${applies},${range(columns.status.key)},${criterionText(status)})`,
        tally.byStatus[i]!,
      ),
    ),
    {
      formula: `IF(${place(layout.applies)}=0,"",(${begunPlaces.join('+')})/${place(layout.applies)})`,
      result: tally.applies === 0 ? '' : begun / tally.applies,
    },
    ...columns.sums.map((column, i) => live(`SUMIFS(${range(column.key)},${ids},$A${row})`, tally.sums[i]!)),
    ...[...tally.behind.values()].map((names) => names.text),
  ];
}

export const documentHeight = (cells: readonly StreamedCell[], { columns }: DocumentsLayout): number | undefined =>
  wrappedHeight(cells, columns);

/** The form's label ends in the field, which has a column of its own here. */
function labelAndField({ id, label, listed }: BoardedDocument, { definition }: PeriodForm): [string, string | null] {
  const code = listed ? definition.documents.find((d) => d.id === id)?.field : undefined;
  const field = definition.fields.find((f) => f.code === code)?.vi;
  if (field === undefined) return [label, null];
  const end = ` (${field})`;
  return [label.endsWith(end) ? label.slice(0, -end.length) : label, field];
}
