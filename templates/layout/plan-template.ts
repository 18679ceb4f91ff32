// The blank template of one unit and period as a workbook plan: every sheet of the contract, in order, and `_meta` that
// says what the workbook is. The structure hash names the layout, so that a moved cell can be told from another form.

import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { columnName } from '../cell/cell';
import { CLASSES } from '../checks/names-of-rules';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName, indicatorName } from '../form-definition/names';
import { periodLabel } from '../reporting-period/period-code';
import { derive } from '../rules/derive';
import type { Lookup } from '../rules/evaluate';
import type { Value } from '../rules/value';
import { withHighlights } from './check-highlights';
import { CHECK_SUMMARY, planChecks } from './check-sheet';
import { placedLines } from './placed-lines';
import { planAnnex } from './plan-annex';
import { planCover } from './plan-cover';
import { planGuide } from './plan-guide';
import { planIndicators } from './plan-indicators';
import { planNarratives } from './plan-narratives';
import { withRowChecks } from './row-checks';
import type { SheetPlan, WorkbookPlan } from './sheet-plan';
import type { TemplateRequest } from './template-request';

export const META_SHEET = '_meta';

export function planTemplate(request: TemplateRequest): WorkbookPlan {
  const { form, unit, history } = request;
  const annexes = form.annexes.map((annex) => planAnnex(annex, request));
  const narratives = planNarratives(request);
  const cover = planCover(request, '');
  const typed = valuesOf([cover, planIndicators(request, {}), ...annexes, narratives]);
  const { values: derived, results } = derive(form, typed);
  const answers = [planIndicators(request, derived), ...annexes, narratives];
  const places = placesOf([cover, ...answers]);
  const lines = placedLines({
    form,
    history,
    values: (name) => results.get(name) ?? typed(name),
    placeOf: (name, row) => places.get(row === 0 ? name : `${name} ${row}`),
  });
  const checked = answers.map((sheet) => withHighlights(withRowChecks(sheet, lines), lines));
  return {
    title: `${form.definition.title.vi} ${periodLabel(form.period)} – ${unit.name}`,
    subject: `${form.definition.form} ${form.definition.version}`,
    sheets: [
      planGuide(request),
      withHighlights(planCover(request, CHECK_SUMMARY.result(lines)), lines),
      ...checked,
      planChecks(lines),
      planMeta(request, structureHash(form, places)),
    ],
  };
}

/** Where each name stands in a plan; the further rows of a column as `PL1_so_hn 1`, counted from 0. */
function placesOf(sheets: readonly SheetPlan[]): Map<string, { sheet: string; cell: string }> {
  const places = new Map<string, { sheet: string; cell: string }>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, i) => {
      for (const cell of row.cells)
        if (cell.name) places.set(cell.name, { sheet: sheet.name, cell: columnName(cell.column) + (i + 1) });
    });
    for (const { name, column, firstRow, lastRow } of sheet.ranges)
      for (let row = firstRow; row <= lastRow; row++) {
        const place = { sheet: sheet.name, cell: columnName(column) + row };
        places.set(row === firstRow ? name : `${name} ${row - firstRow}`, place);
      }
  }
  return places;
}

/** The values a plan itself holds (presets, zeros), as the formulas of a fresh template will see them. */
function valuesOf(sheets: readonly SheetPlan[]): Lookup {
  const values = new Map<string, Value | readonly Value[]>();
  const plain = (content: unknown): Value =>
    typeof content === 'string' || typeof content === 'number' ? content : null;
  for (const sheet of sheets) {
    for (const row of sheet.rows)
      for (const cell of row.cells) if (cell.name) values.set(cell.name, plain(cell.content));
    for (const range of sheet.ranges) {
      const rows = sheet.rows.slice(range.firstRow - 1, range.lastRow);
      values.set(
        range.name,
        rows.map((row) => plain(row.cells.find((c) => c.column === range.column)?.content)),
      );
    }
  }
  return (name) => values.get(name);
}

function structureHash(form: PeriodForm, places: ReadonlyMap<string, { sheet: string; cell: string }>): string {
  const derived = form.indicators.filter(isDerived).map((i) => indicatorName(i.code));
  const annexes = form.annexes.flatMap((a) =>
    a.columns.map((c) => `${columnRangeName(a.code, c.key)} ${a.lines.length}`),
  );
  const cells = [...places]
    .filter(([name]) => !name.includes(' '))
    .map(([name, { sheet, cell }]) => `${name}=${sheet}!${cell}`);
  const text = [form.definition.form, form.definition.version, form.period, ...cells, ...annexes, ...derived].join(
    '\n',
  );
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}

function planMeta({ form, unit, base }: TemplateRequest, structure: string): SheetPlan {
  const facts: readonly (readonly [string, string])[] = [
    ['form', form.definition.form],
    ['version', form.definition.version],
    ['unit', unit.code],
    ['period', form.period],
    ['structure', structure],
    ...(base === undefined ? [] : [['base', String(base)] as const]),
  ];
  const classes = form.definition.board.classes ?? [];
  return {
    name: META_SHEET,
    visibility: 'veryHidden',
    columns: [14, 40, 4, 60],
    rows: Array.from({ length: Math.max(facts.length, classes.length) }, (_, i) => ({
      cells: [...(facts[i] ?? [null, null]), null, classes[i] ?? null].map((content, j) => ({
        column: j + 1,
        content,
        style: 'text' as const,
      })),
    })),
    print: { orientation: 'portrait' },
    ranges: classes.length > 0 ? [{ name: CLASSES, column: 4, firstRow: 1, lastRow: classes.length }] : [],
    highlights: [],
    protected: true,
  };
}
