// How rules come apart into checks, on the real form.

import { checksOf } from '../../../templates/checks/checks-of';
import { isJudged } from '../../../templates/checks/is-judged';
import { compiled } from '../../../templates/rules/compiled';
import { evaluate } from '../../../templates/rules/evaluate';
import { realForm, realPeriod } from '../../setup/real-form';

const form = realPeriod('2024-H1');
const report = (rule: string, period = '2024-H1') => checksOf(realPeriod(period)).report.filter((c) => c.rule === rule);

test('a rule at further places', () => {
  expect(report('R207').map((c) => [c.at, c.expression])).toEqual([
    ['CT_B_16', 'CT_B_16<=CT_K_03'],
    ['CT_B_20', 'CT_B_20<=CT_K_03'],
  ]);
});

test('a rule at every sum over time, with the cell and its history put in', () => {
  const checks = report('R801');
  expect(checks).toHaveLength(form.indicators.filter((i) => i.time === 'sum').length);
  expect(checks.find((c) => c.at === 'CT_A_01')).toMatchObject({
    expression: 'CT_A_01>=LK_A_01',
    message: { vi: expect.stringMatching(/^A\.01 = \{CT_A_01\}, nhỏ hơn số lũy kế \{LK_A_01\}/) },
  });
});

test('a rule over every text: single cells and columns, but no signatory and no telephone', () => {
  const at = [...report('R950'), ...[...checksOf(form).rows.values()].flat().filter((c) => c.rule === 'R950')].map(
    (c) => c.at,
  );
  expect(at).toEqual(
    expect.arrayContaining(['TM_T_1', 'GT_A_01', 'GT_PL1', 'GT_BC', 'CT_G_02', 'PL1_ket_qua', 'PL5_linh_vuc']),
  );
  expect(at).not.toContain('BC_nguoi_ky');
  expect(at).not.toContain('BC_dien_thoai');
});

test('what a period does not ask is not checked', () => {
  const rows = checksOf(realPeriod('2024-Q1')).rows;
  expect([...rows.keys()]).toEqual(['PL1', 'PL3', 'PL5', 'PL6']);
  expect(rows.get('PL6')!.filter((c) => c.rule === 'R006')).toHaveLength(2);
  expect(report('R307', '2024-H1')).toEqual([]);
  expect(report('R307', '2024-Y')).toHaveLength(1);
  expect(report('R308', '2024-Y')).toEqual([]);
});

test('a number that is owed and blank, or is text, is not judged; one that may be blank is', () => {
  const [check] = report('R207');
  const judged = (values: Record<string, number | string | null>) => isJudged(check!, (name) => values[name] ?? null);
  expect(judged({ CT_B_16: 5, CT_K_03: 9 })).toBe(true);
  expect(judged({ CT_B_16: null, CT_K_03: 9 })).toBe(true);
  expect(judged({ CT_B_16: 5, CT_K_03: null })).toBe(false);
  expect(judged({ CT_B_16: 'năm', CT_K_03: 9 })).toBe(false);
});

test.each(realForm().periods.map((p) => [p.period]))('%s: an empty row breaks no rule over rows', (period) => {
  for (const check of [...checksOf(realPeriod(period)).rows.values()].flat()) {
    if (!isJudged(check, () => null)) continue;
    const lists = (name: string) => (/^(?:PL\d|DS)_/.test(name) ? [null] : null);
    expect([check.rule, evaluate(compiled(check.expression), lists)]).toEqual([check.rule, true]);
  }
});
