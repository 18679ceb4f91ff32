// Which cells are typed and when an answer is owed, for the real form; and the formulas the sheet gets of it.

import { typedCells, typedColumns } from '../../../templates/checks/typed-cells';
import { NO_HISTORY } from '../../../templates/history/history';
import { reportLines } from '../../../templates/layout/check-lines';
import { namesInReport } from '../../../templates/layout/sheet-names';
import { realPeriod } from '../../setup/real-form';

const form = realPeriod('2024-H1');
const owed = (name: string, period = '2024-H1') => typedCells(realPeriod(period)).find((c) => c.name === name)?.owed;

test.each([
  ['CT_A_01', true, 'a typed indicator'],
  ['CT_A_06', undefined, 'a derived one'],
  ['CT_B_15', false, 'an optional one'],
  ['TM_T_2', true, 'a narrative that is owed'],
  ['TM_T_8', false, 'one that is not'],
  ['TM_T_4', 'CT_B_14 > 0', 'one that is owed under a condition'],
  ['BC_so_ky_hieu', false, 'a field of the cover'],
])('%s: %j, %s', (name, expected, _why) => expect(owed(name)).toBe(expected));

test('in a quarter, a condition over what is not asked there owes nothing', () => {
  expect(owed('TM_T_4', '2024-Q1')).toBe(false);
});

test('of an annex, the columns that are typed', () => {
  const columns = typedColumns(form.annexes.find((a) => a.code === 'PL2')!);
  expect(columns.map((c) => [c.key, c.owed])).toEqual([
    ['so_vb', 'linh_vuc <> ""'],
    ['so_hd', 'linh_vuc <> ""'],
    ['luot', 'linh_vuc <> ""'],
    ['ket_qua', false],
    ['kho_khan', false],
  ]);
});

test('a blank is no breach where its section says that nothing occurred', () => {
  const line = reportLines(form, namesInReport(form, NO_HISTORY)).find(
    (l) => l.rule === 'R002' && l.name === 'CT_A_01',
  )!;
  expect(line.formula).toContain('AND(ISBLANK(CT_A_01),KPS_A<>"x")');
});
