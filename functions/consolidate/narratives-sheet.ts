// `ThuyetMinh`: what the units wrote, side by side: one row per unit, one column per narrative. Their words as they are.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Submission } from '../../templates/submission/submission';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { type GridColumn, gridSheet, type MasterSheet, wrappedHeight } from './master-sheet';
import type { UnitLabel } from './unit-label';

export const NARRATIVES = 'ThuyetMinh';

export interface NarrativesSheet {
  readonly sheet: MasterSheet;
  readonly row: (submission: Submission, unit: UnitLabel) => StreamedCell[];
  readonly height: (cells: readonly StreamedCell[]) => number | undefined;
}

export function narrativesSheet({ narratives }: PeriodForm): NarrativesSheet {
  const columns: GridColumn[] = [
    { head: 'Mã đơn vị', width: 12, style: 'gridText' },
    { head: 'Đơn vị', width: 26, style: 'gridWrap' },
    ...narratives.map(({ code, label }): GridColumn => ({ head: `${code} ${label.vi}`, width: 64, style: 'gridWrap' })),
  ];
  return {
    sheet: gridSheet(NARRATIVES, 'ThuyetMinh', columns, { frozenColumns: 2, tab: 'FF7F6000' }),
    row: (submission, unit) => [
      unit.code,
      unit.name,
      ...narratives.map(({ code }) => submission.narratives[code] || null),
    ],
    height: (cells) => wrappedHeight(cells, columns),
  };
}
