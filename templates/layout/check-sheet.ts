// KiemTra: the report's checks as live formulas, with no add-in and no network. Above, the first things to do, gathered from
// the lines below; below, one line a rule and place: rule, name, severity, message (empty while the rule holds), a link to
// the cell, and whether a warning is explained.

import { LEAST_EXPLANATION } from '../checks/explained-at';
import type { CheckLine } from './check-lines';
import type { Content, PlannedCell, RowPlan, SheetPlan } from './sheet-plan';

export const CHECK_SHEET = 'KiemTra';
/** Things to do that are shown above; more come up as these are done. */
const SHOWN = 15;
const LIST_HEAD = 6;
const HEAD_ROW = LIST_HEAD + SHOWN + 2;
export const FIRST_CHECK_ROW = HEAD_ROW + 1;
const ERRORS = 'KiemTra!$C$2';
const WARNINGS = 'KiemTra!$C$3';
const EXPLAINED = 'đã giải trình';

/** A line at its place. */
export interface PlacedLine extends CheckLine {
  readonly place?: { readonly sheet: string; readonly cell: string } | undefined;
  /** What the formula gives on a fresh template. */
  readonly result: string;
}

export const CHECK_SUMMARY = {
  formula: `IF(${ERRORS}=0,"Kiểm tra: không còn lỗi","Kiểm tra: còn "&${ERRORS}&" lỗi")&IF(${WARNINGS}=0,""," và "&${WARNINGS}&" cảnh báo chưa giải trình")&IF(${ERRORS}+${WARNINGS}=0,". Có thể nộp báo cáo."," – xem trang KiemTra trước khi nộp.")`,
  result: (lines: readonly PlacedLine[]): string => {
    const [errors, warnings] = [count(lines, 'E'), count(lines, 'W')];
    const open = errors + warnings > 0;
    return `${errors === 0 ? 'Kiểm tra: không còn lỗi' : `Kiểm tra: còn ${errors} lỗi`}${warnings === 0 ? '' : ` và ${warnings} cảnh báo chưa giải trình`}${open ? ' – xem trang KiemTra trước khi nộp.' : '. Có thể nộp báo cáo.'}`;
  },
};

const count = (lines: readonly PlacedLine[], letter: CheckLine['severity']): number =>
  lines.filter((l) => l.severity === letter && l.result !== '').length;

export function planChecks(lines: readonly PlacedLine[]): SheetPlan {
  const first = FIRST_CHECK_ROW;
  const last = HEAD_ROW + Math.max(1, lines.length);
  const column = (letter: string): string => `$${letter}$${first}:$${letter}$${last}`;
  const counted = (letter: CheckLine['severity'], more = ''): Content => ({
    formula: `COUNTIFS(${column('C')},"${letter}",${column('D')},"?*"${more})`,
    result: count(lines, letter),
  });
  const head = (row: readonly string[]): RowPlan => ({
    height: 22,
    cells: row.map((content, i) => ({ column: i + 1, content, style: 'head' as const })),
  });
  const open = lines.filter((l) => l.severity !== 'I' && l.result !== '');
  const rows = checkRows(lines);
  return {
    name: CHECK_SHEET,
    visibility: 'visible',
    columns: [10, 16, 8, 110, 16, 18, 6],
    hiddenColumns: [7],
    rows: [
      { height: 22, cells: [{ column: 1, span: 6, content: 'KIỂM TRA BÁO CÁO', style: 'title' }] },
      countRow('Số lỗi còn lại:', counted('E'), 'Errors left: correct every one.'),
      countRow(
        'Cảnh báo chưa giải trình:',
        counted('W', `,${column('F')},"<>${EXPLAINED}"`),
        `Warnings to explain (at least ${LEAST_EXPLANATION} characters), or to correct.`,
      ),
      {
        height: 18,
        cells: [
          {
            column: 1,
            span: 6,
            content: `E: lỗi, phải sửa mới nộp được · W: cảnh báo, sửa hoặc giải trình từ ${LEAST_EXPLANATION} ký tự ở ô Giải trình · I: thông tin. Bấm vào Vị trí để đến ô.`,
            style: 'small',
          },
        ],
      },
      {
        height: 18,
        cells: [{ column: 1, span: 6, content: 'Việc cần làm trước (Things to do first)', style: 'bold' }],
      },
      head(['STT', 'Quy tắc', 'Mức', 'Thông báo', 'Vị trí']),
      ...Array.from({ length: SHOWN }, (_, i) => todoRow(i + 1, open[i], column)),
      { height: 18, cells: [{ column: 1, span: 6, content: 'Mọi phép kiểm tra (All checks)', style: 'bold' }] },
      head(['Quy tắc', 'Tên ô', 'Mức', 'Thông báo', 'Vị trí', 'Giải trình', '#']),
      ...rows.slice(0, 1),
    ],
    alike: rows.slice(1),
    freeze: { rows: LIST_HEAD, columns: 0 },
    print: { orientation: 'landscape', area: { columns: 5, rows: LIST_HEAD + SHOWN } },
    ranges: [],
    highlights: [
      ...highlights(`A${first}:F${last}`, first, `,$F${first}<>"${EXPLAINED}"`),
      ...highlights(`A${LIST_HEAD + 1}:E${LIST_HEAD + SHOWN}`, LIST_HEAD + 1, ''),
    ],
    protected: true,
    tab: 'FF2E75B6',
  };
}

function highlights(range: string, row: number, unless: string): SheetPlan['highlights'] {
  return [
    { range, formula: `AND($C${row}="E",$D${row}<>"")`, style: 'error' },
    { range, formula: `AND($C${row}="W",$D${row}<>""${unless})`, style: 'warning' },
  ];
}

/** The k-th open line: found by the running number in the hidden column. */
function todoRow(k: number, line: PlacedLine | undefined, column: (letter: string) => string): RowPlan {
  const at = `MATCH(${k},${column('G')},0)`;
  const show = (letter: string): string => `IFERROR(INDEX(${column(letter)},${at}),"")`;
  const place = line?.place ? `${line.place.sheet}!${line.place.cell}` : '';
  const link = `INDEX(${column('E')},${at})`;
  const cells: readonly (readonly [string, string | number, PlannedCell['style']])[] = [
    [`IF(ISNUMBER(${at}),${k},"")`, line ? k : '', 'unit'],
    [show('A'), line?.rule ?? '', 'code'],
    [show('C'), line?.severity ?? '', 'unit'],
    [show('D'), line?.result ?? '', 'message'],
    [`IFERROR(HYPERLINK("#"&${link},${link}),"")`, place, 'link'],
  ];
  return {
    height: 32,
    cells: cells.map(([formula, result, style], i) => ({ column: i + 1, content: { formula, result }, style })),
  };
}

function checkRows(lines: readonly PlacedLine[]): RowPlan[] {
  let open = 0;
  return lines.map((line, i) => {
    const row = FIRST_CHECK_ROW + i;
    const { rule, name, severity, formula, result, place, explanation } = line;
    if (severity !== 'I' && result !== '') open++;
    const link: Content = place ? { link: place, text: `${place.sheet}!${place.cell}` } : null;
    const explained: Content = explanation
      ? {
          formula: `IF(D${row}="","",IF(LEN(TRIM(${explanation}))>=${LEAST_EXPLANATION},"${EXPLAINED}","cần giải trình"))`,
          result: result === '' ? '' : 'cần giải trình',
        }
      : null;
    const todo =
      severity === 'I' ? '0' : explanation ? `AND(D${row}<>"",F${row}<>"${EXPLAINED}")*1` : `(D${row}<>"")*1`;
    const before = i === 0 ? '0' : `G${row - 1}`;
    const contents: readonly (readonly [Content, PlannedCell['style']])[] = [
      [rule, 'code'],
      [name, 'code'],
      [severity, 'unit'],
      [{ formula, result }, 'message'],
      [link, 'link'],
      [explained, 'unit'],
      [{ formula: `${before}+${todo}`, result: open }, 'small'],
    ];
    return { cells: contents.map(([content, style], j) => ({ column: j + 1, content, style })) };
  });
}

function countRow(label: string, content: Content, english: string): RowPlan {
  return {
    height: 20,
    cells: [
      { column: 1, span: 2, content: label, style: 'bold' },
      { column: 3, content, style: 'status' },
      { column: 4, content: english, style: 'small' },
    ],
  };
}
