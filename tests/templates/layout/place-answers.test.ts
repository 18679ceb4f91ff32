// A report put into a fresh template says exactly what it said: read again it is the same submission. Through the values
// that were kept, and through those that the add-in reads from the workbook.

import { examineReport } from '../../../functions/examine/examine-report';
import { renderTemplate } from '../../../functions/forms/render-template';
import { inventReport } from '../../../functions/samples/invent-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { extract } from '../../../templates/extract/extract';
import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import { fillPlan } from '../../../templates/layout/fill-plan';
import { MOST_LINES, placeAnswers } from '../../../templates/layout/place-answers';
import { planTemplate } from '../../../templates/layout/plan-template';
import { canonicalOf } from '../../../templates/submission/canonical-of';
import { type CanonicalReport, canonicalReport } from '../../../templates/submission/canonical-report';
import { differences } from '../../../templates/submission/differences';
import type { Submission } from '../../../templates/submission/submission';
import { placeOf } from '../../../templates/violation/violation';
import { cellsOf, filledPlan } from '../../setup/filled';
import { realForm, realPeriod } from '../../setup/real-form';
import { sample } from '../../setup/samples';

const ARRIVAL = { form: 'khoa-giao', revision: 1, receivedAt: '2024-06-18T00:00:00Z', file: 'f' };

async function examined(workbook: Uint8Array, period: string, unit: string): Promise<Submission> {
  const result = await examineReport({ ...ARRIVAL, workbook, period, unit }, { forms: [realForm()] });
  if (result.kind !== 'valid') throw new Error(JSON.stringify(result));
  return result.submission;
}

function unitOf(form: PeriodForm, code: string) {
  return form.definition.units.find((u) => u.code === code)!;
}

async function rebuilt(report: CanonicalReport, form: PeriodForm, headerKnown: boolean): Promise<Uint8Array> {
  const unit = unitOf(form, report.unit);
  const placed = placeAnswers(report, form, unit, { headerKnown });
  expect([placed.leftOut, placed.unplaced]).toEqual([[], []]);
  return renderTemplate({ form: placed.form, unit }, (plan) => fillPlan(plan, placed.answers));
}

const without = ({ sha256: _, ...rest }: Submission) => rest;

describe.each([
  ['2024-H1', 'DV01'],
  ['2024-H1', 'DV04'],
  ['2024-H1', 'DV10'],
  ['2024-Q1', 'DV02'],
  ['2024-Q1', 'DV12'],
])('%s of %s', (period, unit) => {
  const form = realPeriod(period);
  test('kept, placed and read again', async () => {
    const submission = await examined(sample(period, unit), period, unit);
    const again = await examined(await rebuilt(canonicalOf(submission, form), form, false), period, unit);
    expect(without(again)).toEqual(without(submission));
  });
  test('read from the workbook as values, sent, placed and read again', async () => {
    const report = canonicalReport(extract(await cellsOf(sample(period, unit)), form), form, unitOf(form, unit));
    const travelled = JSON.parse(JSON.stringify(report)) as CanonicalReport;
    const workbook = await rebuilt(travelled, form, true);
    const submission = await examined(sample(period, unit), period, unit);
    expect(without(await examined(workbook, period, unit))).toEqual(without(submission));
    // Nothing of the sheet is otherwise than it was: the add-in reads the same again.
    expect(canonicalReport(extract(await cellsOf(workbook), form), form, unitOf(form, unit))).toEqual(report);
    expect(differences(report, canonicalOf(submission, form), form)).toEqual([]);
  });
});

describe('what the template has of its own', () => {
  const form = realPeriod('2024-H1');
  const unit = form.definition.units[0]!;
  const blank: CanonicalReport = {
    form: 'khoa-giao',
    version: '2024.1',
    period: '2024-H1',
    unit: 'DV01',
    values: {},
    annexes: {},
  };
  test('gives way where the report left the cell blank', async () => {
    const history = { values: { KT_K_02: 77 }, rows: {} };
    const { answers } = placeAnswers(blank, form, unit, { headerKnown: true });
    const plan = async (filled: boolean) =>
      canonicalReport(
        extract(
          await cellsOf(await renderTemplate({ form, unit, history }, (p) => (filled ? fillPlan(p, answers) : p))),
          form,
        ),
        form,
        unit,
      );
    const template = await plan(false);
    expect(template.values).toMatchObject({ CT_K_02: 77, BC_dia_danh: expect.any(String) });
    expect(template.annexes.PL1!.some((row) => Object.keys(row).length > 1)).toBe(true);
    const cleared = await plan(true);
    expect(cleared.values).toEqual({});
    expect(cleared.annexes.PL1!.every((row) => Object.keys(row).length === 1)).toBe(true);
  });
  test('stays in the header where the report does not say who signed', () => {
    const { answers } = placeAnswers(blank, form, unit, { headerKnown: false });
    expect(Object.keys(answers.values).filter((name) => name.startsWith('BC_'))).toEqual([]);
  });
  test('names of another version are told', () => {
    const other = { ...blank, values: { CT_Z_99: 1 }, annexes: { PL9: [], PL1: [{ khong_co: 1 }] } };
    expect(placeAnswers(other, form, unit, { headerKnown: true }).unplaced).toEqual(['CT_Z_99', 'PL9', 'PL1_khong_co']);
  });
  test('derived and laid-down cells are not among the answers', () => {
    const branch = form.definition.units.find((u) => u.kind === 'chiBoCoSo')!;
    const names = (kind: typeof unit) =>
      Object.keys(placeAnswers(blank, form, kind, { headerKnown: true }).answers.values);
    const derived = form.indicators.filter((i) => i.formula !== undefined || i.ratio);
    const laidDown = form.indicators.filter((i) => i.zeroFor?.includes('chiBoCoSo'));
    expect(laidDown.length).toBeGreaterThan(0);
    for (const { code } of derived) expect(names(unit)).not.toContain(`CT_${code.replace('.', '_')}`);
    for (const { code } of laidDown) expect(names(branch)).not.toContain(`CT_${code.replace('.', '_')}`);
    expect(names(unit)).not.toContain('BC_don_vi');
  });
});

describe('more rows than the template has', () => {
  const form = realPeriod('2024-H1');
  const unit = form.definition.units[0]!;
  const count = form.annexes.find((a) => a.code === 'PL3')!.lines.length;
  const longer = (rows: number) => ({
    form: 'khoa-giao',
    version: '2024.1',
    period: '2024-H1',
    unit: 'DV01',
    values: {},
    annexes: {
      PL1: [
        { ma: 'XX-99', van_ban: 'Văn bản lạ', so_hn: 3 },
        { ma: 'BS-02', van_ban: 'Văn bản bổ sung', so_hn: 2 },
      ],
      PL3: Array.from({ length: rows }, (_, i) => ({ noi_dung: `Cuộc thứ ${i + 1}` })),
    },
  });
  const keyed = form.annexes.find((a) => a.code === 'PL1')!;
  test('stand in added lines, in their order', async () => {
    const report = longer(count + 3);
    const column = form.annexes.find((a) => a.code === 'PL3')!.columns.find((c) => c.type === 'text')!.key;
    const named: CanonicalReport = {
      ...report,
      annexes: {
        PL1: report.annexes.PL1.map(({ ma, van_ban, so_hn }) => ({
          [keyed.rows.kind === 'catalogue' ? keyed.rows.key : '']: ma,
          [keyed.rows.kind === 'catalogue' ? keyed.rows.label : '']: van_ban,
          so_hn,
        })),
        PL3: report.annexes.PL3.map(({ noi_dung }) => ({ [column]: noi_dung })),
      },
    };
    const workbook = await rebuilt(named, form, true);
    const read = canonicalReport(extract(await cellsOf(workbook), form), form, unit);
    expect(read.annexes.PL3).toEqual(named.annexes.PL3);
    for (const row of named.annexes.PL1!) expect(read.annexes.PL1).toContainEqual(row);
  });
  test('beyond what a sheet takes they are told', () => {
    const { leftOut, lines } = placeAnswers(longer(MOST_LINES + 2), form, unit, { headerKnown: true });
    expect(leftOut).toEqual([
      { annex: 'PL3', row: MOST_LINES + 1 },
      { annex: 'PL3', row: MOST_LINES + 2 },
    ]);
    expect(lines.PL3).toHaveLength(MOST_LINES + 2);
  });
});

test('a fault is said of the cell in which it stands, by whichever way the report came', async () => {
  const form = realPeriod('2024-H1');
  const unit = form.definition.units[0]!;
  const { values, annexes } = inventReport(form, unit, 0);
  const [first] = annexes.PL3!;
  const plan = fillPlan(planTemplate({ form, unit }), {
    values,
    // Two rows left blank, then a number that is none.
    annexes: { ...annexes, PL3: [first!, {}, {}, { ...first!, so_dv: 'ba' }] },
  });
  const bytes = await renderPlan(plan);
  const report = canonicalReport(extract(await cellsOf(bytes), form), form, unit);
  expect(report.annexes.PL3).toEqual([expect.anything(), {}, {}, expect.objectContaining({ so_dv: 'ba' })]);
  const travelled = JSON.parse(JSON.stringify(report)) as CanonicalReport;
  const faults = await Promise.all(
    [bytes, await rebuilt(travelled, form, true)].map(async (workbook) => {
      const found = await examineReport(
        { ...ARRIVAL, workbook, period: '2024-H1', unit: 'DV01' },
        { forms: [realForm()] },
      );
      return found.kind === 'blocked' ? found.violations : [];
    }),
  );
  expect(faults[0]!.map(placeOf)).toContain('PL3!H11');
  expect(faults[1]).toEqual(faults[0]);
});

test('what is wrong in a cell is told as it is, and lands in the cell again', async () => {
  const form = realPeriod('2024-Q1');
  const unit = form.definition.units[0]!;
  const plan = filledPlan('2024-Q1', 0, { values: { CT_A_01: '45 người', BC_ngay_ky: 'hôm qua' } });
  const read = async (bytes: Uint8Array) => canonicalReport(extract(await cellsOf(bytes), form), form, unit);
  const report = await read(await renderPlan(plan));
  expect(report.values).toMatchObject({ CT_A_01: '45 người', BC_ngay_ky: 'hôm qua' });
  expect(await read(await rebuilt(report, form, true))).toEqual(report);
});
