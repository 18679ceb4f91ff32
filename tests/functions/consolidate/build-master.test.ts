// The master as other people's tools meet it: sheets and heads of the contract, blanks and zeros, text that stays text, the
// whole path of sizes from no unit at all to more rows than one sheet holds.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buildMaster, type MasterInput } from '../../../functions/consolidate/build-master';
import type { WorkbookCells } from '../../../templates/cell/cell';
import type { Submission } from '../../../templates/submission/submission';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { realPeriod } from '../../setup/real-form';
import { describeWith } from '../../setup/tools';
import { read, valuesOf } from '../xlsx/raw-workbook';
import { type Invented, inventSubmissions, masterInput } from './invented-submissions';

const SHEETS =
  'TinhHinhNop TongHop TheoDonVi PL1_TongHop PL1 PL2 PL3 PL4 PL5 PL6 ThuyetMinh CanhBao Nguon NhatKy DuLieu'.split(' ');
const INJECTIONS = ['=1+1', '+84 123', '-1', '@SUM(A1)', '=cmd|"/c calc"!A1'];
const form = realPeriod('2024-H1');
const folder = mkdtempSync(join(tmpdir(), 'master-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(input: MasterInput): Promise<{ bytes: Buffer; book: WorkbookCells }> {
  const file = join(folder, 'master.xlsx');
  await buildMaster(input, file);
  const bytes = readFileSync(file);
  return { bytes, book: await read(bytes) };
}

function sheetOf(book: WorkbookCells, name: string): Record<string, unknown> {
  return valuesOf(
    book,
    book.sheets.findIndex((sheet) => sheet.name === name),
  );
}

function with_(invented: Invented, change: (submission: Submission, i: number) => Partial<Submission>): MasterInput {
  const submissions = [...invented.submissions()].map((s, i) => ({ ...s, ...change(s, i) }));
  return { ...masterInput(invented), submissions };
}

describe('the contract', () => {
  let book: WorkbookCells;
  beforeAll(async () => {
    book = (await built(masterInput(inventSubmissions(form, 12)))).book;
  });

  test('sheets, in order', () => expect(book.sheets.map(({ name }) => name)).toEqual(SHEETS));

  test('TheoDonVi: codes in row 1, unit codes in column A', () => {
    const cells = sheetOf(book, 'TheoDonVi');
    expect([cells.A1, cells.B1, cells.C1, cells.D1, cells.H1]).toEqual(['Mã đơn vị', 'Đơn vị', 'Loại', 'K.01', 'A.01']);
    expect([cells.A2, cells.A12, cells.A13]).toEqual(['DV01', 'DV11', undefined]);
  });

  test('TongHop: code, label, unit of measure, total as a live formula', () => {
    const sheet = book.sheets[1]!;
    const cells = sheetOf(book, 'TongHop');
    expect(cells.A7).toBe('Mã');
    expect([cells.A8, cells.B8]).toEqual([undefined, 'Thông tin nền của đơn vị (mẫu số của các tỷ lệ)']);
    expect([cells.A9, cells.B9, cells.C9]).toEqual(['K.01', 'Số chi bộ trực thuộc', 'chi bộ']);
    const formulas = [...sheet.cells.values()].filter((cell) => cell.formula);
    expect(formulas.every((cell) => cell.value !== null)).toBe(true);
    expect(cells.A5).toContain('đã tổng hợp 11 trên 12 đơn vị phải báo cáo');
  });

  test('TinhHinhNop: figures above, one line per expected unit', () => {
    const cells = sheetOf(book, 'TinhHinhNop');
    expect([cells.A8, cells.D8, cells.E8, cells.F8, cells.I8]).toEqual([12, 11, 11 / 12, 9, 0.75]);
    expect([cells.B11, cells.E11, cells.H11, cells.I11]).toEqual(['DV01', 'Đã nộp', '15/06/2024 07:15', 'Đúng hạn']);
    expect([cells.I15, cells.E22, cells.H22]).toEqual(['Muộn 1 ngày', 'Chưa nộp', undefined]);
  });

  test('dates of annexes are dates, PL1_TongHop names who is behind', () => {
    const pl6 = book.sheets[9]!;
    expect([...pl6.cells.values()].some((cell) => cell.date)).toBe(true);
    const cells = sheetOf(book, 'PL1_TongHop');
    expect([cells.A2, cells.C2]).toEqual(['NQ-29-2013', 'Giáo dục và đào tạo']);
    expect(
      Object.values(cells).filter((value) => /^(Đảng|Chi) bộ .*; (Đảng|Chi) bộ /.test(String(value))).length,
    ).toBeGreaterThan(5);
    expect(
      Object.entries(cells).filter(([place, v]) => /^A\d/.test(place) && /^BSC-/.test(String(v))).length,
    ).toBeLessThan(4);
  });
});

test('blank stays blank, zero stays zero, text stays text', async () => {
  const nasty = with_(inventSubmissions(form, 6), (s, i) => {
    const { 'A.01': _, ...others } = s.values;
    const text = INJECTIONS[i % INJECTIONS.length]!;
    return {
      values: { ...others, 'A.02': 0, 'G.02': text },
      narratives: { 'T.1': text },
      explanations: { 'A.04': text },
      file: text,
      annexes: { ...s.annexes, PL6: [{ ten_lop: text, cap_to_chuc: 'Tỉnh', noi_dung: text }] },
    };
  });
  const { book, bytes } = await built(nasty);
  const cells = sheetOf(book, 'TheoDonVi');
  expect([cells.H1, cells.H2, cells.H3, cells.I1, cells.I2]).toEqual(['A.01', undefined, undefined, 'A.02', 0]);
  for (const name of ['TheoDonVi', 'PL6', 'ThuyetMinh', 'CanhBao', 'Nguon', 'DuLieu']) {
    const sheet = book.sheets.find((s) => s.name === name)!;
    expect([name, [...sheet.cells.values()].filter((cell) => cell.formula)]).toEqual([name, []]);
  }
  for (const name of ['PL6', 'ThuyetMinh', 'Nguon', 'DuLieu'])
    expect(Object.values(sheetOf(book, name))).toEqual(expect.arrayContaining(INJECTIONS));
  expect(bytes.length).toBeGreaterThan(10_000);
});

test('DuLieu goes on where its rows end', async () => {
  const invented = inventSubmissions(form, 4);
  const { book } = await built({ ...masterInput(invented), dataRowsPerSheet: 150 });
  expect(book.sheets.slice(14).map(({ name }) => name)).toEqual(['DuLieu', 'DuLieu (2)', 'DuLieu (3)']);
  const rows = (name: string) => Object.entries(sheetOf(book, name)).filter(([place]) => /^D(?!1$)/.test(place)).length;
  const answers = [...invented.submissions()].reduce((sum, s) => sum + Object.keys(s.values).length, 0);
  expect([rows('DuLieu'), rows('DuLieu (2)'), rows('DuLieu (3)')]).toEqual([150, 150, answers - 300]);
  expect(sheetOf(book, 'DuLieu (3)')).toMatchObject({ A1: 'Đơn vị', B1: 'Kỳ', C1: 'Mã', D1: 'Giá trị', B2: '2024-H1' });
});

test('submissions that are not those of the standings are refused, and nothing is left behind', async () => {
  // A folder of our own: other tests graft at the same time.
  const [own, machines] = [mkdtempSync(join(tmpdir(), 'build-master-')), process.env.TMPDIR];
  process.env.TMPDIR = own;
  const input = masterInput(inventSubmissions(form, 3));
  const all = [...inventSubmissions(form, 3).submissions()];
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  await expect(buildMaster({ ...input, submissions: all.slice(1) }, out)).rejects.toThrow('DV02');
  await expect(buildMaster({ ...input, submissions: all.slice(0, 2) }, out)).rejects.toThrow('2 submissions');
  expect(readdirSync(own)).toEqual([]);
  if (machines === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = machines;
  rmSync(own, { recursive: true });
});

test('the same submissions make the same bytes', async () => {
  const once = await built(masterInput(inventSubmissions(form, 3)));
  const again = await built(masterInput(inventSubmissions(form, 3)));
  expect(once.bytes.equals(again.bytes)).toBe(true);
});

describeWith(openXmlSdk(), 'Open XML SDK', () => {
  test.each([
    ['2024-H1', 14, 300],
    ['2024-Q1', 14, undefined],
    ['2024-H1', 0, undefined],
  ])('finds nothing in %s of %i units', async (period, units, dataRowsPerSheet) => {
    const input = masterInput(inventSubmissions(realPeriod(period), units));
    const { bytes } = await built({ ...input, ...(dataRowsPerSheet ? { dataRowsPerSheet } : {}) });
    expect(await sdkFindings(bytes)).toEqual([]);
  });
});
