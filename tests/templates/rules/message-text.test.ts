// A message with its values filled in, here and by the sheet's own formula.

import { expressionsIn, fillMessage, messageFormula } from '../../../templates/rules/message-text';
import { describeWith, soffice } from '../../setup/tools';
import { recalculated } from './recalculated';

const NAMES = { CT_A_01: 5, CT_A_02: 0.1, CT_A_03: null, CT_A_04: 'Có', CT_A_05: 0.2, CT_A_06: '' };
const lookup = (name: string) => NAMES[name as keyof typeof NAMES];

const MESSAGES: readonly (readonly [string, string])[] = [
  ['không có chỗ trống', 'không có chỗ trống'],
  ['A.01 = {CT_A_01}.', 'A.01 = 5.'],
  ['{CT_A_01} hội nghị', '5 hội nghị'],
  ['tổng {CT_A_02+CT_A_05}, hiệu {CT_A_01-CT_A_02}', 'tổng 0.3, hiệu 4.9'],
  ['một phần ba: {1/3}', 'một phần ba: 0.333333333333333'],
  ['trống: "{CT_A_03}", rỗng: "{CT_A_06}"', 'trống: "", rỗng: ""'],
  ['{CT_A_04}{CT_A_01}', 'Có5'],
  ['dấu "nháy" và {CT_A_04&"!"}', 'dấu "nháy" và Có!'],
];

test.each(MESSAGES)('%s', (template, expected) => expect(fillMessage(template, lookup)).toBe(expected));

test('an error shows as Excel names it', () => expect(fillMessage('{1/CT_A_03}', lookup)).toBe('#DIV/0!'));

test('the expressions of a message', () => {
  expect(expressionsIn('A {CT_A_01} và {CT_A_02+1}, {CT_A_01}')).toEqual(['CT_A_01', 'CT_A_02+1', 'CT_A_01']);
});

describeWith(soffice(), 'the sheet says the same', () => {
  test('word by word', async () => {
    const formulas = MESSAGES.map(([template]) => messageFormula(template));
    expect(await recalculated(NAMES, formulas)).toEqual(MESSAGES.map(([, expected]) => expected));
  });

  test('and an error in a cell does not swallow the message', async () => {
    const names = { CT_A_01: { error: '#N/A' }, CT_A_02: 3 };
    const formula = messageFormula('A.01 là "{CT_A_01}", A.02 là {CT_A_02}.');
    expect(await recalculated(names, [formula])).toEqual(['A.01 là "#?", A.02 là 3.']);
  });
});
