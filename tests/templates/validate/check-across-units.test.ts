// The rules across units against what they mean: pairs against comparing all with all, quartiles against Python.

import fc from 'fast-check';
import { isDerived, type PeriodForm } from '../../../templates/form-definition/form-for-period';
import type { ReportingUnit } from '../../../templates/reporting-unit/reporting-unit';
import type { Submission } from '../../../templates/submission/submission';
import { AcrossUnits, type AcrossUnitsWarning } from '../../../templates/validate/check-across-units';
import { usualOf } from '../../../templates/validate/unit-rates';
import { realPeriod } from '../../setup/real-form';
import { submissionOf } from '../../setup/submission';
import { describeWith, python, runPython } from '../../setup/tools';
import { PAIRS, RATES, SECTIONS, withRules } from './across-units-rules';

type Values = Submission['values'];
type Unit = Pick<ReportingUnit, 'kind' | 'name'>;

const FORM = realPeriod('2024-H1');
const TYPED = FORM.indicators.filter((i) => !isDerived(i) && (i.type === 'integer' || i.type === 'money'));
const CELL: Unit = { kind: 'chiBoCoSo', name: 'Chi bộ' };
const COMMITTEE: Unit = { kind: 'dangBoCoSo', name: 'Đảng bộ' };

const codeOf = (i: number): string => `DV${String(i + 1).padStart(2, '0')}`;

function warnings(form: PeriodForm, all: readonly Values[], unit: (i: number) => Unit | undefined = () => COMMITTEE) {
  const across = new AcrossUnits(form);
  for (const [i, values] of all.entries()) across.add(submissionOf({ unit: codeOf(i), values }), unit(i));
  return [...across.warnings()];
}

/** `DV02 R902 CT_A_01: words` */
const shown = ({ unit, violation: v }: AcrossUnitsWarning): string =>
  `${unit} ${v.rule}${v.name && ` ${v.name}`}: ${v.message.vi}`;

/** The first of the typed indicators, one value each. */
const figures = (values: readonly (number | undefined)[]): Values =>
  Object.fromEntries(values.flatMap((value, i) => (value === undefined ? [] : [[TYPED[i]!.code, value]])));

describe('two units with the same figures (R901)', () => {
  const form = withRules(FORM, PAIRS);
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  test('nine of ten are enough, eight are not', () => {
    expect(warnings(form, [figures(ten), figures([...ten.slice(0, 9), 99])]).map(shown)).toEqual([
      'DV02 R901: Giống DV01 (Đảng bộ): 9 trên 10 ô.',
    ]);
    expect(warnings(form, [figures(ten), figures([...ten.slice(0, 8), 98, 99])])).toEqual([]);
  });
  test('once a pair, at the later unit', () => {
    const three = [figures(ten), figures(ten), figures(ten)];
    expect(warnings(form, three, (i) => (i === 1 ? undefined : CELL)).map(shown)).toEqual([
      'DV02 R901: Giống DV01 (Chi bộ): 10 trên 10 ô.',
      'DV03 R901: Giống DV01 (Chi bộ): 10 trên 10 ô.',
      'DV03 R901: Giống DV02: 10 trên 10 ô.',
    ]);
  });
  test('zeros that both have say nothing, a zero beside a figure does, a blank is like it', () => {
    const zeros = Array<number>(20).fill(0);
    expect(warnings(form, [figures(zeros), figures(zeros)])).toEqual([]);
    const nine = ten.slice(0, 9);
    expect(warnings(form, [figures([...nine, ...zeros]), figures([...nine, ...zeros])])).toEqual([]);
    expect(warnings(form, [figures([...nine, 0]), figures(ten)]).map(shown)).toEqual([
      'DV02 R901: Giống DV01 (Đảng bộ): 9 trên 10 ô.',
    ]);
    expect(warnings(form, [figures(nine), figures(ten)])).toHaveLength(1);
  });
  test('what is computed or is no number is not compared', () => {
    const derived = Object.fromEntries(FORM.indicators.filter(isDerived).map((i) => [i.code, 7]));
    expect(warnings(form, [derived, derived])).toEqual([]);
    const words = Object.fromEntries(TYPED.map((i) => [i.code, 'mười']));
    expect(warnings(form, [words, words])).toEqual([]);
  });

  // Few different figures and copies with changes: pairs on both sides of every bound.
  const figure = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(undefined, 0, 1, 2) },
    fc.integer({ min: 0, max: 400 }).map((n) => n / 10),
  );
  const row = fc.array(figure, { minLength: 0, maxLength: TYPED.length });
  const cells = (most: number) => fc.array(fc.tuple(fc.nat(), figure), { maxLength: most });
  const change = fc.tuple(fc.nat(), fc.oneof(cells(2), cells(8)));
  const reports = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.array(change, { maxLength: 12 }))
    .map(([rows, changes]) => [
      ...rows,
      ...changes.map(([of, cells]) => {
        const copy = [...rows[of % rows.length]!];
        for (const [at, value] of cells) copy[at % TYPED.length] = value;
        return copy;
      }),
    ])
    .map((rows) => rows.map((r) => figures(Array.from(r))));

  const BREAKS: readonly (readonly [expression: string, holds: (cells: number, same: number) => boolean])[] = [
    ['OR(so_o < 10, giong < 0.9*so_o)', (cells, same) => cells < 10 || same < Number((0.9 * cells).toPrecision(15))],
    ['OR(so_o < 3, giong < 0.5*so_o)', (cells, same) => cells < 3 || same < 0.5 * cells],
    ['giong < 4', (_, same) => same < 4],
    ['NOT(AND(so_o > 5, so_o < 9, giong = 5))', (cells, same) => !(cells > 5 && cells < 9 && same === 5)],
    ['giong > 0', (_, same) => same > 0],
    ['so_o < 12', (cells) => cells < 12],
    ['so_o >= 0', () => true],
  ];
  test.each(BREAKS)('exactly the pairs that comparing all with all finds: %s', (expression, holds) => {
    const rule = { ...PAIRS, expression };
    fc.assert(
      fc.property(reports, (all) => {
        const found = warnings(withRules(FORM, rule), all).map(shown);
        expect(found).toEqual(allWithAll(all, holds));
      }),
      { numRuns: 100 },
    );
  });

  function allWithAll(all: readonly Values[], holds: (cells: number, same: number) => boolean): string[] {
    const pairs: string[] = [];
    for (const [later, a] of all.entries()) {
      for (const [earlier, b] of all.slice(0, later).entries()) {
        const cells = TYPED.filter(({ code }) => (a[code] ?? 0) !== 0 || (b[code] ?? 0) !== 0);
        const same = cells.filter(({ code }) => a[code] === b[code]).length;
        if (!holds(cells.length, same))
          pairs.push(`${codeOf(later)} R901: Giống ${codeOf(earlier)} (Đảng bộ): ${same} trên ${cells.length} ô.`);
      }
    }
    return pairs;
  }
});

describe('a figure that is unusual for its kind (R902)', () => {
  const form = withRules(FORM, RATES);
  const units = (...values: readonly number[]): Values[] => values.map((value) => ({ 'K.02': 200, 'A.01': value }));

  test('far above its kind', () => {
    expect(warnings(form, units(10, 12, 14, 16, 18, 90)).map(shown)).toEqual([
      'DV06 R902 CT_A_01: A.01: 90, tỷ suất 45, thường 6 đến 9 ở 6 đơn vị.',
    ]);
  });
  test('just inside, just outside', () => {
    // Sorted rates 5 6 7 8 9 x: q1 = 6.25, q3 = 8.75; the bound above is 16.25, a figure of 32.5.
    expect(warnings(form, units(10, 12, 14, 16, 18, 32.5))).toEqual([]);
    expect(warnings(form, units(10, 12, 14, 16, 18, 33))).toHaveLength(1);
  });
  test('five of a kind are too few, and other kinds do not help', () => {
    expect(warnings(form, units(10, 12, 14, 16, 90))).toEqual([]);
    expect(warnings(form, units(10, 12, 14, 16, 18, 90), (i) => (i === 0 ? CELL : COMMITTEE))).toEqual([]);
    expect(warnings(form, units(10, 12, 14, 16, 18, 90), (i) => (i === 0 ? undefined : COMMITTEE))).toEqual([]);
  });
  test('a blank has no rate, a unit without members neither, zero is a rate', () => {
    expect(warnings(form, [...units(10, 12, 14, 16, 90), { 'K.02': 100 }])).toEqual([]);
    expect(warnings(form, [...units(10, 12, 14, 16, 18), { 'A.01': 900 }, { 'K.02': 0, 'A.01': 900 }])).toEqual([]);
    expect(warnings(form, units(100, 101, 102, 103, 104, 0)).map(({ unit }) => unit)).toEqual(['DV06']);
  });
  test('all alike but one: there is no spread to measure it by', () => {
    expect(warnings(form, units(10, 10, 10, 10, 10, 90))).toEqual([]);
  });
  test('not the background, not what is computed, not amounts', () => {
    const not = ['K.03', 'K.01', 'A.08', 'B.19', 'A.06'];
    const all = [10, 12, 14, 16, 18, 900].map((value) => ({
      'K.02': 200,
      ...Object.fromEntries(not.map((code) => [code, value])),
    }));
    expect(warnings(form, all)).toEqual([]);
  });

  describeWith(python(), 'Python', () => {
    test('has the same quartiles', async () => {
      const sets = fc.sample(
        fc.array(
          fc.integer({ min: 0, max: 1e6 }).map((n) => n / 7),
          { minLength: 2, maxLength: 40 },
        ),
        200,
      );
      const program =
        'import json, statistics, sys\nprint(json.dumps([statistics.quantiles(d, n=4, method="inclusive") for d in json.loads(sys.argv[1])]))';
      const theirs = JSON.parse(await runPython(program, JSON.stringify(sets))) as number[][];
      for (const [i, set] of sets.entries()) {
        const { q1, q3, units: count } = usualOf(Float64Array.from(set).sort());
        expect(count).toBe(set.length);
        expect(q1).toBeCloseTo(theirs[i]![0]!, 6);
        expect(q3).toBeCloseTo(theirs[i]![2]!, 6);
      }
    });
  });
});

describe('a section that is all zeros (R903)', () => {
  const form = withRules(FORM, SECTIONS);
  const section = (code: string, value: number): Values =>
    Object.fromEntries(
      FORM.sections
        .find((s) => s.code === code)!
        .indicators.filter((i) => i.type === 'integer' || i.type === 'money')
        .map((i) => [i.code, value]),
    );
  const count = (code: string): number => Object.keys(section(code, 0)).length;

  test('typed and computed numbers', () => {
    expect(warnings(form, [section('E', 0)]).map(shown)).toEqual([`DV01 R903: Mục E: cả ${count('E')} số đều bằng 0.`]);
    expect(count('E')).toBe(7);
  });
  test('one figure is enough, blanks are no zeros, and the background is not asked', () => {
    expect(warnings(form, [{ ...section('E', 0), 'E.04': 1 }])).toEqual([]);
    expect(warnings(form, [{}])).toEqual([]);
    expect(warnings(form, [section('K', 0)])).toEqual([]);
  });
});

describe('all together', () => {
  test('by unit, then by rule', () => {
    const form = withRules(FORM, SECTIONS, PAIRS, RATES);
    const same = figures([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const zeros = { 'E.01': 0 };
    expect(
      warnings(form, [{ ...same, ...zeros }, same, { ...same, ...zeros }]).map(
        ({ unit, violation }) => `${unit} ${violation.rule}`,
      ),
    ).toEqual(['DV01 R903', 'DV02 R901', 'DV03 R901', 'DV03 R901', 'DV03 R903']);
  });
  test('words in both languages, no place in a sheet', () => {
    const [first] = warnings(withRules(FORM, SECTIONS), [{ 'E.01': 0 }]);
    expect(first!.violation).toEqual({
      rule: 'R903',
      severity: 'warning',
      sheet: '',
      cell: '',
      name: '',
      message: { vi: 'Mục E: cả 1 số đều bằng 0.', en: 'Mục E: cả 1 số đều bằng 0. (en)' },
    });
  });
  test('a form without such rules keeps nothing', () => {
    const across = new AcrossUnits(withRules(FORM));
    across.add(submissionOf({ values: { 'E.01': 0 } }), COMMITTEE);
    expect([...across.warnings()]).toEqual([]);
    expect(across.figures.count).toBe(0);
  });
});
