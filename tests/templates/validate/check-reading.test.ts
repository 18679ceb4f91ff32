// What cannot be read is said with its place and what to do: R016 once for a whole sheet, R019 with the range, R009 as a warning.

import type { Extracted } from '../../../templates/extract/extracted';
import { checkReading } from '../../../templates/validate/check-reading';

const label = { vi: 'A.05 Lượt quần chúng', en: 'A.05 Attendances' };
const extracted: Extracted = {
  identity: {},
  values: new Map(),
  annexes: new Map(),
  lost: [
    { name: 'CT_A_05', label, sheet: 'ChiTieu' },
    { name: '', label: { vi: 'ThuyetMinh', en: 'ThuyetMinh' }, sheet: 'ThuyetMinh', wholeSheet: true },
  ],
  merged: [{ name: 'CT_A_05', label, sheet: 'ChiTieu', cell: 'D16', range: 'D15:D17' }],
  garbled: [{ name: 'TM_T_8', label, sheet: 'ThuyetMinh', cell: 'C13', value: '§¶ng bé së' }],
  notices: [],
};

test('each with its place, in both languages, without the place in its words', () => {
  const found = [...checkReading(extracted)];
  expect(found.map((v) => [v.rule, v.severity, v.sheet, v.cell, v.name])).toEqual([
    ['R016', 'error', 'ChiTieu', '', 'CT_A_05'],
    ['R016', 'error', 'ThuyetMinh', '', ''],
    ['R019', 'error', 'ChiTieu', 'D16', 'CT_A_05'],
    ['R009', 'warning', 'ThuyetMinh', 'C13', 'TM_T_8'],
  ]);
  expect(found.map((v) => v.message.vi)).toEqual([
    expect.stringMatching(/^A\.05 Lượt quần chúng: không còn tìm thấy ô này trong trang ChiTieu/),
    expect.stringMatching(/^Trang ThuyetMinh không còn trong tệp/),
    expect.stringMatching(/^A\.05 .*D15:D17.*Bỏ gộp ô/),
    expect.stringMatching(/^A\.05 .*"§¶ng bé së".*Unicode/),
  ]);
  expect(found.map((v) => v.message.en)).toEqual([
    expect.stringMatching(/^A\.05 Attendances: this cell is no longer found/),
    expect.stringMatching(/^Sheet ThuyetMinh is no longer/),
    expect.stringMatching(/D15:D17.*Unmerge/),
    expect.stringMatching(/old-font text.*Unicode/),
  ]);
});
