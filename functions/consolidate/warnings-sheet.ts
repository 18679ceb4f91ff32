// `CanhBao`: every warning that the counted reports came in with, where it stands, and how the unit explains it; below them
// what only shows when units are compared.

import { explainedAt } from '../../templates/checks/explained-at';
import type { Submission } from '../../templates/submission/submission';
import type { Severity, Violation } from '../../templates/violation/violation';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { type GridColumn, gridSheet, type MasterSheet, wrappedHeight } from './master-sheet';
import type { UnitLabel } from './unit-label';

export const WARNINGS = 'CanhBao';
const COLUMNS: readonly GridColumn[] = [
  { head: 'Mã đơn vị', width: 12, style: 'gridText' },
  { head: 'Đơn vị', width: 34, style: 'gridWrap' },
  { head: 'Quy tắc', width: 10, style: 'gridText' },
  { head: 'Mức', width: 12, style: 'gridText' },
  { head: 'Trang tính', width: 13, style: 'gridText' },
  { head: 'Ô', width: 8, style: 'gridText' },
  { head: 'Tên', width: 17, style: 'gridText' },
  { head: 'Nội dung', width: 66, style: 'gridWrap' },
  { head: 'Giải trình của đơn vị', width: 50, style: 'gridWrap' },
];
const SEVERITIES: Record<Severity, string> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' };

export const warningsSheet = (): MasterSheet =>
  gridSheet(WARNINGS, 'CanhBao', COLUMNS, { frozenColumns: 2, tab: 'FF7F6000' });

/** @param explanations by indicator, annex, narrative; none of what nobody has asked the unit about */
export function warningRow(
  violation: Violation,
  unit: UnitLabel,
  explanations: Submission['explanations'] = {},
): StreamedCell[] {
  const { rule, severity, sheet, cell, name, message } = violation;
  return [
    unit.code,
    unit.name,
    rule,
    SEVERITIES[severity],
    sheet || null,
    cell || null,
    name || null,
    message.vi,
    explanations[explainedBy(name)] || null,
  ];
}

export const warningHeight = (cells: readonly StreamedCell[]): number | undefined => wrappedHeight(cells, COLUMNS);

/** `CT_A_01` → `A.01`, `TM_T_1` → `T.1`, `PL1_so_hn` → `PL1`, `BC_ky` → `BC`: as a submission keeps explanations. */
const explainedBy = (name: string): string => explainedAt(name).slice('GT_'.length).replace('_', '.');
