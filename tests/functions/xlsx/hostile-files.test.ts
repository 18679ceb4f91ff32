// Files made to harm, or broken on the way: each must be refused with its own code, quickly, naming the place.

import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { MAIN, type RawWorkbook, REL, rawEntries, rawParts, rawWorkbook, refusalOf } from './raw-workbook';
import { type RawEntry, rawZip } from './raw-zip';

const SHEET = 'xl/worksheets/sheet1.xml';
const cells = (xml: string): RawWorkbook => ({ sheets: { 'Chỉ tiêu': `<row r="2">${xml}</row>` } });
const at = (cell: string) => ({ sheet: 'Chỉ tiêu', cell });
const change = (name: string, more: Partial<RawEntry>) =>
  rawEntries({}).map((entry) => (entry.name === name ? { ...entry, ...more } : entry));

/** Processor time: what else the machine does meanwhile does not count. */
async function timed(bytes: Uint8Array) {
  const begun = process.cpuUsage();
  const refusal = await refusalOf(bytes);
  const { user, system } = process.cpuUsage(begun);
  return { refusal, ms: (user + system) / 1000 };
}

describe('cells that cannot be believed', () => {
  test.each([
    ['1e999', 'BAD_NUMBER'],
    ['NaN', 'BAD_NUMBER'],
    ['Infinity', 'BAD_NUMBER'],
    ['0x1F', 'BAD_NUMBER'],
    ['1,5', 'BAD_NUMBER'],
    ['1.234,5', 'BAD_NUMBER'],
    ['１２', 'BAD_NUMBER'],
    ['−5', 'BAD_NUMBER'],
    ['1 000', 'BAD_NUMBER'],
    ['1e-999', 'BAD_NUMBER'],
    ['9'.repeat(5_000), 'BAD_NUMBER'],
  ])('number %p', async (text, code) => {
    expect(await refusalOf(rawWorkbook(cells(`<c r="B2"><v>${text}</v></c>`)))).toEqual({
      code,
      ...at('B2'),
      found: text.slice(0, 60),
    });
  });

  test.each([
    ['<c r="B2" t="z"><v>1</v></c>', 'CELL_TYPE', 'B2'],
    ['<c r="B2" t="b"><v>7</v></c>', 'BAD_BOOLEAN', 'B2'],
    ['<c r="B2" t="d"><v>2026-02-30</v></c>', 'BAD_DATE', 'B2'],
    ['<c r="B2" t="d"><v>31/01/2026</v></c>', 'BAD_DATE', 'B2'],
    ['<c r="B2" t="s"><v>1</v></c>', 'BAD_STRING_INDEX', 'B2'],
    ['<c r="B2" t="s"><v>-1</v></c>', 'BAD_STRING_INDEX', 'B2'],
    ['<c r="B2" t="s"><v>x</v></c>', 'BAD_STRING_INDEX', 'B2'],
    ['<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>', 'CELL_DUPLICATE', 'B2'],
    ['<c r="C2"><v>1</v></c><c r="B2"><v>1</v></c><c><v>2</v></c>', 'CELL_DUPLICATE', 'C2'],
    ['<c r="B3"><v>1</v></c>', 'CELL_ROW_MISMATCH', 'B3'],
    ['<c r="A0"><v>1</v></c>', 'BAD_CELL_ADDRESS', 'A0'],
    ['<c r="ZZZ2"><v>1</v></c>', 'BAD_CELL_ADDRESS', 'ZZZ2'],
    ['<c r="__proto__"><v>1</v></c>', 'BAD_CELL_ADDRESS', '__proto__'],
    ['<c r="XFD2"><v>1</v></c><c><v>1</v></c>', 'BAD_CELL_ADDRESS', 'XFE2'],
    [`<c r="B2" t="str"><v>${'x'.repeat(32_768)}</v></c>`, 'TEXT_TOO_LONG', 'B2'],
  ])('%#: %.40s', async (xml, code, cell) => {
    expect(await refusalOf(rawWorkbook({ ...cells(xml), strings: '<si><t>a</t></si>' }))).toMatchObject({
      code,
      ...at(cell),
    });
  });

  test('no shared strings at all names the cell that needs one', async () => {
    expect(await refusalOf(rawWorkbook(cells('<c r="D2" t="s"><v>0</v></c>')))).toMatchObject({
      code: 'BAD_STRING_INDEX',
      ...at('D2'),
    });
  });

  test.each(['0', '-1', '1048577', '100000000000', 'x'])('row %p', async (r) => {
    const refusal = await refusalOf(rawWorkbook({ sheets: { A: `<row r="${r}"><c><v>1</v></c></row>` } }));
    expect(refusal).toMatchObject({ code: 'BAD_ROW', sheet: 'A', found: r });
  });

  test.each([
    '<y:row xmlns:y="urn:x"><y:c><y:v>1</y:v></y:c></y:row>',
    '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
    '<row r="1"><c r="A1"><v>1<b/></v></c></row>',
    '<cell/>',
  ])('elements that could hide a figure: %s', async (xml) => {
    expect(await refusalOf(rawWorkbook({ sheets: { A: xml } }))).toMatchObject({
      code: 'XML_UNEXPECTED',
      sheet: 'A',
      part: SHEET,
    });
  });
});

describe('XML', () => {
  const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const EXTERNAL = '<!DOCTYPE a SYSTEM "file:///etc/passwd">';

  test.each([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    SHEET,
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ])('a document type in %s', async (part) => {
    const book = { strings: '', styles: '' };
    for (const doctype of [LAUGHS, EXTERNAL]) {
      const xml = doctype + String(rawParts(book).get(part)).replace(/^<\?xml.*\?>\n/, '');
      expect(await refusalOf(rawWorkbook({ ...book, parts: { [part]: xml } }))).toEqual({ code: 'XML_DOCTYPE', part });
    }
  });

  test.each([
    ['unclosed', `<worksheet xmlns="${MAIN}"><sheetData>`],
    ['mismatched', `<worksheet xmlns="${MAIN}"><sheetData></worksheet></sheetData>`],
    ['NUL', `<worksheet xmlns="${MAIN}">\0</worksheet>`],
    ['text outside the root', `<worksheet xmlns="${MAIN}"/>x`],
    ['two roots', `<worksheet xmlns="${MAIN}"/><worksheet/>`],
    ['undefined entity', `<worksheet xmlns="${MAIN}">&nbsp;</worksheet>`],
    ['reference to no character', `<worksheet xmlns="${MAIN}">&#0;</worksheet>`],
    ['bad UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])],
    ['cut inside a character', Buffer.concat([Buffer.from(`<worksheet xmlns="${MAIN}"/>`), Buffer.from([0xe1, 0xbb])])],
    ['odd UTF-16', Buffer.concat([Buffer.from(`\ufeff<worksheet xmlns="${MAIN}"/>`, 'utf16le'), Buffer.from([0x20])])],
    ['empty', ''],
  ])('%s', async (_, xml) => {
    expect(await refusalOf(rawWorkbook({ parts: { [SHEET]: xml } }))).toEqual({ code: 'XML_MALFORMED', part: SHEET });
  });

  test.each([
    ['nested 500,000 deep', '<a>'.repeat(500_000)],
    ['100,000 attributes', `<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['200 attributes', `<a ${Array.from({ length: 200 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['an attribute of 30 MB', `<a b="${'x'.repeat(30_000_000)}"/>`],
    ['a text of 60 MB', `<sheetData><row><c t="str"><v>${'x'.repeat(60_000_000)}</v></c></row></sheetData>`],
    [
      'three million references',
      `<sheetData><row><c t="str"><v>${'&#x41;'.repeat(3_000_000)}</v></c></row></sheetData>`,
    ],
    ['a comment without end', `<!--${'x'.repeat(5_000_000)}`],
    ['a document type without end', `<!DOCTYPE ${'x'.repeat(5_000_000)}`],
  ])('%s', async (_, xml) => {
    const { refusal, ms } = await timed(
      rawWorkbook({ parts: { [SHEET]: `<worksheet xmlns="${MAIN}">${xml}</worksheet>` } }),
    );
    expect(['XML_TOO_COMPLEX', 'XML_MALFORMED']).toContain(refusal?.code);
    expect(refusal?.part).toBe(SHEET);
    expect(ms).toBeLessThan(2_000);
  });

  test('text in thousands of pieces is stopped early', async () => {
    const pieces = `<t>${'x'.repeat(30_000)}</t>`.repeat(2_000);
    const { refusal, ms } = await timed(rawWorkbook(cells(`<c r="B2" t="inlineStr"><is>${pieces}</is></c>`)));
    expect(refusal).toEqual({ code: 'TEXT_TOO_LONG', ...at('B2') });
    expect(ms).toBeLessThan(500);
  });

  test('an encoding nobody reads', async () => {
    const xml = `<?xml version="1.0" encoding="EBCDIC-CP-US"?><worksheet xmlns="${MAIN}"/>`;
    expect(await refusalOf(rawWorkbook({ parts: { [SHEET]: xml } }))).toEqual({
      code: 'XML_ENCODING',
      part: SHEET,
      found: 'ebcdic-cp-us',
    });
  });

  test('another part in the place of a sheet', async () => {
    expect(await refusalOf(rawWorkbook({ parts: { [SHEET]: `<sst xmlns="${MAIN}"/>` } }))).toMatchObject({
      code: 'XML_UNEXPECTED',
      part: SHEET,
    });
  });
});

describe('zip', () => {
  const whole = rawWorkbook(cells('<c r="B2"><v>1</v></c>'));

  test.each([0.01, 0.5, 0.99])('cut at %p of its length', async (share) => {
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toEqual({ code: 'ZIP_CORRUPT' });
  });

  test('every flipped byte is refused or changes nothing', async () => {
    const right = JSON.stringify(await readWorkbook(whole), replacer);
    let refused = 0;
    for (let i = 0; i < whole.length; i++) {
      const flipped = Buffer.from(whole);
      flipped[i]! ^= 1 << (i % 8);
      const result = await readWorkbook(flipped);
      if (result.ok) expect(JSON.stringify(result, replacer)).toBe(right);
      else refused++;
    }
    expect(refused).toBeGreaterThan(whole.length / 2);
  });

  test('a part changed behind its CRC', async () => {
    expect(await refusalOf(rawZip(change(SHEET, { crc: 1 })))).toEqual({ code: 'ZIP_CORRUPT', part: SHEET });
  });

  test.each([
    ['smaller', 10],
    ['larger', 1_000],
  ])('a declared size %s than the content', async (_, size) => {
    expect(await refusalOf(rawZip(change(SHEET, { size })))).toEqual({ code: 'ZIP_CORRUPT', part: SHEET });
  });

  test('a bomb that lies about its size stops at the lie', async () => {
    const { refusal, ms } = await timed(rawZip(change(SHEET, { data: Buffer.alloc(140_000_000, 32), size: 100_000 })));
    expect(refusal).toEqual({ code: 'ZIP_CORRUPT', part: SHEET });
    expect(ms).toBeLessThan(1_000);
  });

  test.each([SHEET, 'xl/media/unused.bin'])('a bomb that owns up to its size, in %s', async (name) => {
    const entries = [
      ...rawEntries({}).filter((entry) => entry.name !== name),
      { name, data: 'x', size: 1_000_000_000 },
    ];
    expect(await refusalOf(rawZip(entries))).toEqual({ code: 'ZIP_TOO_BIG', part: name });
  });

  test('more in all than is taken', async () => {
    const many = [1, 2, 3].map((i) => ({ name: `xl/media/${i}`, data: 'x', size: 140_000_000 }));
    expect(await refusalOf(rawZip([...rawEntries({}), ...many]))).toMatchObject({ code: 'ZIP_TOO_BIG' });
  });

  test('60,000 entries', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => ({ name: `a${i}`, data: '', method: 0 }));
    const { refusal, ms } = await timed(rawZip(many));
    expect(refusal).toEqual({ code: 'ZIP_TOO_MANY_PARTS', found: '60000' });
    expect(ms).toBeLessThan(1_000);
  });

  test('a count of entries that lies', async () => {
    const bytes = rawZip(rawEntries({}));
    bytes.writeUInt16LE(3, bytes.length - 12);
    expect((await refusalOf(bytes))?.code).toBeDefined();
  });

  test('one stretch of data for many parts', async () => {
    const entries = rawEntries({});
    const shared = entries.map((entry, i) =>
      i === 0 ? entry : { ...entry, name: entry.name, offset: 0, localName: String(entry.name) },
    );
    expect(['ZIP_OVERLAP', 'ZIP_HEADER_MISMATCH']).toContain((await refusalOf(rawZip(shared)))?.code);
  });

  test('a part inside another part', async () => {
    const entries = rawEntries({});
    const [first, ...others] = entries as [RawEntry, ...RawEntry[]];
    const inner = rawZip([{ ...first, name: 'inner' }]);
    const outer = { name: 'outer', data: inner, method: 0 };
    const bytes = rawZip([outer, { name: 'inner', data: first.data, offset: 35 }, first, ...others]);
    expect(await refusalOf(bytes)).toEqual({ code: 'ZIP_OVERLAP' });
  });

  test.each([
    '../evil.xml',
    '/etc/passwd',
    'C:\\x',
    'a\0b',
    'xl/../../x',
    'x'.repeat(60_000),
    Buffer.from([0x61, 0xff, 0xfe]),
    '',
  ])('name %.30p', async (name) => {
    expect(await refusalOf(rawZip([...rawEntries({}), { name, data: 'x' }]))).toMatchObject({ code: 'ZIP_BAD_NAME' });
  });

  test.each([SHEET, 'XL/Worksheets/Sheet1.xml', 'xl\\worksheets\\sheet1.xml', 'xl/worksheets/%73heet1.xml'])(
    'a second part named %s',
    async (name) => {
      const entries = [...rawEntries({}), { name, data: `<worksheet xmlns="${MAIN}"/>` }];
      expect(await refusalOf(rawZip(entries))).toMatchObject({ code: 'ZIP_DUPLICATE' });
    },
  );

  test.each([
    ['another name', { localName: 'xl/worksheets/sheet9.xml' }],
    ['another method', { localMethod: 0 }],
  ])('a local header with %s', async (_, lie) => {
    expect(await refusalOf(rawZip(change(SHEET, lie)))).toEqual({ code: 'ZIP_HEADER_MISMATCH', part: SHEET });
  });

  test('an encrypted part, and one packed with LZMA', async () => {
    expect(await refusalOf(rawZip(change(SHEET, { flags: 1 })))).toEqual({ code: 'ZIP_ENCRYPTED', part: SHEET });
    expect(await refusalOf(rawZip(change(SHEET, { method: 14 })))).toEqual({
      code: 'ZIP_METHOD',
      part: SHEET,
      found: '14',
    });
  });

  test('data before, after, and two zips joined', async () => {
    const entries = rawEntries({});
    expect((await refusalOf(rawZip(entries, { before: Buffer.from('#!/bin/sh\n') })))?.code).toBe('NOT_XLSX');
    expect(await refusalOf(rawZip(entries, { after: Buffer.from('extra') }))).toEqual({ code: 'ZIP_JUNK' });
    expect(await refusalOf(Buffer.concat([rawZip(entries), rawZip(entries)]))).toEqual({ code: 'ZIP_JUNK' });
  });
});

describe('packages', () => {
  const type = (part: string, contentType: string) => `<Override PartName="/${part}" ContentType="${contentType}"/>`;
  const relation = (kind: string, target: string, more = '') =>
    `<Relationship Id="rX" Type="${REL}/${kind}" Target="${target}" ${more}/>`;

  test.each(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', SHEET])('%s missing', async (part) => {
    expect(await refusalOf(rawWorkbook({ parts: { [part]: null } }))).toMatchObject({ code: 'PART_MISSING', part });
  });

  test('relationships of the workbook missing', async () => {
    const refusal = await refusalOf(rawWorkbook({ parts: { 'xl/_rels/workbook.xml.rels': null } }));
    expect(refusal).toEqual({ code: 'PART_MISSING', sheet: 'A', part: 'xl/workbook.xml' });
  });

  test.each([
    ['../../../etc/passwd', ''],
    ['http://169.254.169.254/', 'TargetMode="External"'],
    ['file:///etc/passwd', ''],
    ['worksheets/sheet1.xml', 'TargetMode="External"'],
  ])('a sheet at %s', async (target, mode) => {
    const rels = String(rawParts({}).get('xl/_rels/workbook.xml.rels')).replace(
      'Target="worksheets/sheet1.xml"',
      `Target="${target}" ${mode}`,
    );
    expect(await refusalOf(rawWorkbook({ parts: { 'xl/_rels/workbook.xml.rels': rels } }))).toMatchObject({
      code: 'PART_OUTSIDE',
      found: target,
    });
  });

  test('VBA, declared or disguised, and XLM', async () => {
    const vba = 'application/vnd.ms-office.vbaProject';
    const part = { 'xl/styles.bin': 'x' };
    for (const book of [
      { parts: { 'xl/vbaProject.bin': 'x' } },
      { parts: part, types: type('xl/styles.bin', vba) },
      { parts: part, types: `<Default Extension="bin" ContentType="${vba}"/>` },
      {
        parts: part,
        relationships:
          '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="styles.bin"/>',
      },
      {
        parts: part,
        relationships:
          '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="styles.bin"/>',
      },
      { parts: { 'xl/macrosheets/sheet1.xml': 'x' } },
    ]) {
      expect(await refusalOf(rawWorkbook(book))).toMatchObject({ code: 'MACRO' });
    }
  });

  test('no sheet, chart only, the same name twice, the same part twice, no name', async () => {
    expect(await refusalOf(rawWorkbook({ sheets: {} }))).toEqual({ code: 'NO_SHEETS' });
    const chart = rawParts({}).get('xl/_rels/workbook.xml.rels')!.toString().replace('/worksheet"', '/chartsheet"');
    expect(await refusalOf(rawWorkbook({ parts: { 'xl/_rels/workbook.xml.rels': chart } }))).toEqual({
      code: 'NO_SHEETS',
    });
    expect(await refusalOf(rawWorkbook({ sheets: { 'Phụ lục': '', 'PHỤ LỤC': '' } }))).toMatchObject({
      code: 'SHEET_DUPLICATE',
      sheet: 'PHỤ LỤC',
    });
    const twice = rawParts({ sheets: { A: '', B: '' } })
      .get('xl/workbook.xml')!
      .toString()
      .replace('rId2', 'rId1');
    expect(
      await refusalOf(rawWorkbook({ sheets: { A: '', B: '' }, parts: { 'xl/workbook.xml': twice } })),
    ).toMatchObject({ code: 'SHEET_DUPLICATE', sheet: 'B' });
    expect(await refusalOf(rawWorkbook({ sheets: { '': '' } }))).toMatchObject({ code: 'SHEET_NAME' });
  });

  test('a name defined twice, and a relationship given twice', async () => {
    const names =
      '<definedNames><definedName name="CT">A!$A$1</definedName><definedName name="ct">A!$A$2</definedName></definedNames>';
    expect(await refusalOf(rawWorkbook({ afterSheets: names }))).toMatchObject({ code: 'NAME_DUPLICATE', found: 'ct' });
    const doubled = relation('theme', 'a') + relation('styles', 'b');
    expect(await refusalOf(rawWorkbook({ relationships: doubled }))).toMatchObject({ code: 'XML_UNEXPECTED' });
  });
});

describe('too much of everything', () => {
  const limits = {
    cells: 3,
    emptyCells: 3,
    sharedStrings: 2,
    sheets: 1,
    definedNames: 1,
    styles: 1,
    merges: 1,
    relationships: 2,
  };
  test.each<[string, string, RawWorkbook]>([
    ['cells', 'TOO_MANY_CELLS', { sheets: { A: `<row>${'<c><v>1</v></c>'.repeat(4)}</row>` } }],
    [
      'emptyCells',
      'TOO_MANY_CELLS',
      { sheets: { A: '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/></row>' } },
    ],
    ['sharedStrings', 'TOO_MANY_STRINGS', { strings: '<si/><si/><si/>' }],
    ['sheets', 'TOO_MANY_SHEETS', { sheets: { A: '', B: '' } }],
    [
      'definedNames',
      'TOO_MANY_NAMES',
      { afterSheets: '<definedNames><definedName name="a"/><definedName name="b"/></definedNames>' },
    ],
    ['styles', 'TOO_MANY_STYLES', { styles: '<cellXfs><xf/><xf/></cellXfs>' }],
    [
      'merges',
      'TOO_MANY_MERGES',
      { after: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>' },
    ],
    ['relationships', 'XML_TOO_COMPLEX', { styles: '', strings: '' }],
  ])('%s', async (limit, code, book) => {
    const only = { [limit]: limits[limit as keyof typeof limits] };
    expect(await readWorkbook(rawWorkbook(book), only)).toMatchObject({ ok: false, refusal: { code } });
    expect(await readWorkbook(rawWorkbook(book))).toMatchObject({ ok: true });
  });

  test('a file of too many bytes, and a reader that runs out of time', async () => {
    const bytes = rawWorkbook({});
    expect(await readWorkbook(bytes, { fileBytes: 100 })).toEqual({
      ok: false,
      refusal: { code: 'FILE_TOO_LARGE', found: String(bytes.length) },
    });
    expect(await readWorkbook(bytes, { outOfTime: () => true })).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_SLOW' },
    });
  });

  test('a million cells are refused within five seconds of work', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
    const { refusal, ms } = await timed(rawWorkbook({ sheets: { 'Dữ liệu': row.repeat(10_000) } }));
    expect(refusal).toEqual({ code: 'TOO_MANY_CELLS', sheet: 'Dữ liệu' });
    expect(ms).toBeLessThan(5_000);
  });
});

function replacer(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
