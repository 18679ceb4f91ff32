// ThuyetMinh: the narratives, each with its limit and a live count of characters.

import { explanationName, narrativeName } from '../form-definition/names';
import { periodLabel } from '../reporting-period/period-code';
import { textInput } from './input-plan';
import type { RowPlan, SheetPlan } from './sheet-plan';
import type { TemplateRequest } from './template-request';

const HEAD_ROW = 5;

export function planNarratives({ form, unit }: TemplateRequest): SheetPlan {
  const rows: RowPlan[] = form.narratives.map((n) => {
    const name = narrativeName(n.code);
    const owed = n.required ? ' (bắt buộc)' : n.requiredIf ? ' (bắt buộc khi có số liệu liên quan)' : ' (tùy chọn)';
    return {
      height: 98,
      cells: [
        { column: 1, content: n.code, style: 'code' },
        { column: 2, content: `${n.label.vi}${owed}`, style: 'label' },
        { column: 3, content: null, style: 'inputText', name, input: textInput(n.code, n.maxLength) },
        {
          column: 4,
          content: { formula: `LEN(${name})&"/${n.maxLength}"`, result: `0/${n.maxLength}` },
          style: 'unit',
        },
        {
          column: 5,
          content: null,
          style: 'inputText',
          name: explanationName(n.code),
          input: textInput(`Giải trình ${n.code}`, 500),
        },
      ],
    };
  });
  return {
    name: 'ThuyetMinh',
    visibility: 'visible',
    columns: [8, 36, 96, 14, 30],
    rows: [
      { height: 22, cells: [{ column: 1, span: 5, content: 'THUYẾT MINH', style: 'title' }] },
      {
        height: 18,
        cells: [{ column: 1, span: 5, content: `${unit.name} – ${periodLabel(form.period)}`, style: 'centredBold' }],
      },
      {
        height: 18,
        cells: [
          {
            column: 1,
            span: 5,
            content:
              'Chỉ viết về kết quả công việc của đơn vị; không ghi tên người, không ghi nội dung mật. Alt+Enter để xuống dòng.',
            style: 'centredItalic',
          },
        ],
      },
      { height: 6, cells: [] },
      {
        height: 22,
        cells: ['Mã', 'Mục', 'Nội dung', 'Số ký tự', 'Giải trình'].map((content, i) => ({
          column: i + 1,
          content,
          style: 'head' as const,
        })),
      },
      ...rows,
    ],
    freeze: { rows: HEAD_ROW, columns: 2 },
    print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] },
    ranges: [],
    highlights: [],
    protected: true,
    tab: 'FF7F7F7F',
  };
}
