// Looks of a cell or a row that matter for reading it: percentages, hidden rows; by the plain reader and by saxes alike.

import { isPercentFormatCode } from '../../../templates/sheet-xml/percent-formats';
import { cellAt, rawWorkbook, read } from '../../functions/xlsx/raw-workbook';

test.each<[string, boolean]>([
  ['0%', true],
  ['0.0%', true],
  ['[Red]#,##0.00 %', true],
  ['0"%"', false],
  ['0\\%', false],
  ['0_%', false],
  ['General', false],
  ['dd/mm/yyyy', false],
])('%s', (code, percent) => expect(isPercentFormatCode(code)).toBe(percent));

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>' +
  '<cellXfs>' +
  [0, 9, 10, 164, 165, 14].map((id) => `<xf numFmtId="${id}"/>`).join('') +
  '</cellXfs>';

describe.each(['', '<!-- by saxes -->'])('%s', (comment) => {
  test('percent formats, of numbers only', async () => {
    const cells = [0, 1, 2, 3, 4, 5].map((s, i) => `<c r="${'ABCDEF'[i]}1" s="${s}"><v>0.5</v></c>`).join('');
    const text = '<c r="G1" s="1" t="str"><v>50%</v></c><c r="H1" s="1"><f>A1</f><v>0.5</v></c>';
    const book = await read(
      rawWorkbook({ styles: STYLES, sheets: { A: `${comment}<row r="1">${cells}${text}</row>` } }),
    );
    expect('ABCDEFGH'.split('').map((column) => cellAt(book, `${column}1`)?.percent)).toEqual([
      undefined,
      true,
      true,
      true,
      undefined,
      undefined,
      undefined,
      true,
    ]);
  });

  test('hidden rows with something in them', async () => {
    const row = (r: number, hidden: string, cell = `<c r="A${r}"><v>${r}</v></c>`) =>
      `<row r="${r}"${hidden && ` hidden="${hidden}"`}>${cell}</row>`;
    const book = await read(
      rawWorkbook({
        sheets: {
          A: `${comment}${row(1, '')}${row(2, '1')}${row(3, 'true')}${row(4, '0')}${row(5, '1', '<c r="A5" s="0"/>')}${row(6, '')}`,
          B: `${comment}${row(1, '')}`,
        },
      }),
    );
    expect([...book.sheets[0]!.hiddenRows!]).toEqual([2, 3]);
    expect(book.sheets[1]).not.toHaveProperty('hiddenRows');
  });
});
