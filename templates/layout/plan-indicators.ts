// ChiTieu: one line an indicator, folded by section: Mã · Chỉ tiêu · ĐVT · Kỳ này · Kỳ trước · Cùng kỳ năm trước · ± ·
// Giải trình. The code stands in the first column of every line, so that a value is found even when its name was lost.

import { derivedFormula } from '../form-definition/form-for-period';
import type { Indicator, Section } from '../form-definition/form-schema';
import { explanationName, indicatorName, nothingName } from '../form-definition/names';
import { mayBeNothing } from '../form-definition/sections';
import { historyName } from '../history/history';
import { periodBefore, periodLabel, periodLastYear } from '../reporting-period/period-code';
import type { Value } from '../rules/value';
import { indicatorInput, markInput, textInput } from './input-plan';
import { heightFor, type PlannedCell, type RowPlan, type SheetPlan, type StyleName } from './sheet-plan';
import type { TemplateRequest } from './template-request';

export const INDICATOR_SHEET = 'ChiTieu';
export const CODE_HEAD = 'Mã';
export const VALUE_HEAD = 'Kỳ này';
const LABEL_WIDTH = 58;
const HEAD_ROW = 5;

export function planIndicators(request: TemplateRequest, derived: Readonly<Record<string, Value>>): SheetPlan {
  const { form, unit } = request;
  const before = periodBefore(form.period);
  const lastYear = periodLastYear(form.period);
  const rows: RowPlan[] = [
    { height: 22, cells: [{ column: 1, span: 8, content: 'CHỈ TIÊU BÁO CÁO', style: 'title' }] },
    {
      height: 18,
      cells: [{ column: 1, span: 8, content: `${unit.name} – ${periodLabel(form.period)}`, style: 'centredBold' }],
    },
    {
      height: 18,
      cells: [
        {
          column: 1,
          span: 8,
          content:
            'Chỉ nhập vào ô nền vàng. Ô nền xám tự tính hoặc đã khóa. Để trống là chưa trả lời, 0 là không phát sinh.',
          style: 'centredItalic',
        },
      ],
    },
    { height: 6, cells: [] },
    {
      height: 68,
      cells: [
        CODE_HEAD,
        'Chỉ tiêu',
        'ĐVT',
        VALUE_HEAD,
        `Kỳ trước\n(${before ? periodLabel(before) : '–'})`,
        `Cùng kỳ năm trước\n(${lastYear ? periodLabel(lastYear) : '–'})`,
        '± so với kỳ trước',
        'Giải trình',
      ].map((content, i) => ({ column: i + 1, content, style: 'head' as const })),
    },
  ];
  for (const section of form.sections) {
    rows.push(sectionRow(section));
    for (const indicator of section.indicators) rows.push(indicatorRow(indicator, request, derived, rows.length + 1));
  }
  return {
    name: INDICATOR_SHEET,
    visibility: 'visible',
    columns: [8, LABEL_WIDTH, 16, 15, 15, 15, 12, 40],
    rows,
    freeze: { rows: HEAD_ROW, columns: 2 },
    print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] },
    ranges: [],
    highlights: [],
    protected: true,
    tab: 'FFE0A800',
  };
}

function sectionRow(section: Section): RowPlan {
  const cells: PlannedCell[] = [
    { column: 1, content: section.code, style: 'sectionCode' },
    { column: 2, content: `${section.title.vi}`, style: 'section' },
  ];
  if (mayBeNothing(section)) {
    cells.push(
      { column: 3, content: 'Không phát sinh (x):', style: 'section' },
      { column: 4, content: null, style: 'inputMark', name: nothingName(section.code), input: markInput(section.code) },
      { column: 5, span: 4, content: section.title.en, style: 'section' },
    );
  } else cells.push({ column: 3, span: 6, content: section.title.en, style: 'section' });
  return { height: heightFor(section.title.vi, LABEL_WIDTH - 4, mayBeNothing(section) ? 36 : 22), cells };
}

function indicatorRow(
  indicator: Indicator,
  request: TemplateRequest,
  derived: Readonly<Record<string, Value>>,
  row: number,
): RowPlan {
  const number = ['integer', 'money', 'percent'].includes(indicator.type);
  const locked = lockedStyle(indicator);
  const shown = (value: Value | undefined): string | number | null =>
    typeof value === 'boolean' || value === undefined ? null : value;
  return {
    height: heightFor(indicator.label.vi, LABEL_WIDTH),
    outline: 1,
    cells: [
      { column: 1, content: indicator.code, style: 'code' },
      { column: 2, content: indicator.label.vi, style: 'label' },
      { column: 3, content: indicator.unit ?? (indicator.type === 'yesNo' ? 'Có/Không' : ''), style: 'unit' },
      valueCell(indicator, request, derived),
      { column: 5, content: shown(request.history?.values[historyName('KT', indicator.code)]), style: locked },
      { column: 6, content: shown(request.history?.values[historyName('NT', indicator.code)]), style: locked },
      number
        ? {
            column: 7,
            content: { formula: `IF(AND(ISNUMBER(D${row}),ISNUMBER(E${row})),D${row}-E${row},"")`, result: '' },
            style: locked,
          }
        : { column: 7, content: null, style: locked },
      {
        column: 8,
        content: null,
        style: 'inputText',
        name: explanationName(indicator.code),
        input: textInput('Giải trình', 500),
      },
    ],
  };
}

function valueCell(
  indicator: Indicator,
  request: TemplateRequest,
  derived: Readonly<Record<string, Value>>,
): PlannedCell {
  const name = indicatorName(indicator.code);
  const cell = { column: 4, name };
  const formula = derivedFormula(indicator);
  if (formula !== undefined)
    return {
      ...cell,
      content: { formula, result: (derived[name] ?? '') as string | number },
      style: lockedStyle(indicator),
    };
  if (indicator.zeroFor?.includes(request.unit.kind)) return { ...cell, content: 0, style: lockedStyle(indicator) };
  const known = indicator.code.startsWith('K.')
    ? request.history?.values[historyName('KT', indicator.code)]
    : undefined;
  return {
    ...cell,
    content: typeof known === 'number' ? known : null,
    style: INPUT_STYLES[indicator.type],
    input: indicatorInput(indicator),
  };
}

const INPUT_STYLES: Record<Indicator['type'], StyleName> = {
  integer: 'inputNumber',
  percent: 'inputNumber',
  money: 'inputMoney',
  yesNo: 'inputChoice',
  choice: 'inputChoice',
  text: 'inputText',
  date: 'inputDate',
};

function lockedStyle(indicator: Indicator): StyleName {
  if (indicator.type === 'percent') return 'lockedPercent';
  if (indicator.type === 'money') return 'lockedMoney';
  if (indicator.type === 'integer') return 'lockedNumber';
  return indicator.type === 'date' ? 'lockedDate' : 'lockedText';
}
