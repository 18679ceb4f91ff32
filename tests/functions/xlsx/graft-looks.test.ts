// Streamed rows of several looks in one sheet: every exemplar row goes, and what ended at one of them ends at the last row.

import { openGraft } from '../../../functions/xlsx/graft-workbook';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import type { SheetPlan } from '../../../templates/layout/sheet-plan';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { describeWith } from '../../setup/tools';
import { read, valuesOf } from './raw-workbook';

const SHEET = { name: 'Tổng', exemplarRow: 2, exemplars: { percent: 3, section: 4 } };

function skeleton(): Promise<Uint8Array> {
  const row = (styles: readonly SheetPlan['rows'][number]['cells'][number]['style'][]) => ({
    cells: styles.map((style, i) => ({ column: i + 1, content: null, style })),
  });
  const sheet: SheetPlan = {
    name: SHEET.name,
    visibility: 'visible',
    columns: [10, 10],
    rows: [
      { cells: ['Mã', 'Số'].map((content, i) => ({ column: i + 1, content, style: 'head' })) },
      row(['code', 'totalNumber']),
      row(['code', 'totalPercent']),
      row(['section', 'section']),
    ],
    print: { orientation: 'portrait' },
    ranges: [{ name: 'CacTong', column: 2, firstRow: 2, lastRow: 4 }],
    highlights: [{ range: 'A2:B4', formula: '$B2=0', style: 'warning' }],
    protected: false,
  };
  return renderPlan({ title: 'Tổng', subject: 'Tổng', sheets: [sheet] });
}

async function written(rows: number): Promise<Buffer> {
  const graft = await openGraft(await skeleton(), [SHEET]);
  for (let i = 0; i < rows; i++)
    await graft.row(SHEET.name, [`dòng ${i}`, i], [{ look: 'section', height: 33 }, { look: 'percent' }, {}][i % 3]);
  return graft.finish();
}

test('fewer rows than exemplars, and more', async () => {
  for (const rows of [1, 2, 3, 9]) {
    const book = await read(await written(rows));
    const cells = valuesOf(book, 0);
    expect(Object.keys(cells)).toHaveLength(2 + 2 * rows);
    expect(cells[`A${rows + 1}`]).toBe(`dòng ${rows - 1}`);
    expect(book.names.get('CacTong')).toBe(rows === 1 ? "'Tổng'!$B$2:$B$2" : `'Tổng'!$B$2:$B$${rows + 1}`);
  }
});

test('a look that the sheet lacks is a bug of the caller', async () => {
  const graft = await openGraft(await skeleton(), [SHEET]);
  await expect(graft.row(SHEET.name, ['x'], { look: 'money' })).rejects.toThrow('no exemplar "money"');
  await expect(openGraft(await skeleton(), [{ ...SHEET, exemplars: { percent: 3 } }])).rejects.toThrow(
    'not the last row',
  );
});

describeWith(openXmlSdk(), 'Open XML SDK', () => {
  test('finds nothing', async () => expect(await sdkFindings(await written(9))).toEqual([]));
});
