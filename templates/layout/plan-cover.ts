// BiaBC: the head of the report as a Party document (Hướng dẫn 36-HD/VPTW): issuer left, "ĐẢNG CỘNG SẢN VIỆT NAM" right,
// kind and subject in the middle; below it the header fields, each with its name. The only place for a signatory's name.

import { HEADER_EXPLANATION } from '../checks/explained-at';
import type { HeaderField } from '../form-definition/form-schema';
import { headerFacts } from '../form-definition/header-facts';
import { headerName, RECEIPT_NAME } from '../form-definition/names';
import { periodLabel } from '../reporting-period/period-code';
import { CHECK_SUMMARY } from './check-sheet';
import { dateInput, receiptInput, textInput } from './input-plan';
import type { Content, PlannedCell, RowPlan, SheetPlan } from './sheet-plan';
import type { TemplateRequest } from './template-request';

const LEFT = 1;
const RIGHT = 3;

/** @param summary what the line about the checks says on the fresh sheet */
export function planCover(request: TemplateRequest, summary: string): SheetPlan {
  const { definition, period } = request.form;
  const upper = (text: string): string => text.toLocaleUpperCase('vi');
  const signature = (name: string): string | number => presets(request)[name] ?? '';
  const pair = (
    left: PlannedCell['content'],
    leftStyle: PlannedCell['style'],
    right: PlannedCell['content'],
    rightStyle: PlannedCell['style'],
  ): RowPlan => ({
    height: 20,
    cells: [
      { column: LEFT, span: 2, content: left, style: leftStyle },
      { column: RIGHT, span: 2, content: right, style: rightStyle },
    ],
  });
  const wide = (content: Content, style: PlannedCell['style'], height: number): RowPlan => ({
    height,
    cells: [{ column: LEFT, span: 4, content, style }],
  });
  const rows: RowPlan[] = [
    pair(upper(definition.board.parent), 'centred', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'party'),
    pair(
      upper(request.unit.name),
      'centredBold',
      { formula: PLACE_AND_DATE, result: `${definition.board.place}, ngày … tháng … năm ……` },
      'centredItalic',
    ),
    pair('*', 'centred', null, 'text'),
    pair(
      { formula: 'IF(BC_so_ky_hieu="","Số ……-BC/……","Số "&BC_so_ky_hieu)', result: 'Số ……-BC/……' },
      'centred',
      null,
      'text',
    ),
    { height: 10, cells: [] },
    wide('BÁO CÁO', 'title', 26),
    wide(`${definition.title.vi.replace(/^Báo cáo /, '')} ${lowerFirst(periodLabel(period))}`, 'centredBold', 22),
    wide(`${definition.title.en} – ${periodLabel(period, 'en')}`, 'centredItalic', 18),
    { height: 10, cells: [] },
    wide({ formula: CHECK_SUMMARY.formula, result: summary }, 'status', 24),
    { height: 10, cells: [] },
    ...definition.header.map((field) => fieldRow(field, request)),
    explanationRow(),
    receiptRow(),
    { height: 14, cells: [] },
    {
      height: 20,
      cells: [
        {
          column: RIGHT,
          span: 2,
          content: { formula: 'IF(BC_quyen_han="","",BC_quyen_han)', result: signature('quyen_han') },
          style: 'centredBold',
        },
      ],
    },
    {
      height: 20,
      cells: [
        {
          column: RIGHT,
          span: 2,
          content: { formula: 'IF(BC_chuc_vu="","",BC_chuc_vu)', result: signature('chuc_vu') },
          style: 'centred',
        },
      ],
    },
    { height: 60, cells: [] },
    {
      height: 20,
      cells: [
        {
          column: RIGHT,
          span: 2,
          content: { formula: 'IF(BC_nguoi_ky="","",BC_nguoi_ky)', result: signature('nguoi_ky') },
          style: 'centredBold',
        },
      ],
    },
  ];
  return {
    name: 'BiaBC',
    visibility: 'visible',
    columns: [30, 26, 34, 24],
    rows,
    print: { orientation: 'portrait' },
    ranges: [],
    highlights: [],
    protected: true,
    tab: 'FFC00000',
  };
}

const PLACE_AND_DATE =
  'IF(BC_dia_danh="","………",BC_dia_danh)&", ngày "&IF(ISNUMBER(BC_ngay_ky),DAY(BC_ngay_ky),"…")&" tháng "&IF(ISNUMBER(BC_ngay_ky),MONTH(BC_ngay_ky),"…")&" năm "&IF(ISNUMBER(BC_ngay_ky),YEAR(BC_ngay_ky),"……")';

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function fieldRow(field: HeaderField, request: TemplateRequest): RowPlan {
  const value = presets(request)[field.name] ?? null;
  const typed = field.source === 'typed';
  const date = field.type === 'date';
  return {
    height: 20,
    cells: [
      { column: 1, content: field.label.vi, style: 'label' },
      {
        column: 2,
        span: 2,
        content: value,
        style: typed ? (date ? 'inputDate' : 'inputText') : date ? 'lockedDate' : 'lockedText',
        name: headerName(field.name),
        ...(typed
          ? { input: date ? dateInput(field.label.vi) : textInput(field.label.vi, field.maxLength ?? 255, field.hint) }
          : {}),
      },
      { column: 4, content: field.label.en, style: 'small' },
    ],
  };
}

/** For the warnings at the fields above. */
function explanationRow(): RowPlan {
  const label = 'Giải trình (nếu có cảnh báo ở trên)';
  return {
    height: 32,
    cells: [
      { column: 1, content: label, style: 'label' },
      {
        column: 2,
        span: 2,
        content: null,
        style: 'inputText',
        name: HEADER_EXPLANATION,
        input: textInput('Giải trình', 500),
      },
      { column: 4, content: 'Explanation of warnings above', style: 'small' },
    ],
  };
}

/** Written by the add-in; nobody reads it back. */
function receiptRow(): RowPlan {
  return {
    height: 20,
    cells: [
      { column: 1, content: 'Biên nhận gần nhất', style: 'label' },
      { column: 2, span: 2, content: null, style: 'inputText', name: RECEIPT_NAME, input: receiptInput() },
      { column: 4, content: 'Latest receipt', style: 'small' },
    ],
  };
}

function presets({ form, unit }: TemplateRequest): Record<string, string | number> {
  return {
    ...headerFacts(form, unit),
    dia_danh: form.definition.board.place,
    quyen_han: unit.kind === 'dangBoCoSo' ? 'T/M ĐẢNG ỦY' : 'T/M CHI BỘ',
    chuc_vu: 'BÍ THƯ',
  };
}
