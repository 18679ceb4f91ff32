// The master writer: what is streamed comes out again in every program, every range has grown, and nothing of it waits in
// memory.

import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { extendDefinedNames } from '../../../functions/xlsx/extend-ranges';
import { openGraft, type StreamedCell } from '../../../functions/xlsx/graft-workbook';
import { READ_LIMITS } from '../../../functions/xlsx/read-limits';
import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { zipEntries } from '../../../functions/xlsx/zip-entries';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';
import { masterSkeleton, SHEETS } from './master-skeleton';
import { accepted, cellAt, read, valuesOf } from './raw-workbook';

const [GRID, ANNEX] = [SHEETS[0]!.name, SHEETS[1]!.name];
const INJECTIONS = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A1', '\t=1', '\r=1'];

let skeleton: Buffer;
let folder: string;
beforeAll(async () => {
  skeleton = await masterSkeleton();
  folder = mkdtempSync(join(tmpdir(), 'graft-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function master(rows: Readonly<Record<string, readonly (readonly StreamedCell[])[]>>): Promise<Buffer> {
  const graft = await openGraft(skeleton, SHEETS);
  const most = Math.max(0, ...Object.values(rows).map(({ length }) => length));
  for (let i = 0; i < most; i++)
    for (const [name, list] of Object.entries(rows)) if (i < list.length) await graft.row(name, list[i]!);
  return graft.finish();
}

/** 20 units in both sheets. */
function twenty(): Promise<Buffer> {
  const units = Array.from({ length: 20 }, (_, i) => i + 1);
  return master({
    [GRID]: units.map((n) => [
      `DV${n}`,
      `Đơn vị số ${n}`,
      n,
      { formula: `C${n + 2}*2`, result: n * 2 },
      { date: 46_000 + n },
      n % 2 === 0,
    ]),
    [ANNEX]: units.map((n) => ['PL', `Tên <${n}> & "khác"`, n / 4]),
  });
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const entries = await zipEntries(bytes, READ_LIMITS);
  return new Map(
    [...entries].map(([key, { method, packed }]) => [
      key,
      Buffer.from(method === 0 ? packed : inflateRawSync(packed)).toString(),
    ]),
  );
}

describe('round trip', () => {
  test('our reader gives back every value, and the skeleton around it', async () => {
    const book = await read(await twenty());
    expect(book.sheets.map(({ name }) => name)).toEqual(['Tổng quan', GRID, ANNEX]);
    expect(valuesOf(book, 1)).toMatchObject({
      A1: 'Tiêu đề',
      B2: 'Đơn vị',
      A3: 'DV1',
      B22: 'Đơn vị số 20',
      C22: 20,
      E22: 46_020,
      F22: true,
      F21: false,
    });
    expect(cellAt(book, `${GRID}!D22`)).toEqual({ value: 40, formula: true });
    expect(cellAt(book, `${GRID}!E22`)).toEqual({ value: 46_020, date: true });
    expect(cellAt(book, `${ANNEX}!B21`)).toEqual({ value: 'Tên <20> & "khác"' });
    expect(book.sheets[1]!.cells.size).toBe(1 + 6 + 20 * 6);
    expect(cellAt(book, 'Tổng quan!B2')).toEqual({ value: 'BẢNG TỔNG HỢP' });
  });

  test('exceljs gives back values, formats, heights and validations', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await twenty()) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet(GRID)!;
    expect(sheet.getCell('B22').value).toBe('Đơn vị số 20');
    expect(sheet.getCell('D22').value).toEqual({ formula: 'C22*2', result: 40 });
    expect(sheet.getCell('C22').numFmt).toBe('#,##0.##');
    expect(sheet.getRow(22).height).toBe(21);
    expect(sheet.getCell('C22').dataValidation?.type).toBe('decimal');
    expect((sheet.getCell('E22').value as Date).toISOString()).toContain('2025-12-29');
  });

  test('the same rows make the same bytes', async () => {
    expect((await twenty()).equals(await twenty())).toBe(true);
  });

  test('to a file and to a stream', async () => {
    const bytes = await master({});
    for (const target of [join(folder, 'a.xlsx'), createWriteStream(join(folder, 'b.xlsx'))]) {
      const graft = await openGraft(skeleton, SHEETS);
      await graft.finishTo(target);
      expect(readFileSync(typeof target === 'string' ? target : String(target.path)).equals(bytes)).toBe(true);
    }
  });
});

describe('ranges', () => {
  test('all that ended at the exemplar row ends at the last row', async () => {
    const parts = await partsOf(await twenty());
    const grid = parts.get('xl/worksheets/sheet2.xml')!;
    expect(grid).toContain('<dimension ref="A1:F22"/>');
    expect(grid).toContain('<autoFilter ref="A2:F22"/>');
    expect(grid).toMatch(/<conditionalFormatting sqref="C3:D22">/);
    expect(grid).toMatch(/<dataValidation [^>]*sqref="C3:C22"/);
    expect(grid).toContain('<row r="22" ht="21" customHeight="1"');
    const table = parts.get('xl/tables/table1.xml')!;
    expect(table).toMatch(/<table [^>]* ref="A1:C21"/);
    expect(table).toContain('<autoFilter ref="A1:C21">');
    const workbook = parts.get('xl/workbook.xml')!;
    expect(workbook).toMatch(/Print_Area"[^>]*>'Phụ lục'!\$A\$?1:\$C\$?21</);
    expect(workbook).toMatch(/Print_Titles"[^>]*>(?:'|&apos;)Phụ lục(?:'|&apos;)!\$1:\$1</);
    expect(workbook).toMatch(/name="PL_SoLieu"[^>]*>'Phụ lục'!\$C\$2:\$C\$21</);
    expect(workbook).toMatch(/name="TQ_Tong"[^>]*>'Tổng quan'!\$B\$3</);
  });

  test('names: quoted sheets, several areas, filters; formulas and other sheets are left alone', () => {
    const spans = new Map([[GRID, { from: 3, to: 22 }]]);
    const name = (text: string) =>
      extendDefinedNames(`<definedName name="n" localSheetId="1">${text}</definedName>`, spans).replace(/<[^>]*>/g, '');
    const quoted = "'Bảng ''A'' &amp; B'";
    expect(name(`${quoted}!$A$2:$F$3`)).toBe(`${quoted}!$A$2:$F$22`);
    expect(name(`${quoted}!$C$3,${quoted}!$A$1:$B$2,Khác!$A$3`)).toBe(
      `${quoted}!$C$3:$C$22,${quoted}!$A$1:$B$2,Khác!$A$3`,
    );
    expect(name(`OFFSET(${quoted}!$A$3,1,0)`)).toBe(`OFFSET(${quoted}!$A$3,1,0)`);
    expect(name(`${quoted}!$1:$3`)).toBe(`${quoted}!$1:$3`);
    expect(name('#REF!')).toBe('#REF!');
  });

  test('without rows one empty row stays, and every range is as it was', async () => {
    const parts = await partsOf(await master({}));
    expect(parts.get('xl/tables/table1.xml')).toMatch(/<table [^>]* ref="A1:C2"/);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A2:F3"/>');
    expect(valuesOf(await read(await master({})), 2)).toEqual({ A1: 'Mã', B1: 'Tên', C1: 'Số' });
  });

  test('one row, shorter than the columns; blanks keep their style', async () => {
    const parts = await partsOf(await master({ [GRID]: [['a', null, 1]] }));
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
      /<c r="A3" s="\d+" t="s"><v>\d+<\/v><\/c><c r="B3" s="\d+"\/><c r="C3" s="\d+"><v>1<\/v><\/c><\/row><\/sheetData>/,
    );
  });
});

describe('text', () => {
  test('text that begins like a formula stays text', async () => {
    const bytes = await master({ [ANNEX]: INJECTIONS.map((text) => [text]) });
    const sheet = (await partsOf(bytes)).get('xl/worksheets/sheet3.xml')!;
    expect(sheet).not.toContain('<f>');
    const book = await read(bytes);
    for (const [i, text] of INJECTIONS.entries()) expect(cellAt(book, `${ANNEX}!A${i + 2}`)).toEqual({ value: text });
  });

  test('markup, escapes, control characters, spaces and line breaks come back', async () => {
    const texts = [
      '<a>&amp;"\'',
      '_x000D_',
      '_x005F_x000A_',
      'a\u0000b\u0001\u001f\ufffe\uffff',
      ' hai đầu ',
      'dòng\nhai\r\nba\tbốn',
      '',
      '😀',
      '__proto__',
      ']]>',
    ];
    const long = texts.map((text) => text + 'x'.repeat(100));
    const book = await read(await master({ [ANNEX]: [...texts, ...long].map((text) => [text]) }));
    expect([...texts, ...long].map((_, i) => cellAt(book, `${ANNEX}!A${i + 2}`)?.value)).toEqual([...texts, ...long]);
  });

  test('half a surrogate pair becomes U+FFFD, and text too long is cut with an ellipsis', async () => {
    const book = await read(
      await master({
        [ANNEX]: [['a\ud83db', '\ude00'], ['x'.repeat(40_000), `${'x'.repeat(32_765)}😀😀`], ['x'.repeat(32_767)]],
      }),
    );
    const values = valuesOf(book, 2);
    expect([values.A2, values.B2]).toEqual(['a\ufffdb', '\ufffd']);
    expect(values.A3).toBe(`${'x'.repeat(32_766)}…`);
    expect(values.B3).toBe(`${'x'.repeat(32_765)}…`);
    expect(values.A4).toBe('x'.repeat(32_767));
  });

  test('formulas: number, text or no result; a leading = is not doubled', async () => {
    const rows = [
      [
        { formula: '=A1&"<"', result: 'Mã<' },
        { formula: 'SUM(C2:C3)', result: null },
        { formula: '1-1', result: 0 },
      ],
    ];
    const bytes = await master({ [ANNEX]: rows });
    expect((await partsOf(bytes)).get('xl/worksheets/sheet3.xml')).toContain('<f>A1&amp;"&lt;"</f><v>Mã&lt;</v>');
    const book = await read(bytes);
    expect(['A2', 'B2', 'C2'].map((place) => cellAt(book, `${ANNEX}!${place}`))).toEqual([
      { value: 'Mã<', formula: true },
      { value: null, formula: true },
      { value: 0, formula: true },
    ]);
  });
});

describe('memory and temporary files', () => {
  const spools = () => readdirSync(tmpdir()).filter((name) => /^graft-\w{6}$/.test(name));

  test('100,000 rows leave memory while they stream, and distinct texts beyond the bound go into their cells', async () => {
    const before = new Set(spools());
    const graft = await openGraft(skeleton, SHEETS, { level: 1 });
    const mine = spools().find((name) => !before.has(name))!;
    const spooled = () =>
      readdirSync(join(tmpdir(), mine)).reduce((sum, name) => sum + statSync(join(tmpdir(), mine, name)).size, 0);
    let last = 0;
    for (let i = 0; i < 100_000; i++) {
      await graft.row(ANNEX, [`mã ${i}`, `tên ${i}`, i]);
      if (i % 25_000 === 24_999) {
        // The file has grown since the last look, and what is still held is far less than what was given.
        expect(spooled()).toBeGreaterThan(last);
        last = spooled();
      }
    }
    const held = JSON.stringify(graft, (key, value) =>
      value instanceof Map && key === 'indexes'
        ? value.size
        : value instanceof Map
          ? [...value.values()]
          : ['entries', 'head', 'out', 'deflate', 'ready', 'written'].includes(key)
            ? 0
            : value,
    );
    expect(held.length).toBeLessThan(200_000);
    const bytes = await graft.finish();
    const result = await readWorkbook(bytes);
    const book = accepted(result);
    expect(cellAt(book, `${ANNEX}!C100001`)?.value).toBe(99_999);
    expect(cellAt(book, `${ANNEX}!B100001`)?.value).toBe('tên 99999');
    const strings = (await partsOf(bytes)).get('xl/sharedstrings.xml')!;
    expect(strings.match(/<si>/g)!.length).toBeLessThan(100_020);
    expect(existsSync(join(tmpdir(), mine))).toBe(false);
  });

  test('NaN and infinities are bugs of the caller: sheet and row are named, nothing is left behind', async () => {
    const before = spools().length;
    for (const cell of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      { date: Number.NaN },
      { formula: 'A1', result: Number.NaN },
    ]) {
      const graft = await openGraft(skeleton, SHEETS);
      await graft.row(GRID, ['a']);
      await expect(graft.row(GRID, ['b', cell])).rejects.toThrow(`Sheet "${GRID}", row 4`);
      await expect(graft.finish()).rejects.toThrow('finished');
    }
    expect(spools().length).toBe(before);
  });

  test('a target that cannot be written fails and leaves nothing behind', async () => {
    const before = spools().length;
    const graft = await openGraft(skeleton, SHEETS);
    await expect(graft.finishTo(join(folder, 'no', 'such', 'folder.xlsx'))).rejects.toThrow('ENOENT');
    expect(spools().length).toBe(before);
  });

  test('wrong sheets and rows are told at the door', async () => {
    await expect(openGraft(skeleton, [{ name: 'Không có', exemplarRow: 2 }])).rejects.toThrow('no sheet "Không có"');
    await expect(openGraft(skeleton, [{ name: GRID, exemplarRow: 2 }])).rejects.toThrow('row 2 is not the last row');
    const graft = await openGraft(skeleton, [SHEETS[0]!]);
    await expect(graft.row(ANNEX, [])).rejects.toThrow('is not streamed');
    await graft.discard();
  });
});

describeWith(python(), 'openpyxl', () => {
  test('reads the same values', async () => {
    const file = join(folder, 'python.xlsx');
    writeFileSync(file, await twenty());
    const program = `
import openpyxl, sys, json
b = openpyxl.load_workbook(sys.argv[1])
s, p = b.worksheets[1], b.worksheets[2]
print(json.dumps([s.max_row, s['B22'].value, s['C22'].value, s['D22'].value, s['E22'].value.isoformat(), s['F22'].value, s['C22'].number_format, p['B21'].value, p.tables['PhuLuc'].ref, [openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[1]['D22'].value]]))`;
    expect(JSON.parse(await runPython(program, file))).toEqual([
      22,
      'Đơn vị số 20',
      20,
      '=C22*2',
      '2025-12-29T00:00:00',
      true,
      '#,##0.##',
      'Tên <20> & "khác"',
      'A1:C21',
      [40],
    ]);
  });
});

describeWith(soffice(), 'LibreOffice', () => {
  test('opens it, computes it and keeps text as text', async () => {
    const file = join(folder, 'office.xlsx');
    writeFileSync(
      file,
      await master({
        [GRID]: [['DV1', 'Một', 5, { formula: 'C3*2', result: null }]],
        [ANNEX]: INJECTIONS.slice(0, 5).map((text, i) => [text, null, i]),
      }),
    );
    const book = await read(
      readFileSync(await convertBySoffice(file, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'out'))),
    );
    expect(cellAt(book, `${GRID}!D3`)).toEqual({ value: 10, formula: true });
    for (const [i, text] of INJECTIONS.slice(0, 5).entries())
      expect(cellAt(book, `${ANNEX}!A${i + 2}`)).toEqual({ value: text });
    expect(book.names.get('PL_SoLieu')).toBe("'Phụ lục'!$C$2:$C$6");
  });
});

describeWith(openXmlSdk(), 'Open XML SDK', () => {
  test.each(['with rows', 'without rows', 'with odd text'])('finds nothing, %s', async (kind) => {
    const odd = {
      [ANNEX]: [...INJECTIONS, 'a\u0000b\uffff', 'x'.repeat(40_000), ' <&> ', '\ud83d'].map((text) => [
        text,
        `${text}${'y'.repeat(80)}`,
      ]),
    };
    const bytes = kind === 'with rows' ? await twenty() : await master(kind === 'without rows' ? {} : odd);
    expect(await sdkFindings(bytes)).toEqual([]);
  });

  test('finds what is wrong: the validator itself is awake', async () => {
    const parts = await partsOf(await twenty());
    expect(parts.size).toBeGreaterThan(5);
    const { rawZip } = await import('./raw-zip');
    const names = [...(await zipEntries(await twenty(), READ_LIMITS)).values()].map(({ name }) => name);
    const broken = rawZip(
      names.map((name) => ({
        name,
        data: parts.get(name.toLowerCase())!.replace('<sheetData>', '<sheetDate/><sheetData>'),
      })),
    );
    expect((await sdkFindings(broken)).length).toBeGreaterThan(0);
  });
});
