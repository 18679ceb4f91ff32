// A message with its values filled in, here and by the sheet's own formula, as a Vietnamese writes them.

import { expressionsIn, fillMessage, messageFormula, type ShownAs } from '../../../templates/rules/message-text';
import { describeWith, soffice } from '../../setup/tools';
import { recalculated } from './recalculated';

const NAMES = {
  CT_A_01: 5,
  CT_A_02: 0.1,
  CT_A_03: null,
  CT_A_04: 'Có',
  CT_A_05: 0.2,
  CT_A_06: '',
  DAY: 45_457,
  NO_DAY: 12,
  SHARE: 0.875,
  WHOLE: 1,
  LONG: `${'chữ '.repeat(20)}cuối`,
  LINES: 'một\nhai',
  LARGE: 1_234_567,
};
const KINDS: Readonly<Record<string, ShownAs>> = { DAY: 'date', NO_DAY: 'date', SHARE: 'percent', WHOLE: 'percent' };
const lookup = (name: string) => NAMES[name as keyof typeof NAMES];
const shownAs = (name: string): ShownAs => KINDS[name] ?? 'plain';
const formula = (template: string): string => messageFormula(template, { shownAs, nameAs: (name) => name });

/** Template, in Vietnamese, in English. */
const MESSAGES: readonly (readonly [string, string, string])[] = [
  ['không có chỗ trống', 'không có chỗ trống', 'không có chỗ trống'],
  ['A.01 = {CT_A_01}.', 'A.01 = 5.', 'A.01 = 5.'],
  ['{CT_A_01} hội nghị', '5 hội nghị', '5 hội nghị'],
  ['tổng {CT_A_02+CT_A_05}, hiệu {CT_A_01-CT_A_02}', 'tổng 0,3, hiệu 4,9', 'tổng 0.3, hiệu 4.9'],
  ['một phần ba: {1/3}', 'một phần ba: 0,333333333333333', 'một phần ba: 0.333333333333333'],
  ['trống: {CT_A_03}, rỗng: {CT_A_06}', 'trống: (trống), rỗng: (trống)', 'trống: (blank), rỗng: (blank)'],
  ['{CT_A_04}{CT_A_01}', 'Có5', 'Có5'],
  ['dấu "nháy" và {CT_A_04&"!"}', 'dấu "nháy" và Có!', 'dấu "nháy" và Có!'],
  ['ngày {DAY}, không phải ngày {NO_DAY}', 'ngày 14/6/2024, không phải ngày 12', 'ngày 14/6/2024, không phải ngày 12'],
  ['{SHARE} và {WHOLE}', '87,5% và 100%', '87.5% và 100%'],
  ['dài: {LONG}', `dài: ${'chữ '.repeat(15)}`, `dài: ${'chữ '.repeat(15)}`],
  ['{LINES}, {LARGE}', 'một hai, 1234567', 'một hai, 1234567'],
  ['lỗi: {1/CT_A_03}', 'lỗi: (giá trị lỗi)', 'lỗi: (an error value)'],
];

test.each(MESSAGES)('%s', (template, vi, en) => {
  expect(fillMessage(template, lookup, shownAs, 'vi')).toBe(vi);
  expect(fillMessage(template, lookup, shownAs, 'en')).toBe(en);
});

test('the expressions of a message', () => {
  expect(expressionsIn('A {CT_A_01} và {CT_A_02+1}, {CT_A_01}')).toEqual(['CT_A_01', 'CT_A_02+1', 'CT_A_01']);
});

describeWith(soffice(), 'the sheet says the same', () => {
  test('word by word', async () => {
    const formulas = MESSAGES.map(([template]) => formula(template));
    expect(await recalculated(NAMES, formulas)).toEqual(MESSAGES.map(([, vi]) => vi));
  });

  test('and an error in a cell does not swallow the message', async () => {
    const names = { CT_A_01: { error: '#N/A' }, CT_A_02: 3 };
    const shown = 'A.01 là "(giá trị lỗi)", A.02 là 3.';
    expect(await recalculated(names, [formula('A.01 là "{CT_A_01}", A.02 là {CT_A_02}.')])).toEqual([shown]);
  });
});
