// What the pane works out of a report beside its violations: how far each section is, which cells it would tidy up, and where
// something stands that the board names.

import { checkReport } from '../../addin/report/check-report';
import { readIdentity } from '../../templates/extract/identity';
import { type Changes, changedReport } from '../setup/changed-cells';
import { realForm } from '../setup/real-form';

async function checked(changes: Changes = {}) {
  const book = await changedReport('2024-H1', 'DV01', changes);
  const report = checkReport(book, readIdentity(book), { definition: realForm(), period: '2024-H1' });
  if (report.kind !== 'checked') throw new Error(report.mismatch.code);
  return report;
}
const section = async (code: string, changes: Changes = {}) =>
  (await checked(changes)).progress.find((one) => one.code === code)!;

test('a section counts its owed cells, and what is left to do', async () => {
  const full = await section('A');
  expect(full.filled).toBe(full.owed);
  expect(full).toMatchObject({ open: 0, sheet: 'ChiTieu', cell: 'D12' });
  const left = await section('A', { CT_A_01: null, CT_A_05: 99_999 });
  expect(left.filled).toBe(full.owed - 1);
  expect(left.open).toBeGreaterThanOrEqual(2);
});

test('“Không phát sinh” fills a section that may have it; the others have no such mark', async () => {
  const codes = (await checked()).progress.filter(({ nothing }) => nothing).map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes).not.toContain('K');
  const marked = await section(codes[0]!, { [`KPS_${codes[0]}`]: 'x' });
  expect(marked).toMatchObject({ nothing: { marked: true, sheet: 'ChiTieu' } });
  expect(marked.filled).toBe(marked.owed);
});

test('an annex counts its rows', async () => {
  const before = await section('PL3');
  expect(before).toMatchObject({ owed: 0, sheet: 'PL3' });
  expect((await section('PL3', { 'PL3 9': { loai: 'Kiểm tra' } })).filled).toBe(before.filled + 1);
});

test.each<[string, Changes, object[]]>([
  ['nothing to do', {}, []],
  ['a number as text', { CT_A_04: '1.250' }, [{ name: 'CT_A_04', before: '1.250', value: 1250 }]],
  ['a day as text', { BC_ngay_ky: '14/6/2024' }, [{ name: 'BC_ngay_ky', before: '14/6/2024', value: 45_457 }]],
  ['blanks only', { GT_A_01: '   ' }, [{ name: 'GT_A_01', before: '   ', value: null }]],
  ['a row of an annex', { 'PL1_so_hn 2': '3 ' }, [{ name: 'PL1_so_hn', before: '3 ', value: 3 }]],
  ['what cannot be read stays', { CT_A_04: 'nhiều' }, []],
])('tidying up: %s', async (_, changes, wanted) => {
  expect((await checked(changes)).proposed).toMatchObject(wanted);
});

test('names become places', async () => {
  const { whereIs } = await checked();
  expect(whereIs('CT_A_01')).toMatchObject({ sheet: 'ChiTieu', cell: 'D12' });
  expect(whereIs('A')).toMatchObject({ sheet: 'ChiTieu', cell: 'D12' });
  expect(whereIs('PL1')).toMatchObject({ sheet: 'PL1' });
  const [first, second] = [whereIs('PL1_so_hn', 1), whereIs('PL1_so_hn', 2)];
  expect(first.cell).not.toBe(second.cell);
  expect(whereIs('PL1_so_hn', 999)).toEqual({ sheet: 'PL1', cell: '' });
  expect(whereIs('')).toEqual({ sheet: '', cell: '' });
});

test('another workbook is said to be one', async () => {
  const book = await changedReport('2024-H1', 'DV01', { '_meta!B1': 'khac' });
  expect(checkReport(book, readIdentity(book), { definition: realForm(), period: '2024-H1' })).toMatchObject({
    kind: 'foreign',
    mismatch: { code: 'OTHER_FORM' },
  });
});
