// Derived indicators of the real form, computed from typed values.

import { derive } from '../../../templates/rules/derive';
import type { Value } from '../../../templates/rules/value';
import { realPeriod } from '../../setup/real-form';

type Typed = Readonly<Record<string, Value | readonly Value[]>>;
const derived = (typed: Typed, period = '2024-H1') => derive(realPeriod(period), (name) => typed[name]).values;

describe('derived indicators', () => {
  test.each<readonly [string, Typed, string, Value]>([
    ['a count over an annex column', { PL1_so_hn: [2, 0, null, 1] }, 'CT_A_03', 2],
    ['a sum', { CT_A_09: 1, CT_A_10: 2, CT_A_11: null, CT_A_12: 4 }, 'CT_A_08', 7],
    ['a ratio', { CT_A_05: 45, CT_K_02: 60 }, 'CT_A_06', 0.75],
    ['a ratio of nothing', { CT_A_05: 0, CT_K_02: 0 }, 'CT_A_06', null],
    ['a ratio with nothing typed', {}, 'CT_A_06', null],
    ['a text where a number belongs', { CT_A_09: 'hai' }, 'CT_A_08', null],
    [
      'a ratio of derived ones',
      { PL1_ap_dung: ['Có', 'Có', 'Không'], PL1_trang_thai: ['Đang thực hiện', 'Chưa triển khai', null] },
      'CT_B_07',
      0.5,
    ],
    ['a share over two sums', { CT_C_02: 3, CT_C_04: 1, PL3_loai: ['Kiểm tra', 'Giám sát chuyên đề'] }, 'CT_C_06', 0.5],
    ['what is not there counts as blank', {}, 'CT_A_08', 0],
  ])('%s', (_what, typed, name, expected) => {
    expect(derived({ ...typed, ...missingColumns(typed) })[name]).toBe(expected);
  });

  test('are all 37 in a full period, and only the asked ones in a quarter', () => {
    expect(Object.keys(derived({}))).toHaveLength(37);
    expect(Object.keys(derived({}, '2024-Q1'))).not.toContain('CT_B_01');
  });

  test('one that depends on itself is a bug and is thrown', () => {
    const form = realPeriod('2024-H1');
    const indicators = form.indicators.map((i) => (i.code === 'A.08' ? { ...i, formula: 'CT_A_08+1' } : i));
    expect(() => derive({ ...form, indicators }, () => null)).toThrow('CT_A_08 depends on itself');
  });
});

/** Annex columns of equal length, as a sheet has them. */
function missingColumns(typed: Typed): Typed {
  const length = Math.max(0, ...Object.values(typed).map((v) => (Array.isArray(v) ? v.length : 0)));
  const blank = Array.from({ length }, () => null);
  const names = realPeriod('2024-H1').annexes.flatMap((a) => a.columns.map((c) => `${a.code}_${c.key}`));
  return Object.fromEntries(names.filter((name) => !(name in typed)).map((name) => [name, blank]));
}
