// `CanhBao`: every warning that the counted reports came in with, where it stands, and how the unit explains it.

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

export function warningRow(violation: Violation, submission: Submission, unit: UnitLabel): StreamedCell[] {
  const { rule, severity, sheet, cell, name, message } = violation;
  const place = explainedAt(name);
  return [
    unit.code,
    unit.name,
    rule,
    SEVERITIES[severity],
    sheet || null,
    cell || null,
    name || null,
    message.vi,
    (place !== undefined && submission.explanations[place]) || null,
  ];
}

export const warningHeight = (cells: readonly StreamedCell[]): number | undefined => wrappedHeight(cells, COLUMNS);

/** Where a unit explains what was found at a name: `CT_A_01` → `A.01`, `PL1_so_hn` → `PL1`. */
function explainedAt(name: string): string | undefined {
  const indicator = /^CT_([A-Z])_(\d{2})$/.exec(name);
  if (indicator) return `${indicator[1]}.${indicator[2]}`;
  return /^(PL\d)_/.exec(name)?.[1];
}
