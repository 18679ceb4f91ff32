// The first checks, as a table: what is changed in a good report, and exactly which rules break where.

import { extract } from '../../../templates/extract/extract';
import { validate } from '../../../templates/validate/validate';
import { type Changes, filledCells } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';

async function broken(changes: Changes['values'], period = '2024-H1', unit = 0): Promise<string[]> {
  const form = realPeriod(period);
  const verdict = validate(extract(await filledCells(period, unit, { values: changes ?? {} }), form), form);
  return verdict.violations.map((v) => `${v.rule} ${v.name}`);
}

test.each<[string, Changes['values'], string[]]>([
  ['nothing', {}, []],
  ['blank count', { CT_A_07: null }, ['R002 CT_A_07']],
  ['0 is an answer', { CT_A_07: 0 }, []],
  ['optional blank', { CT_B_19: null, CT_F_08: null }, []],
  ['one decimal of an amount', { CT_B_19: 12.5 }, []],
  ['two decimals of an amount', { CT_B_19: 12.55 }, ['R001 CT_B_19']],
  ['text for a number', { CT_A_09: '3 văn bản' }, ['R001 CT_A_09']],
  ['a boolean word in another case', { CT_C_01: 'có' }, []],
  ['not a yes or no', { CT_C_01: 'Rồi' }, ['R001 CT_C_01']],
  [
    'number and date of the plan, when there is one',
    { CT_G_02: null, CT_G_03: null },
    ['R701 CT_G_02', 'R701 CT_G_03'],
  ],
  ['neither, when there is none', { CT_G_01: 'Không', CT_G_02: null, CT_G_03: null }, []],
  ['a date as text', { CT_G_03: '20/01/2024' }, []],
  ['a required narrative', { TM_T_1: null, TM_T_8: null }, ['R002 TM_T_1']],
  ['T.4 when there are models', { CT_B_14: 2, TM_T_4: null }, ['R002 TM_T_4']],
  ['no T.4 when there are none', { CT_B_14: 0, TM_T_4: null }, []],
  ['a narrative past its limit', { TM_T_8: 'ă'.repeat(1001) }, ['R001 TM_T_8']],
])('%s', async (_, changes, expected) => {
  expect(await broken(changes)).toEqual(expected);
});

test('“Không phát sinh” stands for zeros in its section, and only there', async () => {
  const blanks = { CT_E_03: null, CT_E_06: null, CT_E_07: null };
  expect(await broken(blanks)).toEqual(['R002 CT_E_03', 'R002 CT_E_06', 'R002 CT_E_07']);
  expect(await broken({ ...blanks, KPS_E: 'x' })).toEqual([]);
  expect(await broken({ ...blanks, KPS_D: 'x' })).toEqual(['R002 CT_E_03', 'R002 CT_E_06', 'R002 CT_E_07']);
  const form = realPeriod('2024-H1');
  const { values } = validate(
    extract(await filledCells('2024-H1', 0, { values: { ...blanks, KPS_E: 'x' } }), form),
    form,
  );
  expect([values.lookup('CT_E_03'), values.nothing]).toEqual([0, ['E']]);
});

test('a chi bộ cơ sở is not asked for subordinate cells', async () => {
  expect(await broken({}, '2024-H1', 8)).toEqual([]);
  expect(await broken({}, '2024-Q1', 11)).toEqual([]);
});
