// A new year's form is data only: a version for 2025 with an indicator, a rule and a document more goes the whole path, from
// the template through LibreOffice and the checks into the master, and not a line of code knows of it.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMaster } from '../../../functions/consolidate/build-master';
import { findForm } from '../../../functions/forms/form-library';
import { inventReport } from '../../../functions/samples/invent-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { cellKey, type WorkbookCells } from '../../../templates/cell/cell';
import { extract } from '../../../templates/extract/extract';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { documentsInForce, type PeriodForm } from '../../../templates/form-definition/form-for-period';
import { fillPlan } from '../../../templates/layout/fill-plan';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { SheetPlan, WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { addDays, toSerial } from '../../../templates/reporting-period/day';
import type { Submission } from '../../../templates/submission/submission';
import { toSubmission } from '../../../templates/submission/to-submission';
import { type Verdict, validate } from '../../../templates/validate/validate';
import { readTree, withoutComments } from '../../house/source-tree';
import { changed } from '../../setup/changed-cells';
import { cellsOf } from '../../setup/filled';
import { type Entry, judgeBySoffice, type Typed } from '../../setup/libre-office-judge';
import { inputCells } from '../../setup/random-reports';
import { realForm, realPeriod } from '../../setup/real-form';
import { describeWith, soffice } from '../../setup/tools';
import { DOCUMENT, INDICATOR, nextYearForm, RULE } from './next-year';

const NAME = 'CT_A_26';
const folder = mkdtempSync(join(tmpdir(), 'next-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let next: FormDefinition;
let form: PeriodForm;
beforeAll(() => {
  next = nextYearForm(join(folder, '2025.1'));
  form = findForm([realForm(), next], 'khoa-giao', '2025-H1')!;
});

/** A whole report of a unit, with the new indicator. */
function filled(unitIndex: number, conferences: number): WorkbookPlan {
  const unit = next.units[unitIndex]!;
  const { values, annexes } = inventReport(form, unit, unitIndex);
  const issued = toSerial(addDays(form.dates.from, 40));
  const all = { ...values, [NAME]: conferences, CT_G_03: issued };
  return fillPlan(planTemplate({ form, unit }), { values: all, annexes });
}

const sheetOf = (plan: WorkbookPlan, name: string): SheetPlan => plan.sheets.find((sheet) => sheet.name === name)!;

describe('the form of 2025', () => {
  test('is accepted, with an indicator, a rule and a document more', () => {
    const codes = (of: FormDefinition): string[] => of.sections.flatMap((s) => s.indicators.map((i) => i.code));
    expect(next.version).toBe('2025.1');
    expect(codes(next).filter((code) => !codes(realForm()).includes(code))).toEqual([INDICATOR.code]);
    expect(next.rules.slice(realForm().rules.length)).toEqual([RULE]);
    expect(next.documents.slice(realForm().documents.length)).toEqual([DOCUMENT]);
  });

  test.each(['Q1', 'Q2', 'Q3', 'Q4', 'H1', '9M', 'Y'])('%s of each year follows the version of its year', (kind) => {
    const versions = ['2024', '2025'].map((year) => findForm([realForm(), next], 'khoa-giao', `${year}-${kind}`));
    expect(versions.map((found) => found?.definition.version)).toEqual(['2024.1', '2025.1']);
    expect(versions.map((found) => found?.period)).toEqual([`2024-${kind}`, `2025-${kind}`]);
    expect(versions[1]!.rules.length - versions[0]!.rules.length).toBe(kind.startsWith('Q') ? 0 : 1);
  });

  test('a document of 22 December belongs to the year after the cut-off', () => {
    expect(form.dates).toMatchObject({ from: '2024-12-15', to: '2025-06-14', unitDue: '2025-06-17' });
    const inForce = (period: PeriodForm): string[] => documentsInForce(next, period.dates).map((d) => d.id);
    expect(inForce(realPeriod('2024-Y'))).not.toContain(DOCUMENT.id);
    for (const { period } of next.periods) expect(inForce(findForm([next], next.form, period)!)).toContain(DOCUMENT.id);
  });

  test('is known to no file of code', () => {
    const code = readTree(['templates', 'functions', 'addin']).filter(({ path }) => /\.(?:ts|mjs)$/.test(path));
    expect(code.length).toBeGreaterThan(150);
    const said = code.filter(({ text }) =>
      /\b2025(?:\.\d|-(?:Q\d|H1|9M|Y))|A\.26|A_26|R115|57-NQ/.test(withoutComments(text)),
    );
    expect(said.map(({ path }) => path)).toEqual([]);
  });
});

describe('its template', () => {
  test('has the indicator’s cell, its name and its label', () => {
    const { rows } = sheetOf(planTemplate({ form, unit: next.units[0]! }), 'ChiTieu');
    const row = rows.find(({ cells }) => cells.some((cell) => cell.name === NAME))!;
    expect(row.cells.map((cell) => cell.content)).toEqual(
      expect.arrayContaining(['A.26', INDICATOR.label.vi, INDICATOR.unit]),
    );
    expect(row.cells.find((cell) => cell.name === NAME)).toMatchObject({ input: { kind: 'integer' } });
  });

  test('has the document’s row in PL1', () => {
    const { rows } = sheetOf(planTemplate({ form, unit: next.units[0]! }), 'PL1');
    const row = rows.find(({ cells }) => cells.some((cell) => cell.content === DOCUMENT.id))!;
    const label = `57-NQ/TW, ngày 22/12/2024; ${DOCUMENT.subject} (Khoa học và công nghệ)`;
    expect(row.cells.map((cell) => cell.content)).toContain(label);
  });

  test('has the rule’s line in KiemTra', () => {
    const { rows, alike = [] } = sheetOf(planTemplate({ form, unit: next.units[0]! }), 'KiemTra');
    const lines = [...rows, ...alike].map((row) => row.cells.map((cell) => cell.content));
    const ofRule = lines.filter(([rule]) => rule === RULE.id);
    expect(ofRule).toHaveLength(1);
    expect(ofRule[0]!.slice(1, 3)).toEqual([NAME, 'E']);
    expect(lines.filter(([, name]) => name === NAME).map(([rule]) => rule)).toEqual(['R001', 'R002', RULE.id]);
  });
});

describe('its reports', () => {
  const COUNTED = [0, 4, 9];
  let submissions: Submission[];
  let verdicts: Verdict[];
  let book: WorkbookCells;

  beforeAll(async () => {
    [submissions, verdicts] = [[], []];
    for (const index of COUNTED) {
      const extracted = extract(await cellsOf(await renderPlan(filled(index, 1))), form);
      const verdict = validate(extracted, form);
      verdicts.push(verdict);
      submissions.push(toSubmission(extracted, verdict, form, arrival(next.units[index]!.code)));
    }
    const file = join(folder, 'master.xlsx');
    await buildMaster({ ...input(), submissions, log: [] }, file);
    book = await cellsOf(readFileSync(file));
  });

  const arrival = (unit: string) => ({ unit, revision: 1, receivedAt: '2025-06-16T02:00:00Z', sha256: '', file: '' });
  const input = () => ({
    form,
    builtAt: '2025-06-19T02:00:00Z',
    units: new Map(next.units.map((unit) => [unit.code, unit])),
    standings: COUNTED.map((index) => ({
      unit: next.units[index]!.code,
      state: 'submitted' as const,
      revision: 1,
      counted: 1,
      receivedAt: '2025-06-16T02:00:00Z',
      daysLate: 0,
      errors: 0,
      warnings: 0,
    })),
  });

  test('pass, and carry the indicator and the document', () => {
    expect(verdicts.map(({ violations, blocked }) => [violations.map((v) => v.rule), blocked])).toEqual(
      COUNTED.map(() => [[], false]),
    );
    for (const { version, period, values, annexes } of submissions) {
      expect([version, period, values[INDICATOR.code]]).toEqual(['2025.1', '2025-H1', 1]);
      expect(annexes.PL1!.find((row) => row.ma_vb === DOCUMENT.id)).toMatchObject({ ap_dung: 'Có' });
    }
  });

  test('stand in the master: a column of TheoDonVi, a row of TongHop, a document of PL1_TongHop', () => {
    const byUnit = rowsOf(book, 'TheoDonVi');
    const column = byUnit[0]!.indexOf(INDICATOR.code);
    expect(byUnit[0]![column - 1]).toBe('A.25');
    expect(byUnit.slice(1).map((row) => [row[0], row[column]])).toEqual(
      COUNTED.map((index) => [next.units[index]!.code, 1]),
    );
    expect(
      rowsOf(book, 'TongHop')
        .find(([code]) => code === INDICATOR.code)!
        .slice(0, 5),
    ).toEqual([INDICATOR.code, INDICATOR.label.vi, INDICATOR.unit, COUNTED.length, COUNTED.length]);
    expect(
      rowsOf(book, 'PL1_TongHop')
        .find(([id]) => id === DOCUMENT.id)!
        .slice(0, 4),
    ).toEqual([DOCUMENT.id, `57-NQ/TW, ngày 22/12/2024; ${DOCUMENT.subject}`, 'Khoa học và công nghệ', COUNTED.length]);
  });
});

describeWith(soffice(), 'its rule in LibreOffice', () => {
  test('fires exactly where validate says', async () => {
    const plan = filled(0, 1);
    const cells = inputCells(plan);
    const cellOf = (name: string): (typeof cells)[number] => cells.find((cell) => cell.name === name)!;
    const typed = (name: string, value: Typed): Entry => ({ ...placeOf(cellOf(name)), value });
    const all = Number(cellOf('CT_A_01').original);
    const reports: Entry[][] = [
      ...[0, 1, all - 1, all, all + 1, 5000, null, 'nhiều', { error: '#N/A' }].map((value) => [typed(NAME, value)]),
      [typed('CT_A_01', 0)],
      [typed('CT_A_01', null)],
      [typed('CT_A_01', null), typed(NAME, 0)],
      [typed('CT_A_01', 'nhiều'), typed(NAME, 7)],
    ];
    const bytes = await renderPlan(plan);
    const file = join(folder, 'report.xlsx');
    writeFileSync(file, bytes);
    const original = new Map(
      [NAME, 'CT_A_01'].map((name) => {
        const { sheet, cell, original: value } = cellOf(name);
        return [`${sheet}!${cell}`, { sheet, cell, value }];
      }),
    );
    const book = await cellsOf(bytes);
    const found = reports.map((entries) =>
      validate(extract(changed(book, entries), form), form)
        .violations.filter((v) => v.name === NAME)
        .map((v) => [v.rule, `${v.sheet}!${v.cell}`, v.message.vi]),
    );
    const shown = (await judgeBySoffice([{ file, original, reports }])).map(({ lines }) =>
      lines.filter((line) => line.name === NAME).map(({ rule, place, message }) => [rule, place, message]),
    );
    expect(shown).toEqual(found);
    // A blank A.01 is R002's matter: nothing is compared with it.
    const fires = found.map((of) => of.some(([rule]) => rule === RULE.id));
    expect(fires).toEqual([false, false, false, false, true, true, false, false, false, true, false, false, false]);
  });
});

const placeOf = ({ sheet, cell }: { sheet: string; cell: string }) => ({ sheet, cell });

/** Values row by row, from A1 on. */
function rowsOf(book: WorkbookCells, name: string): unknown[][] {
  const { cells } = book.sheets.find((sheet) => sheet.name === name)!;
  const rows: unknown[][] = [];
  for (let row = 1; row <= 150; row++)
    rows.push(Array.from({ length: 110 }, (_, i) => cells.get(cellKey(row, i + 1))?.value));
  return rows.filter((row) => row.some((value) => value !== undefined));
}
