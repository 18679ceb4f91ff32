// Names of units in one cell, and texts as criteria.

import { criterionText } from '../../../functions/consolidate/criterion-text';
import { ExactSum } from '../../../functions/consolidate/exact-sum';
import { NameList } from '../../../functions/consolidate/name-list';

function listed(names: readonly string[], limit?: number): string | null {
  const list = new NameList(limit);
  for (const name of names) list.add(name);
  return list.text;
}

test('names stand in their order; nobody is a blank cell', () => {
  expect(listed([])).toBeNull();
  expect(listed(['Đảng bộ Sở Y tế', 'Chi bộ Hội'])).toBe('Đảng bộ Sở Y tế; Chi bộ Hội');
});

test('what does not fit is counted, and the cell is never too long', () => {
  expect(listed(['Một', 'Hai', 'x'.repeat(60), 'Ba'], 70)).toBe('Một; Hai; … và 2 đơn vị khác');
  const many = listed(Array.from({ length: 10_000 }, (_, i) => `Đảng bộ cơ sở số ${i}`))!;
  expect(many.length).toBeLessThanOrEqual(32_767);
  const [, last, others] = /số (\d+); … và (\d+) đơn vị khác$/.exec(many)!;
  expect(Number(last) + 1 + Number(others)).toBe(10_000);
});

test('a criterion matches its text and nothing else', () => {
  expect(['Có', '>5', 'a*b?', 'nói "được"', '=1'].map(criterionText)).toEqual([
    '"Có"',
    '"=>5"',
    '"=a~*b~?"',
    '"=nói ""được"""',
    '"==1"',
  ]);
});

test('a sum of tenths is what a person writes, in any order', () => {
  const values = Array.from({ length: 1_000 }, (_, i) => i / 10);
  const sum = (list: readonly number[]) => {
    const exact = new ExactSum();
    for (const value of list) exact.add(value);
    return exact.value;
  };
  expect([sum(values), sum(values.toReversed()), sum([0.1, 0.2])]).toEqual([49_950, 49_950, 0.3]);
});
