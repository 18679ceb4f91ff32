// LibreOffice as the judge: random reports are typed into real templates, LibreOffice recalculates, and what KiemTra then
// shows (rule, place, severity, message, explained or not) is what validate finds, for every rule a sheet can express.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { inventReport } from '../../../functions/samples/invent-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import type { WorkbookCells } from '../../../templates/cell/cell';
import { extract } from '../../../templates/extract/extract';
import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import { type History, NO_HISTORY } from '../../../templates/history/history';
import { fillPlan } from '../../../templates/layout/fill-plan';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { validate } from '../../../templates/validate/validate';
import { blocks } from '../../../templates/violation/violation';
import { changed } from '../../setup/changed-cells';
import { cellsOf } from '../../setup/filled';
import { type Entry, type Judged, judgeBySoffice, type Shown, type Typed } from '../../setup/libre-office-judge';
import { inputCells, reports } from '../../setup/random-reports';
import { realPeriod } from '../../setup/real-form';
import { describeWith, soffice } from '../../setup/tools';
import '../../setup/seed';

const SEED = Number(process.env.FC_SEED ?? 20_240_614);

/** Period, unit, whether it has a history, how many reports. */
const WORKBOOKS: readonly (readonly [period: string, unit: number, history: boolean, count: number])[] = [
  ['2024-H1', 0, false, 110],
  ['2024-H1', 9, true, 110],
  ['2024-Q2', 3, true, 110],
  ['2024-9M', 5, true, 90],
  ['2024-Y', 2, true, 100],
];

interface Base {
  readonly form: PeriodForm;
  readonly history: History;
  readonly unit: number;
  readonly plan: WorkbookPlan;
  readonly book: WorkbookCells;
  readonly reports: readonly (readonly Entry[])[];
}

/** Figures that make some of the cross-period rules hold and others not. */
function inventHistory(form: PeriodForm, unit: number): History {
  const { values, annexes } = inventReport(form, form.definition.units[unit]!, unit);
  const known: Record<string, string | number> = { KT_so_bao_cao: 40 };
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith('CT_')) continue;
    const code = name.slice(3);
    known[`KT_${code}`] = value;
    if (typeof value !== 'number') continue;
    known[`LK_${code}`] = Math.floor(value / 2);
    known[`TQ_${code}`] = value;
    known[`LN_${code}`] = value;
    known[`NN_${code}`] = value;
  }
  const PL1 = form.annexes.find((a) => a.code === 'PL1')!;
  const rows = annexes.PL1!.map((row, i) => ({ ma_vb: PL1.lines[i]!.key!, ...row }));
  return { values: known, rows: { PL1: rows, PL5: annexes.PL5 ?? [] } };
}

async function baseOf([period, unit, withHistory, count]: (typeof WORKBOOKS)[number]): Promise<Base> {
  const form = realPeriod(period);
  const history = withHistory ? inventHistory(form, unit) : NO_HISTORY;
  const of = form.definition.units[unit]!;
  const plan = fillPlan(planTemplate({ form, unit: of, history }), inventReport(form, of, unit));
  const book = await cellsOf(await renderPlan(plan));
  return {
    form,
    history,
    unit,
    plan,
    book,
    reports: fc.sample(reports(inputCells(plan)), { numRuns: count, seed: SEED + unit }),
  };
}

function expected({ form, history, unit, book }: Base, entries: readonly Entry[]): Shown {
  const notInSheet = new Set(form.rules.filter((r) => r.notInSheet).map((r) => r.id));
  const { violations } = validate(extract(changed(book, entries), form), form, {
    unit: form.definition.units[unit]!,
    history,
  });
  const shown = violations.filter((v) => !notInSheet.has(v.rule));
  return {
    lines: shown.map((v) => ({
      rule: v.rule,
      name: v.name,
      severity: v.severity[0]!.toUpperCase(),
      message: v.message.vi,
      place: `${v.sheet}!${v.cell}`,
      explained: v.severity === 'warning' ? (v.explained ? 'đã giải trình' : 'cần giải trình') : '',
    })),
    errors: shown.filter((v) => v.severity === 'error').length,
    warnings: shown.filter((v) => v.severity === 'warning' && blocks(v)).length,
  };
}

const sorted = ({ lines, ...counts }: Shown): unknown => ({
  ...counts,
  lines: lines.map((l) => Object.values(l).join(' | ')).sort(),
});

describeWith(soffice(), `KiemTra in LibreOffice, seed ${SEED}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'judged-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const bases: Base[] = [];
  let shown: Shown[];

  beforeAll(async () => {
    const judged: Judged[] = [];
    for (const workbook of WORKBOOKS) {
      const base = await baseOf(workbook);
      const file = join(folder, `${workbook.slice(0, 2).join('-')}.xlsx`);
      writeFileSync(file, await renderPlan(base.plan));
      const original = new Map(
        inputCells(base.plan).map((c) => [
          `${c.sheet}!${c.cell}`,
          { sheet: c.sheet, cell: c.cell, value: c.original as Typed },
        ]),
      );
      bases.push(base);
      judged.push({ file, original, reports: base.reports });
    }
    shown = await judgeBySoffice(judged);
  }, 600_000);

  test('judges at least 500 reports, which break almost every rule a sheet can express', () => {
    expect(shown.length).toBe(bases.reduce((sum, b) => sum + b.reports.length, 0));
    expect(shown.length).toBeGreaterThanOrEqual(500);
    const broken = new Set(shown.flatMap((s) => s.lines.map((l) => l.rule)));
    const expressible = bases[0]!.form.definition.rules.filter((r) => !r.notInSheet && !r.off).map((r) => r.id);
    // R010 asks about K.01, which is a locked 0 for the units it holds for; chance may leave out two or three others.
    const unbroken = expressible.filter((rule) => !broken.has(rule));
    expect(unbroken).toContain('R010');
    expect(unbroken.length).toBeLessThanOrEqual(4);
  });

  test.each(WORKBOOKS.map((w, i) => [`${w[0]} of unit ${w[1]}`, i] as const))(
    '%s: shows what validate finds',
    (_, i) => {
      const before = bases.slice(0, i).reduce((sum, b) => sum + b.reports.length, 0);
      const base = bases[i]!;
      for (const [r, entries] of base.reports.entries()) {
        const [found, judged] = [sorted(expected(base, entries)), sorted(shown[before + r]!)];
        if (JSON.stringify(found) !== JSON.stringify(judged))
          throw new Error(`Seed ${SEED}, report ${r}: ${JSON.stringify(entries)}\n${difference(found, judged)}`);
      }
    },
  );
});

function difference(found: unknown, judged: unknown): string {
  const [ours, theirs] = [found, judged].map((s) => s as { lines: string[]; errors: number; warnings: number });
  return [
    ...ours!.lines.filter((l) => !theirs!.lines.includes(l)).map((l) => `  validate only: ${l}`),
    ...theirs!.lines.filter((l) => !ours!.lines.includes(l)).map((l) => `  sheet only:    ${l}`),
    `  counts: validate ${ours!.errors}, ${ours!.warnings}; sheet ${theirs!.errors}, ${theirs!.warnings}`,
  ].join('\n');
}
