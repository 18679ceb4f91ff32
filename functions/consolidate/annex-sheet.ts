// `PL1` to `PL6`: the rows of all units under each other, unit first, columns as in the form. Columns of our own stand
// last: what the consolidation counts by. An annex that is not asked in the period keeps its head and one empty row.

import type { PeriodAnnex } from '../../templates/form-definition/form-for-period';
import type { AnnexColumn } from '../../templates/form-definition/form-schema';
import type { StyleName } from '../../templates/layout/sheet-plan';
import type { AnnexRow } from '../../templates/submission/submission';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { gridRange } from './by-unit-sheet';
import { type GridColumn, gridSheet, type MasterSheet, wrappedHeight } from './master-sheet';
import type { UnitLabel } from './unit-label';
import { valueCell } from './value-cell';

const UNIT_COLUMNS: readonly GridColumn[] = [
  { head: 'Mã đơn vị', width: 13, style: 'gridText' },
  { head: 'Đơn vị', width: 32, style: 'gridText' },
];

/** A column the units do not fill: counted by, computed once per row in the order of the rows. */
export interface OwnColumn {
  readonly head: string;
  readonly note: string;
  readonly style: StyleName;
  readonly cell: (row: AnnexRow, unit: UnitLabel) => StreamedCell;
}

export interface AnnexStack {
  readonly code: string;
  readonly sheet: MasterSheet;
  readonly row: (row: AnnexRow, unit: UnitLabel) => StreamedCell[];
  /** In points; undefined where one line is enough. */
  readonly height: (cells: readonly StreamedCell[]) => number | undefined;
  /** The range of a column of the form (by key) or of ours (by head) over so many rows. */
  readonly range: (column: string, rows: number) => string;
}

export function annexStack(annex: PeriodAnnex, own: readonly OwnColumn[]): AnnexStack {
  const heads = distinctHeads([...UNIT_COLUMNS.map((c) => c.head), ...annex.columns.map((c) => c.label.vi)]);
  const columns: GridColumn[] = [
    ...UNIT_COLUMNS,
    ...annex.columns.map((column, i) => ({
      head: heads[UNIT_COLUMNS.length + i]!,
      width: Math.max(column.width, 10),
      style: styleOf(column),
    })),
    ...own.map(({ head, note, style }) => ({ head, width: 14, style, note })),
  ];
  const places = new Map([...annex.columns.map((c) => c.key), ...own.map((c) => c.head)].map((key, i) => [key, i]));
  return {
    code: annex.code,
    sheet: gridSheet(annex.code, `Bang_${annex.code}`, columns, { frozenColumns: 2, tab: 'FF7F6000' }),
    row: (row, unit) => [
      unit.code,
      unit.name,
      ...annex.columns.map((column) => valueCell(row[column.key], column)),
      ...own.map((column) => column.cell(row, unit)),
    ],
    height: (cells) => wrappedHeight(cells, columns),
    range: (column, rows) => gridRange(annex.code, UNIT_COLUMNS.length + places.get(column)! + 1, rows),
  };
}

/** Table columns must differ, without regard to case. */
function distinctHeads(heads: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const times = (seen.get(head.toLowerCase()) ?? 0) + 1;
    seen.set(head.toLowerCase(), times);
    return times === 1 ? head : `${head} (${times})`;
  });
}

function styleOf({ type, maxLength }: AnnexColumn): StyleName {
  if (type === 'integer') return 'gridNumber';
  if (type === 'date') return 'gridDate';
  if (type === 'yesNo') return 'gridCentred';
  return type !== 'key' && (maxLength ?? 0) > 60 ? 'gridWrap' : 'gridText';
}
