// Files that are odd and right: what good programs write, and what careless ones write, must be read with the right values.

import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { accepted, cellAt, MAIN, REL, rawEntries, rawParts, rawWorkbook, read, valuesOf } from './raw-workbook';
import { rawZip } from './raw-zip';

const one = (cells: string) => ({ sheets: { A: `<row r="1">${cells}</row>` } });

describe('values', () => {
  test('numbers, text, booleans, errors', async () => {
    const book = await read(
      rawWorkbook({
        ...one(
          '<c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1"><v>-1E-3</v></c><c r="F1"><v> 12\n</v></c>',
        ),
        strings: '<si><t>Hội nghị</t></si>',
      }),
    );
    expect(valuesOf(book)).toEqual({ A1: 1.5, B1: 'Hội nghị', C1: false, D1: { error: '#REF!' }, E1: -0.001, F1: 12 });
  });

  test('stored results of formulas: 0, FALSE, "", an error, none', async () => {
    const book = await read(
      rawWorkbook(
        one(
          '<c r="A1"><f>1-1</f><v>0</v></c><c r="B1" t="b"><f>1=2</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>SUM(A1)</f><v></v></c><c r="F1"><f>SUM(A1)</f><v/></c><c r="G1"><f>SUM(A1)</f></c>',
        ),
      ),
    );
    expect(valuesOf(book)).toEqual({
      A1: 0,
      B1: false,
      C1: '',
      D1: { error: '#DIV/0!' },
      E1: null,
      F1: null,
      G1: null,
    });
    for (const cell of book.sheets[0]!.cells.values()) expect(cell.formula).toBe(true);
  });

  test('children of a shared formula are formulas', async () => {
    const cells = '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c>';
    const book = await read(
      rawWorkbook({
        sheets: { A: `<row r="1">${cells}</row><row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c></row>` },
      }),
    );
    expect(cellAt(book, 'A2')).toEqual({ value: 6, formula: true });
  });

  test('rich text is joined, phonetic text left out, an empty item keeps its number', async () => {
    const strings =
      '<si/><si><r><rPr><b/></rPr><t>Đề </t></r><r><t xml:space="preserve"> án</t></r><rPh sb="0" eb="1"><t>X</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si><t>cuối</t></si>';
    const book = await read(
      rawWorkbook({ ...one([0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join('')), strings }),
    );
    expect(valuesOf(book)).toEqual({ A1: '', B1: 'Đề  án', C1: '', D1: 'cuối' });
  });

  test('inline text: plain, rich, empty, and in the wrong element', async () => {
    const book = await read(
      rawWorkbook(
        one(
          '<c r="A1" t="inlineStr"><is><t>một</t></is></c><c r="B1" t="inlineStr"><is><r><t>hai </t></r><r><t>ba</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="C1" t="inlineStr"><is/></c><c r="D1" t="inlineStr"><v>bốn</v></c>',
        ),
      ),
    );
    expect(valuesOf(book)).toEqual({ A1: 'một', B1: 'hai ba', C1: '', D1: 'bốn' });
  });

  test('_xHHHH_ escapes, references and CDATA', async () => {
    const book = await read(
      rawWorkbook(
        one(
          '<c t="str"><v>a_x000D_b</v></c><c t="str"><v>_x005F_x0041_</v></c><c t="str"><v>&#x1F600; &amp; &lt;&#272;</v></c><c t="str"><v><![CDATA[<c r="A1" s="1"/><c r="B1" s="2"/>]]></v></c><c t="str"><v>x<!-- note -->y</v></c>',
        ),
      ),
    );
    expect(Object.values(valuesOf(book))).toEqual([
      'a\rb',
      '_x0041_',
      '😀 & <Đ',
      '<c r="A1" s="1"/><c r="B1" s="2"/>',
      'xy',
    ]);
  });

  test('__proto__ and constructor are plain names', async () => {
    const book = await read(
      rawWorkbook({
        sheets: { __proto__x: '<row><c t="str"><v>__proto__</v></c></row>', constructor: '<row><c><v>2</v></c></row>' },
        afterSheets: '<definedNames><definedName name="__proto__">A!$A$1</definedName></definedNames>',
        parts: { __proto: '<a/>', 'xl/__proto__': 'x' },
      }),
    );
    expect(cellAt(book, 'constructor!A1')?.value).toBe(2);
    expect(book.names.get('__proto__')).toBe('A!$A$1');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[Red]General"/></numFmts>' +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 165, 166, 167].map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('')}</cellXfs>`;

  test('a number format with days or hours makes a date; money does not', async () => {
    const book = await read(
      rawWorkbook({ ...one([0, 1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>46000</v></c>`).join('')), styles }),
    );
    const dates = [...book.sheets[0]!.cells.values()].map(({ date }) => date === true);
    expect(dates).toEqual([false, true, true, false, true, false]);
  });

  test('ISO dates become serial numbers, in both date systems', async () => {
    const sheets = one(
      ['2026-01-31', '2026-01-31T12:00:00Z', '1900-01-01', '1900-02-28', '1900-03-01', '1904-01-01T06:00']
        .map((v) => `<c t="d"><v>${v}</v></c>`)
        .join(''),
    );
    expect(Object.values(valuesOf(await read(rawWorkbook(sheets))))).toEqual([46053, 46053.5, 1, 59, 61, 1462.25]);
    const in1904 = await read(
      rawWorkbook({ ...one('<c t="d"><v>2026-01-31</v></c>'), beforeSheets: '<workbookPr date1904="1"/>' }),
    );
    expect(in1904.date1904).toBe(true);
    expect(cellAt(in1904, 'A1')).toEqual({ value: 46053 - 1462, date: true });
  });

  test('old Vietnamese fonts are named, of the cell and of a run inside its text', async () => {
    const book = await read(
      rawWorkbook({
        ...one('<c s="0" t="s"><v>0</v></c><c s="1" t="s"><v>0</v></c><c s="0" t="s"><v>1</v></c>'),
        strings: '<si><t>Céng t¸c</t></si><si><r><rPr><rFont val="VNI-Times"/></rPr><t>x</t></r></si>',
        styles:
          '<fonts><font><name val="Times New Roman"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>',
      }),
    );
    expect([...book.sheets[0]!.cells.values()].map((cell) => cell.legacyFont)).toEqual([
      undefined,
      '.VnTime',
      'VNI-Times',
    ]);
  });
});

describe('places', () => {
  test('rows and cells without an address follow each other', async () => {
    const book = await read(
      rawWorkbook({
        sheets: {
          A: '<row><c><v>1</v></c><c s="3"/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
        },
      }),
    );
    expect(valuesOf(book)).toEqual({ A1: 1, C1: 3, C5: 4, D5: 5, A6: 6 });
  });

  test('rows out of order, and a cell at the last address of a sheet', async () => {
    const book = await read(
      rawWorkbook({
        before: '<dimension ref="A1:XFD1048576"/>',
        sheets: { A: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>' },
      }),
    );
    expect(valuesOf(book)).toEqual({ XFD1048576: 1, B2: 2 });
  });

  test('styled empty cells move nothing, whether they give an address or not', async () => {
    const empties = '<c r="B1" s="1"/><c r="C1" s="2"/><c r="D1" s="2"/>';
    const rows = [2, 3, 4]
      .map((r) => `<row r="${r}" spans="1:2"><c r="A${r}" s="1"/><c r="B${r}" s="1"/></row>`)
      .join('');
    const book = await read(
      rawWorkbook({
        sheets: {
          A: `<row r="1"><c r="A1" s="1"/>${empties}<c><v>5</v></c></row>${rows}<row><c r="A5"><v>1</v></c></row>`,
        },
      }),
    );
    expect(valuesOf(book)).toEqual({ E1: 5, A5: 1 });
  });

  test('whole-column validations, merges, names, formats and hyperlinks', async () => {
    const book = await read(
      rawWorkbook({
        before: '<cols><col min="1" max="16384" width="9"/></cols>',
        after:
          '<mergeCells><mergeCell ref="J1:XFD1048576"/><mergeCell ref="B2:D2"/></mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A1:A1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1:A1048576"/></hyperlinks>',
        afterSheets:
          '<definedNames><definedName name="Tất_cả">A!$A$1:$Z$1048576</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1</definedName><definedName name="riêng" localSheetId="0">A!$B$1</definedName></definedNames>',
      }),
    );
    expect(book.sheets[0]!.merges).toEqual(['J1:XFD1048576', 'B2:D2']);
    expect([...book.names]).toEqual([['Tất_cả', 'A!$A$1:$Z$1048576']]);
  });

  test('5,000 names', async () => {
    const names = Array.from(
      { length: 5_000 },
      (_, i) => `<definedName name="CT_${i}">A!$A$${i + 1}</definedName>`,
    ).join('');
    const book = await read(rawWorkbook({ afterSheets: `<definedNames>${names}</definedNames>` }));
    expect(book.names.size).toBe(5_000);
    expect(book.names.get('CT_4999')).toBe('A!$A$5000');
  });

  test('hidden sheets, rows and columns are read, and flagged', async () => {
    const parts = rawParts({
      sheets: { A: '<row r="1" hidden="1"><c><v>1</v></c></row>', B: '', C: '' },
      before: '<cols><col min="1" max="1" hidden="true"/></cols>',
    });
    const workbook = String(parts.get('xl/workbook.xml'))
      .replace('sheetId="2"', 'sheetId="2" state="hidden"')
      .replace('sheetId="3"', 'sheetId="3" state="veryHidden"');
    const result = await readWorkbook(
      rawWorkbook({ parts: Object.fromEntries([...parts, ['xl/workbook.xml', workbook]]) }),
    );
    const book = accepted(result);
    expect(book.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden', 'veryHidden']);
    expect(cellAt(book, 'A1')?.value).toBe(1);
    expect(result.ok && result.flags).toEqual(['HIDDEN_COLUMNS', 'HIDDEN_ROWS']);
  });
});

describe('packages', () => {
  const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;
  const plain = { sheets: { A: sheet }, strings: '<si><t>Đúng</t></si>' };
  const right = async (bytes: Buffer) => expect(valuesOf(await read(bytes))).toEqual({ A1: 'Đúng' });

  test('backslash names', () =>
    right(rawZip(rawEntries(plain).map((entry) => ({ ...entry, name: String(entry.name).replaceAll('/', '\\') })))));

  test('names in another case than the relationships', () =>
    right(
      rawZip(rawEntries(plain).map((entry) => ({ ...entry, name: String(entry.name).replace('sheet1', 'SHEET1') }))),
    ));

  test('absolute, dotted and percent-encoded targets, odd part names', () => {
    const parts = rawParts(plain);
    const rels = String(parts.get('xl/_rels/workbook.xml.rels'))
      .replace('worksheets/sheet1.xml', '/xl/Trang%20t%C3%ADnh/một.bin')
      .replace('sharedStrings.xml', './x/../../chung/s.xml');
    return right(
      rawWorkbook({
        ...plain,
        parts: {
          'xl/_rels/workbook.xml.rels': rels,
          'xl/Trang tính/một.bin': parts.get('xl/worksheets/sheet1.xml')!,
          'chung/s.xml': parts.get('xl/sharedStrings.xml')!,
          'xl/worksheets/sheet1.xml': null,
        },
      }),
    );
  });

  test('prefixed namespaces', () => {
    const prefixed = [...rawParts(plain)].map(([name, xml]): [string, string] => {
      if (!name.startsWith('xl/') || name.includes('_rels')) return [name, String(xml)];
      const tags = String(xml)
        .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
        .replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
      return [name, tags];
    });
    return right(rawWorkbook({ parts: Object.fromEntries(prefixed) }));
  });

  test('the default namespace declared again, and a second prefix for the same one', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><sheetData xmlns="${MAIN}"><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></x:worksheet>`;
    return right(rawWorkbook({ ...plain, parts: { 'xl/worksheets/sheet1.xml': xml } }));
  });

  test('Strict Office Open XML', () => {
    const strict = [...rawParts(plain)].map(([name, xml]): [string, string] => [
      name,
      String(xml)
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(REL, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
    ]);
    return right(rawWorkbook({ parts: Object.fromEntries(strict) }));
  });

  test.each([
    ['UTF-16 LE with mark', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['UTF-16 BE with mark', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    ['UTF-16 LE without mark', (xml: string) => Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')],
    ['UTF-8 with mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
  ])('%s', (_, encode) =>
    right(
      rawWorkbook({
        parts: Object.fromEntries([...rawParts(plain)].map(([name, xml]) => [name, encode(String(xml))])),
      }),
    ),
  );

  test('characters cut by every boundary of a piece', async () => {
    const text = '😀đ'.repeat(30_000);
    const cells = Array.from({ length: 12 }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    const strings = Array.from(
      { length: 12 },
      (_, i) => `<si><t>${'x'.repeat(i)}${text.slice(0, 9_000)}</t></si>`,
    ).join('');
    const stored = rawEntries({ ...one(cells), strings }).map((entry) => ({ ...entry, method: 0 }));
    for (const bytes of [rawZip(stored), rawWorkbook({ ...one(cells), strings })]) {
      expect(Object.values(valuesOf(await read(bytes)))).toEqual(
        Array.from({ length: 12 }, (_, i) => 'x'.repeat(i) + text.slice(0, 9_000)),
      );
    }
  });

  test('stored parts, directory entries, a comment, sizes that follow the data', () => {
    const stored = rawEntries(plain).map((entry) => ({ ...entry, method: 0 }));
    return right(rawZip([{ name: 'xl/', data: '', method: 0 }, ...stored], { comment: 'lưu bởi ai đó' }));
  });

  test('no styles, document properties, theme or calculation chain; targets to them that are missing', () =>
    right(
      rawWorkbook({
        ...plain,
        relationships: `<Relationship Id="t" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="u" Type="${REL}/theme" Target="theme/theme1.xml"/>`,
      }),
    ));

  test('a chart sheet beside a sheet is left out and flagged', async () => {
    const parts = rawParts(plain);
    const workbook = String(parts.get('xl/workbook.xml')).replace(
      '</sheets>',
      '<sheet name="Biểu đồ" sheetId="9" r:id="c"/></sheets>',
    );
    const result = await readWorkbook(
      rawWorkbook({
        ...plain,
        relationships: `<Relationship Id="c" Type="${REL}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
        parts: { 'xl/workbook.xml': workbook, 'xl/chartsheets/sheet1.xml': '<chartsheet/>' },
      }),
    );
    expect(accepted(result).sheets).toHaveLength(1);
    expect(result.ok && result.flags).toEqual(['CHART_SHEET']);
  });

  test('external links, embedded objects and connections are flagged, never opened', async () => {
    const parts = {
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE a>',
      'xl/embeddings/oleObject1.bin': 'PK\x03\x04',
      'xl/connections.xml': 'x',
    };
    const result = await readWorkbook(
      rawWorkbook({
        ...plain,
        parts,
        relationships: `<Relationship Id="h" Type="${REL}/hyperlink" Target="http://example.invalid/" TargetMode="External"/>`,
      }),
    );
    expect(valuesOf(accepted(result))).toEqual({ A1: 'Đúng' });
    expect(result.ok && result.flags).toEqual(['CONNECTIONS', 'EXTERNAL_LINK', 'OLE_EMBED']);
  });

  test('a million styled empty cells, and 20,000 empty rows, within five seconds of work', async () => {
    const row = (r: number) =>
      `<row r="${r}">${Array.from({ length: 50 }, (_, c) => `<c r="${String.fromCharCode(65 + (c % 26))}${r}" s="1"></c>`).join('')}</row>`;
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i + 1)).join('');
    const bytes = rawWorkbook({ sheets: { A: `${rows}<row r="20001"><c r="A20001"><v>7</v></c></row>` } });
    const begun = process.cpuUsage();
    expect(valuesOf(await read(bytes))).toEqual({ A20001: 7 });
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});
