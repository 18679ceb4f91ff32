// `TongHop`: one row per indicator, its total as a live formula with the result stored, how many units answered and how the
// figure came about. Printed as an annex to the board's own report. Which row an indicator has is known before the pass.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Indicator } from '../../templates/form-definition/form-schema';
import { heightFor, type StyleName } from '../../templates/layout/sheet-plan';
import type { RowSetting, StreamedCell } from '../xlsx/graft-workbook';
import { exemplar, type MasterSheet } from './master-sheet';
import { PARTY_HEAD_ROWS, partyHead } from './party-head';
import type { LiveTotal } from './total-formulas';

export const TOTALS = 'TongHop';
const HEAD_ROW = PARTY_HEAD_ROWS + 1;
const FIRST = HEAD_ROW + 1;
const LABEL_WIDTH = 66;
const WORDS_WIDTH = 27;
const SPREAD_WIDTH = 40;
const COLUMNS: readonly (readonly [head: string, width: number])[] = [
  ['Mã', 9],
  ['Chỉ tiêu', LABEL_WIDTH],
  ['Đơn vị tính', 14],
  ['Tổng kỳ này', 14],
  ['Số đơn vị trả lời', 13],
  ['Cách tổng hợp', WORDS_WIDTH],
  ['Phân bố câu trả lời', SPREAD_WIDTH],
];
const line = (total: StyleName): StyleName[] => ['code', 'label', 'unit', total, 'unit', 'message', 'message'];
/** The first is the exemplar row, the others its named looks. */
const LOOKS = {
  integer: line('totalNumber'),
  money: line('totalMoney'),
  percent: line('totalPercent'),
  section: ['section', 'section', 'section', 'section', 'section', 'section', 'section'],
} as const satisfies Record<string, readonly StyleName[]>;

/** Row of each indicator, by code. */
export function totalRows(form: PeriodForm): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  let row = FIRST;
  for (const section of form.sections) {
    row++;
    for (const indicator of section.indicators) rows.set(indicator.code, row++);
  }
  return rows;
}

/** `counted`: how many units are in, as a formula over the other sheets with its result. */
export function totalsSheet(
  form: PeriodForm,
  builtAt: string,
  counted: { formula: string; result: string },
): MasterSheet {
  const names = Object.keys(LOOKS);
  return {
    plan: {
      name: TOTALS,
      visibility: 'visible',
      columns: COLUMNS.map(([, width]) => width),
      rows: [
        ...partyHead({
          form,
          builtAt,
          title: 'TỔNG HỢP SỐ LIỆU CÔNG TÁC KHOA GIÁO',
          asOf: counted,
          left: 2,
          columns: COLUMNS.length,
        }),
        { height: 36, cells: COLUMNS.map(([head], i) => ({ column: i + 1, content: head, style: 'head' })) },
        ...Object.values(LOOKS).map(exemplar),
      ],
      freeze: { rows: HEAD_ROW, columns: 0 },
      print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] },
      ranges: [],
      highlights: [],
      protected: false,
      tab: 'FF8B1A1A',
    },
    stream: {
      name: TOTALS,
      exemplarRow: FIRST,
      exemplars: Object.fromEntries(names.slice(1).map((name, i) => [name, FIRST + 1 + i])),
    },
  };
}

export interface TotalLine {
  readonly indicator: Indicator;
  readonly total: LiveTotal | undefined;
  readonly answered: LiveTotal;
  readonly spread: LiveTotal | undefined;
}

export function sectionRow(title: string): [StreamedCell[], RowSetting] {
  return [[null, title, null, null, null, null, null], { look: 'section', height: heightFor(title, LABEL_WIDTH, 22) }];
}

export function totalRow({ indicator, total, answered, spread }: TotalLine): [StreamedCell[], RowSetting] {
  const words = rollUpWords(indicator);
  const height = Math.max(
    heightFor(indicator.label.vi, LABEL_WIDTH * 1.1, 20),
    heightFor(words, WORDS_WIDTH * 1.1),
    heightFor(String(spread?.result ?? ''), SPREAD_WIDTH),
  );
  const cells = [
    indicator.code,
    indicator.label.vi,
    indicator.unit ?? null,
    total ?? null,
    answered,
    words,
    spread ?? null,
  ];
  const { type } = indicator;
  return [cells, { height, ...(type === 'money' || type === 'percent' ? { look: type } : {}) }];
}

function rollUpWords({ units, ratio }: Indicator): string {
  switch (units) {
    case 'sum':
      return 'Cộng các đơn vị';
    case 'ratio':
      return `Tính lại từ tổng: ${codes(ratio!.part)} chia ${codes(ratio!.whole)}`;
    case 'distinct':
      return 'Đếm không trùng giữa các đơn vị';
    case 'countYes':
      return 'Số đơn vị trả lời "Có"';
    case 'distribution':
      return 'Số đơn vị trả lời, xem phân bố';
    case 'none':
      return 'Không tổng hợp';
  }
}

/** `CT_A_05+CT_A_06` → `(A.05 + A.06)` */
function codes(expression: string): string {
  const text = expression.replace(/\bCT_([A-Z])_(\d{2})\b/g, '$1.$2').replace(/[-+*/]/g, ' $& ');
  return text.includes(' ') ? `(${text})` : text;
}
