// Two reports held against each other: what differs is named with both values, what is only written differently is not.

import type { CanonicalReport } from '../../../templates/submission/canonical-report';
import { differences } from '../../../templates/submission/differences';
import { realPeriod } from '../../setup/real-form';

const form = realPeriod('2024-H1');
const report = (values: CanonicalReport['values'], annexes: CanonicalReport['annexes'] = {}): CanonicalReport => ({
  form: 'khoa-giao',
  version: '2024.1',
  period: '2024-H1',
  unit: 'DV01',
  values,
  annexes,
});
const of = (mine: CanonicalReport, theirs: CanonicalReport) =>
  differences(mine, theirs, form).map(({ name, row, mine: a, theirs: b }) => [name, row, a, b]);

test('values, in the order of the sheets, with their labels', () => {
  const [mine, theirs] = [report({ TM_T_1: 'a', CT_A_01: 3 }), report({ TM_T_1: 'b', CT_A_02: 1 })];
  expect(of(mine, theirs)).toEqual([
    ['CT_A_01', undefined, 3, null],
    ['CT_A_02', undefined, null, 1],
    ['TM_T_1', undefined, 'a', 'b'],
  ]);
  expect(differences(mine, theirs, form)[0]!.label.vi).toMatch(/^A\.01 /);
  expect(differences(mine, mine, form)).toEqual([]);
});

test('a day is a day, a choice a choice, text its words', () => {
  const mine = report({ BC_ngay_ky: 45458, CT_C_01: 'có', TM_T_1: ' Một  ý ' });
  expect(of(mine, report({ BC_ngay_ky: '2024-06-15', CT_C_01: 'Có', TM_T_1: ' Một  ý ' }))).toEqual([]);
  expect(of(mine, report({ BC_ngay_ky: '2024-06-16', CT_C_01: 'Không', TM_T_1: ' Một  ý ' }))).toHaveLength(2);
  expect(of(report({ CT_A_01: 1 }), report({ CT_A_01: '1' }))).toHaveLength(1);
});

test('who signed is told by neither where one does not know; the number and the day are', () => {
  expect(of(report({ BC_nguoi_ky: 'A' }), report({}))).toEqual([]);
  expect(of(report({ BC_nguoi_ky: 'A' }), report({ BC_nguoi_ky: 'B' }))).toHaveLength(1);
  expect(of(report({ BC_so_ky_hieu: '1-BC' }), report({}))).toHaveLength(1);
});

test('zeros of a section marked "Không phát sinh" may be typed or not', () => {
  const marked = report({ KPS_E: 'x', CT_E_03: 0 });
  expect(of(marked, report({ KPS_E: 'X' }))).toEqual([]);
  expect(of(marked, report({}))).toEqual([['KPS_E', undefined, 'x', null]]);
  expect(of(report({ CT_E_03: 0 }), report({}))).toEqual([['CT_E_03', undefined, 0, null]]);
});

test('rows: by key where they have one, else by their order', () => {
  const annex = form.annexes.find((a) => a.rows.kind === 'catalogue')!;
  const key = annex.rows.kind === 'catalogue' ? annex.rows.key : '';
  const [first, second] = annex.lines.map((line) => line.key!);
  const row = (code: string, count: number) => ({ [key]: code, so_hn: count });
  const mine = report({}, { [annex.code]: [row(first!, 1), row(second!, 2)] });
  expect(of(mine, report({}, { [annex.code]: [row(second!, 2), row(first!.toLowerCase(), 1)] }))).toEqual([]);
  expect(of(mine, report({}, { [annex.code]: [row(second!, 5)] }))).toEqual([
    [`${annex.code}_so_hn`, 1, 1, null],
    [`${annex.code}_so_hn`, 2, 2, 5],
  ]);
  const free = form.annexes.find((a) => a.rows.kind === 'free')!;
  const column = free.columns.find((c) => c.type === 'text')!.key;
  expect(
    of(
      report({}, { [free.code]: [{ [column]: 'a' }] }),
      report({}, { [free.code]: [{ [column]: 'a' }, { [column]: 'b' }] }),
    ),
  ).toEqual([[`${free.code}_${column}`, 2, null, 'b']]);
  // Where a free row stands is no difference; which one it is, is told among the filled ones.
  const spread = report({}, { [free.code]: [{}, { [column]: 'a' }, {}, { [column]: 'b' }] });
  expect(of(spread, report({}, { [free.code]: [{ [column]: 'a' }, { [column]: 'b' }] }))).toEqual([]);
  expect(of(spread, report({}, { [free.code]: [{ [column]: 'a' }, { [column]: 'c' }] }))).toEqual([
    [`${free.code}_${column}`, 2, 'b', 'c'],
  ]);
});
