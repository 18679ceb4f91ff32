// The same small report written by exceljs, openpyxl and LibreOffice: three programs, one set of values.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';
import { cellAt, read, refusalOf, valuesOf } from './raw-workbook';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-programs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG = 'Nội dung thuyết minh. '.repeat(200);

async function byExceljs(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Chỉ tiêu & số liệu');
  sheet.addRow(['Hội nghị', 12, 0.25, true, new Date(Date.UTC(2026, 0, 31)), LONG, ' =1+1 ']);
  sheet.addRow([
    { formula: 'B1*2', result: 24 },
    { formula: 'B1-12', result: 1 },
    { formula: 'NA()', result: { error: '#N/A' } },
  ]);
  sheet.getCell('E1').numFmt = 'dd/mm/yyyy';
  sheet.getCell('B1').numFmt = '#,##0';
  sheet.getCell('A4').value = { richText: [{ text: 'Đậm', font: { bold: true } }, { text: ' nhạt' }] };
  sheet.getCell('A5').value = 'chữ cũ';
  sheet.getCell('A5').font = { name: '.VnTime' };
  for (let row = 6; row < 60; row++)
    for (let column = 1; column <= 8; column++) sheet.getCell(row, column).border = { top: { style: 'thin' } };
  sheet.getCell('A60').value = 'cuối';
  sheet.mergeCells('B60:D61');
  book.addWorksheet('Danh mục', { state: 'veryHidden' }).addRow(['a']);
  book.definedNames.add("'Chỉ tiêu & số liệu'!$B$1", 'CT_A_01');
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function expectTheReport(bytes: Buffer) {
  const book = await read(bytes);
  expect(valuesOf(book)).toMatchObject({
    A1: 'Hội nghị',
    B1: 12,
    C1: 0.25,
    D1: true,
    E1: 46053,
    F1: LONG,
    G1: ' =1+1 ',
    A4: 'Đậm nhạt',
    A60: 'cuối',
  });
  expect(cellAt(book, 'E1')).toEqual({ value: 46053, date: true });
  expect(cellAt(book, 'B1')).toEqual({ value: 12 });
  expect(cellAt(book, 'G1')).toEqual({ value: ' =1+1 ' });
  expect(cellAt(book, 'A2')?.formula).toBe(true);
  expect(cellAt(book, 'A5')?.legacyFont).toBe('.VnTime');
  expect(book.sheets[0]!.merges).toContain('B60:D61');
  expect(book.sheets.map(({ name }) => name)).toEqual(['Chỉ tiêu & số liệu', 'Danh mục']);
  return book;
}

test('exceljs', async () => {
  const book = await expectTheReport(await byExceljs());
  expect(cellAt(book, 'A2')).toEqual({ value: 24, formula: true });
  expect(cellAt(book, 'C2')).toEqual({ value: { error: '#N/A' }, formula: true });
  expect(book.sheets[1]!.visibility).toBe('veryHidden');
  expect(book.names.get('CT_A_01')).toBe("'Chỉ tiêu & số liệu'!$B$1");
});

describeWith(python(), 'openpyxl', () => {
  test('saves the report again: formulas lose their results, nothing else changes', async () => {
    const [from, to] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    writeFileSync(from, await byExceljs());
    await runPython('import openpyxl,sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])', from, to);
    const book = await expectTheReport(readFileSync(to));
    expect(cellAt(book, 'A2')).toEqual({ value: null, formula: true });
    expect(book.names.get('CT_A_01')).toBe("'Chỉ tiêu & số liệu'!$B$1");
  });

  test('writes in its streaming mode', async () => {
    const file = join(folder, 'stream.xlsx');
    await runPython(
      'import openpyxl,sys,datetime; b=openpyxl.Workbook(write_only=True); s=b.create_sheet("Dữ liệu"); [s.append([i, "dòng %d" % i, i/4, datetime.date(2026,1,31), None, i%2==0]) for i in range(1,2001)]; b.save(sys.argv[1])',
      file,
    );
    const book = await read(readFileSync(file));
    expect(book.sheets[0]!.cells.size).toBe(10_000);
    expect(valuesOf(book)).toMatchObject({
      A2000: 2000,
      B2000: 'dòng 2000',
      C2000: 500,
      D2000: 46053,
      F2000: true,
      F1: false,
    });
    expect(cellAt(book, 'D7')).toEqual({ value: 46053, date: true });
  });
});

describeWith(soffice(), 'LibreOffice', () => {
  test('saves the report again and computes the formulas', async () => {
    const from = join(folder, 'lo.xlsx');
    writeFileSync(from, await byExceljs());
    const book = await expectTheReport(
      readFileSync(await convertBySoffice(from, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'out'))),
    );
    expect(cellAt(book, 'A2')).toEqual({ value: 24, formula: true });
    expect(book.names.get('CT_A_01')).toBe("'Chỉ tiêu & số liệu'!$B$1");
  });

  test('its other formats are refused by name', async () => {
    const from = join(folder, 'kinds.xlsx');
    writeFileSync(from, await byExceljs());
    const kinds = { ods: 'ODS_FILE', xls: 'XLS_FILE', csv: 'CSV_FILE', html: 'HTML_FILE', pdf: 'PDF_FILE' };
    for (const [extension, code] of Object.entries(kinds)) {
      const file = await convertBySoffice(from, extension, join(folder, 'out'));
      expect(await refusalOf(readFileSync(file))).toMatchObject({ code });
    }
  });
});
