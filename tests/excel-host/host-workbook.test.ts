// The workbook behind the host, held against our own strict reader: the same cells before, and exactly the wanted ones changed
// after. Two readers that agree about a file are worth more than one.

import { unzipSync } from 'fflate';
import { withAddIn } from '../../functions/xlsx/add-in-parts';
import { columnOf, isCellError, rowOf } from '../../templates/cell/cell';
import { cellsOf } from '../setup/filled';
import { realPeriod } from '../setup/real-form';
import { sample } from '../setup/samples';
import { startHost } from './excel-host';
import { FORM, report } from './run-in-page';
import { entered } from './workbook/entered';
import { HostWorkbook } from './workbook/host-workbook';
import { patchSheet } from './workbook/patch-sheet';
import { parseSheetXml } from './workbook/sheet-xml';
import { shownText } from './workbook/shown-text';

describe('cells', () => {
  test.each([
    ['a template as we render it', () => report()],
    ['a report that LibreOffice saved', async () => sample('2024-H1', 'DV03')],
  ])('of %s are those of our reader', async (_, bytes) => {
    const file = await bytes();
    const book = HostWorkbook.open(file);
    const read = await cellsOf(file);
    expect(book.sheets.map(({ facts }) => facts.name)).toEqual(read.sheets.map(({ name }) => name));
    expect(new Map(book.names.map(({ name, reference }) => [name, reference]))).toEqual(read.names);
    for (const { name, cells, merges } of read.sheets) {
      const sheet = book.sheet(name)!;
      const different = [...cells].filter(([key, { value, formula, legacyFont }]) => {
        const [row, column] = [rowOf(key), columnOf(key)];
        const mine = sheet.cell(row, column);
        const same = isCellError(value)
          ? isCellError(mine.value) && mine.value.error === value.error
          : mine.value === value;
        return (
          !same ||
          (mine.formula !== undefined) !== (formula === true) ||
          (legacyFont ?? false) === sheet.style(row, column).font
        );
      });
      expect([name, different]).toEqual([name, []]);
      expect(sheet.content.merges).toEqual(merges);
    }
  });

  test('derived indicators come out as LibreOffice computed them', async () => {
    for (const period of ['2024-H1', '2024-Q1'])
      for (const unit of ['DV01', 'DV07']) {
        const bytes = sample(period, unit);
        const host = startHost({ workbook: bytes, form: realPeriod(period) });
        expect(unchangedParts(bytes, await host.saveAs())).toEqual([]);
      }
  });
});

/** Parts that differ. */
function unchangedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (part) => !a[part] || !b[part] || !Buffer.from(a[part]).equals(b[part]),
  );
}

describe('a saved file', () => {
  test('differs in the changed sheets alone', async () => {
    const tied = await withAddIn(sample('2024-H1', 'DV01'), { form: 'khoa-giao' });
    const host = startHost({ workbook: tied, form: FORM });
    await host.fill('TM_T_1', 'Mới');
    expect(unchangedParts(tied, await host.saveAs())).toEqual([
      HostWorkbook.open(tied).sheet('ThuyetMinh')!.facts.part,
    ]);
    expect(host.pane.startup).toBe('load');
    expect(host.settings).toEqual({ form: '"khoa-giao"' });
  });

  test('keeps every cell but the changed ones', async () => {
    const before = await cellsOf(await report());
    const host = startHost({ workbook: await report(), form: FORM });
    const calculated = await cellsOf(await host.saveAs());
    await host.type('BiaBC', 'Z99', 'xa').catch(() => undefined);
    await host.type('ThuyetMinh', 'A1', 'khoa').catch(() => undefined);
    await host.fill('CT_K_01', 0);
    await host.fill('CT_A_15', '');
    const after = await cellsOf(await host.saveAs());
    const changes = calculated.sheets.flatMap((sheet, i) => {
      const now = after.sheets[i]!.cells;
      return [...new Set([...sheet.cells.keys(), ...now.keys()])]
        .filter((key) => JSON.stringify(sheet.cells.get(key)) !== JSON.stringify(now.get(key)))
        .map((key) => `${sheet.name} ${rowOf(key)}`);
    });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.startsWith('ChiTieu '))).toBe(true);
    expect(changes.length).toBeLessThan(8);
    expect(after.names).toEqual(before.names);
  });
});

describe('a patched sheet', () => {
  const sheet = (data: string): string => `<worksheet><dimension ref="A1"/>${data}<pageMargins/></worksheet>`;
  const cell = (value: string | number | boolean | null) => ({ value, style: 0 });
  const B2 = 2 * 16_384 + 1;

  test.each([
    ['no cells', '<sheetData/>', '<sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData>'],
    [
      'the row before and after',
      '<sheetData><row r="1"><c r="A1"/></row><row r="3"/></sheetData>',
      '<sheetData><row r="1"><c r="A1"/></row><row r="2"><c r="B2"><v>5</v></c></row><row r="3"/></sheetData>',
    ],
    [
      'an empty row',
      '<sheetData><row r="2" spans="1:1" ht="20"/></sheetData>',
      '<sheetData><row r="2" ht="20"><c r="B2"><v>5</v></c></row></sheetData>',
    ],
    [
      'neighbours',
      '<sheetData><row r="2"><c r="A2" s="1"/><c r="C2" t="s"><v>0</v></c></row></sheetData>',
      '<sheetData><row r="2"><c r="A2" s="1"/><c r="B2"><v>5</v></c><c r="C2" t="s"><v>0</v></c></row></sheetData>',
    ],
  ])('with %s', (_, before, after) => {
    expect(patchSheet(sheet(before), new Map([[B2, cell(5)]]))).toBe(sheet(after));
  });

  test.each([[' hai\ndòng '], ['<&>"'], ['_x0041_'], [true], [0.1], [null]])('keeps %j as it is', (value) => {
    const patched = patchSheet(sheet('<sheetData/>'), new Map([[B2, cell(value)]]));
    expect(parseSheetXml(patched, []).cells.get(B2)?.value).toBe(value);
  });

  test('a formula without a text of its own is not guessed', () => {
    const shared = sheet('<sheetData><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row></sheetData>');
    expect(() => parseSheetXml(shared, [])).toThrow('B2: a formula written elsewhere');
  });
});

test.each([
  ['12', 'General', 12],
  ['12', '@', '12'],
  ['1.234', '0', 1234],
  ['1.234', '@', '1.234'],
  ['1.234.567,5', '0', 1_234_567.5],
  ['1,5', '0', 1.5],
  ['1,234', '0', 1.234],
  ['-3,5', '0', -3.5],
  ['12,5%', '0%', 0.125],
  ['45%', '0%', 0.45],
  ['15/6/2024', 'dd/mm/yyyy', 45_458],
  ['2024-06-15', 'General', 45_458],
  ['31/2/2024', 'General', '31/2/2024'],
  ['6/15/2024', 'General', '6/15/2024'],
  ["'=1+1", 'General', '=1+1'],
  ['=1+1', '@', '=1+1'],
  ['true', 'General', true],
  ['#N/A', 'General', { error: '#N/A' }],
  ['45 người', '0', '45 người'],
  ['', '0', null],
])('typed in Vietnam, Excel takes %j in a cell of format %s for %j', (typed, format, value) => {
  expect(entered(typed, format, 'vi-VN')).toEqual({ value });
});

test.each([
  ['1.234', 1.234],
  ['1,234', 1234],
  ['1,234.5', 1234.5],
  ['-3.5', -3.5],
  ['6/15/2024', 45_458],
  ['15/6/2024', '15/6/2024'],
  ['2024-06-15', 45_458],
])('typed in the United States, or written by the add-in anywhere, %j is %j', async (typed, value) => {
  expect(entered(typed, 'General', 'en-US')).toEqual({ value });
  const { excel } = startHost({ workbook: await report(), form: FORM, language: 'vi-VN' });
  const sheet = excel.book.sheet('ChiTieu')!;
  excel.write(sheet, { top: 16, left: 4, bottom: 16, right: 4 }, [[typed]]);
  expect(sheet.cell(16, 4).value).toBe(value);
});

test('what a person types follows the language of Excel', async () => {
  for (const [language, value] of [
    ['vi-VN', 1234],
    ['en-US', 1.234],
  ] as const) {
    const host = startHost({ workbook: await report(), form: FORM, language });
    await host.type('ChiTieu', 'D16', '1.234');
    expect(host.value('ChiTieu!D16')).toBe(value);
  }
});

test.each([
  [1234.5, '#,##0.0', 'vi-VN', '1.234,5'],
  [1234.5, '#,##0.0', 'en-US', '1,234.5'],
  [0.256, '0.0%', 'vi-VN', '25,6%'],
  [50, '0\\%', 'vi-VN', '50%'],
  [45_458, 'dd/mm/yyyy', 'vi-VN', '15/06/2024'],
  [12, 'General', 'vi-VN', '12'],
  [null, '0', 'vi-VN', ''],
])('%j in format %s is shown in %s as %j', (value, format, locale, shown) => {
  expect(shownText(value, format, locale)).toBe(shown);
});

test('what we do not know of Excel is not made up', () => {
  expect(() => entered("'=1+1", '@', 'vi-VN')).toThrow('an apostrophe in front');
  expect(() => entered('=1+1', 'General', 'vi-VN')).toThrow('evaluation of =1+1');
  expect(() => entered('1.5', 'General', 'vi-VN')).toThrow('answer to 1.5 typed in vi-VN');
  expect(() => entered('1,5', 'General', 'en-US')).toThrow('answer to 1,5 typed in en-US');
});

test('a number format that is not known is not shown wrongly', () => {
  expect(() => shownText(1, '[Red]0;-0', 'vi-VN')).toThrow('text of number format');
});
