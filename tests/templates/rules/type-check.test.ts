// What a cell may hold, said twice: by `fits` for us and by `misfitFormula` for the sheet. Every value under every type,
// with LibreOffice working out the formula: the two must give one verdict.

import type { CellError } from '../../../templates/cell/cell';
import { expectedOf, fits, misfitFormula, type ValueType } from '../../../templates/rules/type-check';
import type { Result, Value } from '../../../templates/rules/value';
import { describeWith, soffice } from '../../setup/tools';
import { recalculated } from './recalculated';

const TYPES: Readonly<Record<string, ValueType>> = {
  'a count': { type: 'integer' },
  'a count from 3': { type: 'integer', minimum: 3 },
  'progress in steps of 5': { type: 'integer', minimum: 0, maximum: 100, step: 5 },
  'an amount': { type: 'money' },
  'a yes or no': { type: 'yesNo' },
  'a choice': { type: 'choice', options: ['Tốt', 'Khá', 'Có "nháy"', '12'] },
  'a text of 5': { type: 'text', maxLength: 5 },
  'a text': { type: 'text' },
  'a date': { type: 'date' },
};

const VALUES: readonly (Value | CellError)[] = [
  ...[null, 0, 1, 2, 3, 5, 12, 60, 61, 95, 100, 100.5, 101, 105, -1, -0.5, 2.5, 0.1, 0.15, 7.25],
  ...[0.1 + 0.2, 0.3 - 0.1, 2.9999999999999996, 3.0000000000000004, 2.9999999, 33.3 * 3, 1e-6],
  ...[45_457, 45_457.75, 2_958_465, 2_958_465.99, 2_958_466, 1e12, 1e12 + 1, 1e15],
  ...['', ' ', '5', ' 5', '5 ', '12', '1.234', '1,5', '14/6/2024', '0'],
  ...['Có', 'có', 'CÓ', 'Có ', 'Co', 'Không', 'KHÔNG', 'x', 'Tốt', 'TỐT', 'Khá.', 'Có "nháy"', 'Có "NHÁY"'],
  ...['abcde', 'abcdef', 'Đảng', 'Đảng ủy', 'a\nb\nc', 'a\nb\ncd', '*', '?', 'T*', '=1+1', '#N/A', 'x'.repeat(300)],
  ...[{ error: '#N/A' }, { error: '#DIV/0!' }],
];

const PAIRS = VALUES.flatMap((value, v) => Object.entries(TYPES).map(([name, type]) => ({ value, v, name, type })));

describeWith(soffice(), 'the sheet and we give one verdict', () => {
  let misfits: Result[];
  beforeAll(async () => {
    const names = Object.fromEntries(VALUES.map((value, i) => [`V_${i}`, value]));
    misfits = await recalculated(
      names,
      PAIRS.map(({ v, type }) => misfitFormula(`V_${v}`, type)),
    );
  });

  test.each(Object.keys(TYPES))('on %s', (name) => {
    const verdicts = PAIRS.flatMap((pair, i) => (pair.name === name ? [{ ...pair, sheet: misfits[i] === false }] : []));
    expect(verdicts).toHaveLength(VALUES.length);
    const differ = verdicts.filter(({ value, type, sheet }) => fits(value, type) !== sheet);
    expect(differ.map(({ value, sheet }) => ({ value, sheet }))).toEqual([]);
    expect(new Set(verdicts.map((v) => v.sheet)).size).toBe(2);
  });
});

describe('a value fits', () => {
  test.each<readonly [keyof typeof TYPES, readonly (Value | CellError)[], readonly (Value | CellError)[]]>([
    ['a count', [null, 0, 5, 1e12, 3.0000000000000004], [-1, 2.5, '5', '', ' ', true, 1e12 + 1, { error: '#REF!' }]],
    ['a count from 3', [3, 4], [0, 2]],
    ['progress in steps of 5', [0, 5, 100], [1, 101, 105, -5]],
    ['an amount', [0, 0.1, 0.1 + 0.2, 2.5], [0.15, -0.5, '1,5', false]],
    ['a yes or no', ['Có', 'có', 'Không', 'Co\u0301'], ['Có ', 'Co', 'x', 1, true, '']],
    ['a choice', ['Tốt', 'TỐT', 'Khá'], ['Khá.', 'T*', 12]],
    ['a text of 5', ['', 'abcde', 12345, true], ['abcdef', 123456]],
    ['a date', [61, 45_457, 45_457.75, 2_958_465], [60, 0, -1, 2_958_466, '14/6/2024']],
  ])('%s: %j and not %j', (name, good, bad) => {
    for (const value of good) expect({ value, fits: fits(value, TYPES[name]!) }).toEqual({ value, fits: true });
    for (const value of bad) expect({ value, fits: fits(value, TYPES[name]!) }).toEqual({ value, fits: false });
  });

  test('every type says in both languages what it expects', () => {
    for (const type of Object.values(TYPES)) {
      expect(Object.keys(expectedOf(type))).toEqual(['vi', 'en']);
      expect(JSON.stringify(expectedOf(type))).not.toMatch(/undefined|NaN|""/);
    }
  });
});
