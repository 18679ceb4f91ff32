// `TinhHinhNop`: who was expected, who has reported, and when; above it how complete and how timely the period is, as live
// formulas over the list. Counts from the expected list: a unit nobody heard of still stands in it.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { PlannedCell, StyleName } from '../../templates/layout/sheet-plan';
import { formatDay } from '../../templates/reporting-period/day';
import type { UnitStanding } from '../../templates/submission/submission';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { instantText } from './instant-text';
import { exemplar, type MasterSheet } from './master-sheet';
import { PARTY_HEAD_ROWS, partyHead } from './party-head';
import type { UnitLabel } from './unit-label';

export const FOLLOW_UP = 'TinhHinhNop';
const HEAD_ROW = PARTY_HEAD_ROWS + 4;
const FIRST = HEAD_ROW + 1;
const ON_TIME = 'Đúng hạn';
const COLUMNS: readonly (readonly [head: string, width: number, style: StyleName])[] = [
  ['TT', 6, 'gridCentred'],
  ['Mã đơn vị', 12, 'gridText'],
  ['Đơn vị', 48, 'gridWrap'],
  ['Loại', 17, 'gridText'],
  ['Tình trạng', 21, 'gridText'],
  ['Lần nộp', 9, 'gridNumber'],
  ['Lần được tính', 10, 'gridNumber'],
  ['Nhận lúc', 18, 'gridCentred'],
  ['Thời hạn', 15, 'gridText'],
  ['Lỗi', 8, 'gridNumber'],
  ['Cảnh báo', 9, 'gridNumber'],
];
const STATES: Record<UnitStanding['state'], string> = {
  missing: 'Chưa nộp',
  received: 'Đang kiểm tra',
  submitted: 'Đã nộp',
  refused: 'Bị từ chối',
  failed: 'Lỗi xử lý, cần xem lại',
  returned: 'Trả lại để sửa',
  accepted: 'Đã duyệt',
};

/** Column `letter` of the list over all expected units. */
export function followUpRange(letter: string, units: number): string {
  return `$${letter}$${FIRST}:$${letter}$${FIRST + Math.max(1, units) - 1}`;
}

export function followUpSheet(form: PeriodForm, builtAt: string, standings: readonly UnitStanding[]): MasterSheet {
  const last = COLUMNS.length;
  return {
    plan: {
      name: FOLLOW_UP,
      visibility: 'visible',
      columns: COLUMNS.map(([, width]) => width),
      rows: [
        ...partyHead({
          form,
          builtAt,
          title: 'TÌNH HÌNH NỘP BÁO CÁO CÔNG TÁC KHOA GIÁO',
          asOf: `hạn nộp của đơn vị: hết ngày ${formatDay(form.dates.unitDue)}`,
          left: 3,
          columns: last,
        }),
        ...figures(standings),
        { height: 8, cells: [] },
        { height: 36, cells: COLUMNS.map(([head], i) => ({ column: i + 1, content: head, style: 'head' })) },
        exemplar(COLUMNS.map(([, , style]) => style)),
      ],
      freeze: { rows: HEAD_ROW, columns: 0 },
      print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] },
      ranges: [],
      highlights: [
        { range: `A${FIRST}:K${FIRST}`, formula: `$G${FIRST}=0`, style: 'error' },
        { range: `A${FIRST}:K${FIRST}`, formula: `LEFT($I${FIRST},4)="Muộn"`, style: 'warning' },
      ],
      table: { name: 'TinhHinhNop', headRow: HEAD_ROW, lastRow: FIRST, columns: last },
      protected: false,
      tab: 'FF8B1A1A',
    },
    stream: { name: FOLLOW_UP, exemplarRow: FIRST },
  };
}

export function followUpRow(number: number, unit: UnitLabel, standing: UnitStanding): StreamedCell[] {
  const { receivedAt, daysLate } = standing;
  return [
    String(number),
    unit.code,
    unit.name,
    unit.kind,
    STATES[standing.state],
    standing.revision,
    standing.counted,
    receivedAt === undefined ? null : instantText(receivedAt),
    receivedAt === undefined ? null : daysLate > 0 ? `Muộn ${daysLate} ngày` : ON_TIME,
    standing.errors,
    standing.warnings,
  ];
}

/** Received: a revision counts. Both shares are of the expected units. */
function figures(standings: readonly UnitStanding[]): { height: number; cells: PlannedCell[] }[] {
  const expected = standings.length;
  const counted = standings.filter((s) => s.counted > 0);
  const timely = counted.filter((s) => s.receivedAt !== undefined && s.daysLate === 0).length;
  const row = PARTY_HEAD_ROWS + 2;
  const counts = followUpRange('G', expected);
  const share = (part: string): string => `IF($A$${row}=0,0,${part}/$A$${row})`;
  const figure = (column: number, span: number, label: string, formula: string, result: number, percent = false) => ({
    label: { column, span, content: label, style: 'sectionCode' as const },
    value: {
      column,
      span,
      content: { formula, result },
      style: percent ? ('figurePercent' as const) : ('figure' as const),
    },
  });
  const of = (part: number): number => (expected === 0 ? 0 : part / expected);
  const all = [
    figure(1, 3, 'Số đơn vị phải báo cáo', `COUNTA(${followUpRange('B', expected)})`, expected),
    figure(4, 1, 'Đã nộp', `COUNTIF(${counts},">0")`, counted.length),
    figure(5, 1, 'Tỷ lệ nộp', share(`$D$${row}`), of(counted.length), true),
    figure(6, 3, ON_TIME, `COUNTIFS(${counts},">0",${followUpRange('I', expected)},"${ON_TIME}")`, timely),
    figure(9, 3, 'Tỷ lệ đúng hạn', share(`$F$${row}`), of(timely), true),
  ];
  return [
    { height: 20, cells: all.map(({ label }) => label) },
    { height: 24, cells: all.map(({ value }) => value) },
  ];
}
