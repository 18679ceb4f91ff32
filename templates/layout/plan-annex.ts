// PL1 to PL6: an annex table. Above the rows stands a thin line with the columns' keys, so that a column is found by its
// key when its name was lost; the first column numbers the lines. Names such as PL1_so_hn span the data rows.

import { columnName } from '../cell/cell';
import { keyColumn, labelColumn } from '../form-definition/annex-columns';
import type { AnnexLine, PeriodAnnex } from '../form-definition/form-for-period';
import type { AnnexColumn } from '../form-definition/form-schema';
import { columnRangeName, explanationName } from '../form-definition/names';
import { NO_HISTORY } from '../history/history';
import { periodLabel } from '../reporting-period/period-code';
import { rowBefore } from '../validate/annex-rows';
import { annexInput, textInput } from './input-plan';
import {
  type Highlight,
  heightFor,
  type PlannedCell,
  type RowPlan,
  type SheetPlan,
  type StyleName,
} from './sheet-plan';
import type { TemplateRequest } from './template-request';

const LINE_HEAD = 'TT';
/** The text the annex's explanation stands beside. */
export const EXPLANATION_LABEL = 'Giải trình:';
const HEAD_ROW = 6;
const FIRST_ROW = HEAD_ROW + 2;

export function planAnnex(annex: PeriodAnnex, request: TemplateRequest): SheetPlan {
  const width = annex.columns.length + 1;
  const opening: RowPlan[] = [
    { height: 22, cells: [{ column: 1, span: width, content: annex.title.vi, style: 'title' }] },
    { height: 18, cells: [{ column: 1, span: width, content: annex.title.en, style: 'centredItalic' }] },
    {
      height: 18,
      cells: [
        {
          column: 1,
          span: width,
          content: `${request.unit.name} – ${periodLabel(request.form.period)}`,
          style: 'centredBold',
        },
      ],
    },
  ];
  const frame = {
    name: annex.code,
    visibility: 'visible',
    columns: [6, ...annex.columns.map((c) => c.width)],
    protected: true,
  } as const;
  if (!annex.asked) {
    const note = 'Kỳ này không yêu cầu phụ lục này. (EN) This annex is not asked in this period.';
    return {
      ...frame,
      rows: [...opening, { height: 30, cells: [{ column: 1, span: width, content: note, style: 'centredItalic' }] }],
      print: { orientation: 'landscape' },
      ranges: [],
      highlights: [],
    };
  }
  const lastRow = FIRST_ROW + annex.lines.length - 1;
  return {
    ...frame,
    rows: [
      ...opening,
      {
        height: 20,
        cells: [
          { column: 1, span: 2, content: EXPLANATION_LABEL, style: 'bold' },
          {
            column: 3,
            span: width - 2,
            content: null,
            style: 'inputText',
            name: explanationName(annex.code),
            input: textInput(`Giải trình ${annex.code}`, 1000),
          },
        ],
      },
      { height: 6, cells: [] },
      {
        height: headHeight(annex),
        cells: [LINE_HEAD, ...annex.columns.map((c) => c.label.vi)].map((content, i) => ({
          column: i + 1,
          content,
          style: 'head' as const,
        })),
      },
      {
        height: 13,
        cells: ['', ...annex.columns.map((c) => c.key)].map((content, i) => ({
          column: i + 1,
          content,
          style: 'columnCode' as const,
        })),
      },
      ...annex.lines.map((line, i) => dataRow(annex, line, i, request)),
    ],
    freeze: { rows: HEAD_ROW + 1, columns: annex.rows.kind === 'free' ? 1 : annex.rows.kind === 'fields' ? 2 : 3 },
    print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW + 1] },
    ranges: annex.columns.map((c, i) => ({
      name: columnRangeName(annex.code, c.key),
      column: i + 2,
      firstRow: FIRST_ROW,
      lastRow,
    })),
    highlights: notApplicable(annex, lastRow),
  };
}

function headHeight(annex: PeriodAnnex): number {
  return Math.max(34, ...annex.columns.map((c) => heightFor(c.label.vi, c.width * 0.85)));
}

/** A document that does not apply needs nothing more: the rest of its row is greyed out. */
function notApplicable(annex: PeriodAnnex, lastRow: number): Highlight[] {
  const at = annex.columns.findIndex((c) => c.key === 'ap_dung');
  if (at < 0) return [];
  const last = columnName(annex.columns.length + 1);
  return [
    {
      range: `${columnName(at + 3)}${FIRST_ROW}:${last}${lastRow}`,
      formula: `$${columnName(at + 2)}${FIRST_ROW}="Không"`,
      style: 'off',
    },
  ];
}

function dataRow(annex: PeriodAnnex, line: AnnexLine, index: number, request: TemplateRequest): RowPlan {
  const [ownKey, ownLabel] = [keyColumn(annex), labelColumn(annex)];
  const cells: PlannedCell[] = [{ column: 1, content: index + 1, style: 'unit' }];
  annex.columns.forEach((column, i) => {
    const place = { column: i + 2 };
    if (column.key === ownKey) cells.push({ ...place, content: line.key ?? null, style: 'key' });
    else if (column.key === ownLabel && !line.extra)
      cells.push({ ...place, content: line.label ?? null, style: 'key' });
    else
      cells.push({
        ...place,
        content: carried(annex, column, index, request) ?? presetOf(column, line),
        style: column.unit === '%' ? 'inputPoints' : INPUT_STYLES[column.type],
        input: annexInput(column, listsOf(request)),
      });
  });
  const label = annex.columns.find((c) => c.key === (ownLabel ?? ownKey));
  return { height: heightFor(line.label ?? line.key ?? '', label?.width ?? 30, 20), cells };
}

/** What the unit need not type again: which documents apply and how far they are, and the programmes that go on. */
function carried(
  annex: PeriodAnnex,
  column: AnnexColumn,
  index: number,
  { history = NO_HISTORY }: TemplateRequest,
): string | number | null {
  if (!column.carried) return null;
  const before =
    annex.rows.kind === 'free' ? history.rows[annex.code]?.[index] : rowBefore(annex, annex.lines[index]?.key, history);
  const value = before?.[column.key];
  if (value === undefined) return null;
  return column.carried === true ? value : column.carried;
}

function presetOf(column: AnnexColumn, line: AnnexLine): string | null {
  return column.preset !== undefined && !line.extra ? column.preset : null;
}

function listsOf(request: TemplateRequest): { documents: string; fields: readonly string[] } {
  const catalogue = request.form.annexes.find((a) => a.rows.kind === 'catalogue');
  const key = catalogue?.rows.kind === 'catalogue' ? catalogue.rows.key : '';
  return {
    documents: columnRangeName(catalogue?.code ?? '', key),
    fields: request.form.definition.fields.map((f) => f.vi),
  };
}

const INPUT_STYLES: Record<AnnexColumn['type'], StyleName> = {
  key: 'inputText',
  integer: 'inputNumber',
  yesNo: 'inputChoice',
  choice: 'inputChoice',
  text: 'inputText',
  date: 'inputDate',
  document: 'inputChoice',
  fields: 'inputText',
};
