// notes.md of the published form against the form: it lists exactly the rules that the workbook cannot judge and those that
// differ from the draft, in the form's own words; and what it says of KiemTra is so in every period.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checksOf } from '../../../templates/checks/checks-of';
import { CLASSES, kindsOfNames } from '../../../templates/checks/names-of-rules';
import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import type { AnnexColumn } from '../../../templates/form-definition/form-schema';
import { RECEIPT_NAME } from '../../../templates/form-definition/names';
import { HISTORY_PREFIXES, type History, historyName, LAST_REPORT_NUMBER } from '../../../templates/history/history';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { SheetPlan } from '../../../templates/layout/sheet-plan';
import type { SubmittedValue } from '../../../templates/submission/submission';
import { realForm, realPeriod } from '../../setup/real-form';

const NOTES = readFileSync(join(resolve(__dirname, '../../../templates/forms/khoa-giao/2024.1'), 'notes.md'), 'utf8');
const [, VIETNAMESE = '', ENGLISH = ''] = NOTES.split(/^## .*$/m);
const form = realForm();

/** The cells of the n-th table of a part, the head left out. */
function table(part: string, n: number): string[][] {
  const tables = part.split(/\n(?!\|)/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('|'));
    return lines.length > 2 ? [lines.slice(2)] : [];
  });
  return tables[n]!.map((line) => line.slice(2, -2).split(' | '));
}

describe('notes.md', () => {
  test.each([
    ['vi', VIETNAMESE],
    ['en', ENGLISH],
  ] as const)('lists the rules that the workbook cannot judge, with the form’s reasons (%s)', (language, part) => {
    const reasons = form.rules.flatMap((rule) => (rule.notInSheet ? [[rule.id, rule.notInSheet[language]]] : []));
    expect(reasons.length).toBeGreaterThan(8);
    expect(table(part, 0)).toEqual(reasons);
  });

  test('lists the rules that differ from the draft, with the form’s notes', () => {
    const notes = form.rules.flatMap((rule) => (rule.note ? [[rule.id, rule.note]] : []));
    expect(notes.length).toBeGreaterThan(10);
    expect(table(VIETNAMESE, 1)).toEqual(notes);
    const english = table(ENGLISH, 1);
    expect(english.map(([id]) => id)).toEqual(notes.map(([id]) => id));
    expect(english.filter(([, note = '']) => note.length < 20)).toEqual([]);
  });

  test('tells the same places of the form, and the same prefixes, in both languages', () => {
    for (const n of [2, 3])
      expect(table(ENGLISH, n).map((row) => row[0])).toEqual(table(VIETNAMESE, n).map((row) => row[0]));
  });

  test('knows every prefix of the form’s names, and its examples are names', () => {
    const cells = planTemplate({ form: realPeriod('2024-H1'), unit: form.units[0]! }).sheets.flatMap(namesOf);
    const names = new Set([...kindsOfNames(form).keys(), ...cells, 'KT_trang_thai']);
    const rows = table(VIETNAMESE, 3);
    const prefixes = rows.flatMap(([prefix = '']) =>
      prefix.includes('PL1') ? ['PL'] : [prefix.replaceAll(/[`_]/g, '')],
    );
    const used = new Set([...names].map((name) => name.replace(/_.*/, '').replace(/^PL\d$/, 'PL')));
    expect([...used].sort()).toEqual([...prefixes].sort());
    const examples = rows.flatMap(([, example = '']) => example.replaceAll('`', '').split(', '));
    expect(examples.filter((name) => !names.has(name))).toEqual([]);
  });

  test('says which names stand in the workbook', () => {
    const cells = planTemplate({ form: realPeriod('2024-H1'), unit: form.units[0]! }).sheets.flatMap(namesOf);
    const prefixes = new Set(cells.map((name) => name.replace(/_.*/, '').replace(/^PL\d$/, 'PL')));
    expect([...prefixes].sort()).toEqual(['BC', 'CT', 'DS', 'GT', 'KPS', 'PL', 'TM']);
    expect(cells).toContain(CLASSES);
  });

  test('and the form: D.08 and E.02 count more than what they are held against', () => {
    const formulas = new Map(form.sections.flatMap((s) => s.indicators.map((i) => [i.code, i.formula])));
    expect([formulas.get('D.08'), formulas.get('E.02')]).toEqual(['COUNTIF(PL4_da_gui,"Có")', 'COUNTIF(PL5_moi,"Có")']);
  });
});

/** Those of the form: where the add-in notes the receipt is nothing that a rule could ask for. */
const namesOf = (sheet: SheetPlan): string[] => [
  ...sheet.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.name === RECEIPT_NAME ? [] : (cell.name ?? [])))),
  ...sheet.ranges.map((range) => range.name),
];

describe('KiemTra', () => {
  /** Rules with a line, in a template of a unit that has reported everything before. */
  function rulesInSheet(period: PeriodForm, unit: number): Set<string> {
    const { sheets } = planTemplate({ form: period, unit: form.units[unit]!, history: everythingKnown(period) });
    const { rows, alike = [] } = sheets.find(({ name }) => name === 'KiemTra')!;
    const first = [...rows, ...alike].map((row) => row.cells[0]?.content);
    return new Set(first.filter((content): content is string => /^R\d{3}$/.test(String(content))));
  }

  const judgeable = (rules: PeriodForm['rules']): string[] =>
    rules.filter((rule) => !rule.notInSheet && !rule.off).map((rule) => rule.id);

  const PERIODS = form.periods.map((p) => p.period);

  test.each(PERIODS)('%s has lines for a rule if and only if the workbook can judge it there', (code) => {
    const period = realPeriod(code);
    const asked = new Set(
      [...checksOf(period).report, ...[...checksOf(period).rows.values()].flat()].map((c) => c.rule),
    );
    const expected = judgeable(period.rules).filter((rule) => asked.has(rule) || rule === 'R001' || rule === 'R002');
    for (const unit of [0, 9]) expect([...rulesInSheet(period, unit)].sort()).toEqual([...expected].sort());
  });

  test('has lines for every rule without notInSheet in some period, and for no other', () => {
    const shown = new Set(PERIODS.flatMap((code) => [...rulesInSheet(realPeriod(code), 0)]));
    expect([...shown].sort()).toEqual(judgeable(form.rules).sort());
    expect(judgeable(form.rules)).toEqual(expect.arrayContaining(['R001', 'R002', 'R208', 'R803']));
  });

  test('has none for a rule that only needs a history, where there is none', () => {
    const { sheets } = planTemplate({ form: realPeriod('2024-H1'), unit: form.units[0]! });
    const { rows, alike = [] } = sheets.find(({ name }) => name === 'KiemTra')!;
    const shown = new Set([...rows, ...alike].map((row) => row.cells[0]?.content));
    const overPeriods = form.rules.filter((r) => r.scope === 'crossPeriod' && !r.notInSheet).map((r) => r.id);
    expect(overPeriods).toEqual(['R007', 'R012', 'R208', 'R801', 'R802', 'R803']);
    expect(overPeriods.filter((rule) => shown.has(rule))).toEqual([]);
  });
});

/** A history in which nothing is unknown. */
function everythingKnown(period: PeriodForm): History {
  const values: Record<string, SubmittedValue> = { [LAST_REPORT_NUMBER]: 40 };
  for (const { code, type } of period.indicators)
    for (const prefix of HISTORY_PREFIXES)
      values[historyName(prefix, code)] = ['integer', 'money', 'percent', 'date'].includes(type) ? 1 : 'Có';
  const rows = period.annexes.map(({ code, columns, lines }) => [
    code,
    lines.map((line) => Object.fromEntries(columns.map((c) => [c.key, knownValue(c, line.key)]))),
  ]);
  return { values, rows: Object.fromEntries(rows) };
}

function knownValue({ type, options, key }: AnnexColumn, line: string | undefined): SubmittedValue {
  if (type === 'key') return line ?? key;
  return type === 'integer' || type === 'date' ? 1 : (options?.[1] ?? 'Có');
}
