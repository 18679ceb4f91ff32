// Styled empty cells are skipped before the XML parser sees them. A comment at the top of a sheet switches that off, so the
// same random sheet is read both ways: the values must be the same, wherever the pieces of the stream are cut.

import fc from 'fast-check';
import { columnName } from '../../../templates/cell/cell';
import { EmptyRuns } from '../../../templates/sheet-xml/empty-runs';
import { rawWorkbook, read, valuesOf } from './raw-workbook';

interface RandomCell {
  readonly gap: number;
  readonly kind:
    | 'empty'
    | 'empty with type'
    | 'empty in full'
    | 'value'
    | 'text'
    | 'no address'
    | 'no address, empty'
    | 'formula';
}

const cell: fc.Arbitrary<RandomCell> = fc.record({
  gap: fc.integer({ min: 0, max: 2 }),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('empty' as const, 'empty with type' as const, 'empty in full' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'value' as const,
        'text' as const,
        'no address' as const,
        'no address, empty' as const,
        'formula' as const,
      ),
    },
  ),
});

const row = fc.record({
  gap: fc.integer({ min: 0, max: 3 }),
  numbered: fc.boolean(),
  hidden: fc.boolean(),
  cells: fc.oneof(
    { weight: 2, arbitrary: fc.array(cell, { maxLength: 8 }) },
    { weight: 3, arbitrary: fc.array(fc.constant<RandomCell>({ gap: 0, kind: 'empty' }), { maxLength: 8 }) },
  ),
});

function sheetXml(
  rows: readonly { gap: number; numbered: boolean; hidden: boolean; cells: readonly RandomCell[] }[],
): string {
  let at = 0;
  return rows
    .map(({ gap, numbered, hidden, cells }) => {
      at += numbered ? gap + 1 : 1;
      const number = numbered ? ` r="${at}" spans="1:8"` : '';
      return `<row${number}${hidden ? ' hidden="1"' : ''}>${cellsXml(cells, at)}</row>`;
    })
    .join('');
}

function cellsXml(cells: readonly RandomCell[], row: number): string {
  let column = 0;
  const one = ({ gap, kind }: RandomCell, i: number): string => {
    column += kind.startsWith('no address') ? 1 : gap + 1;
    const r = `r="${columnName(column)}${row}"`;
    switch (kind) {
      case 'empty':
        return `<c ${r} s="${i}"/>`;
      case 'empty with type':
        return `<c ${r} s="1" t="n"></c>`;
      case 'empty in full':
        return `<c ${r} s="1"><v></v></c>`;
      case 'value':
        return `<c ${r} s="1"><v>${row * 100 + column}</v></c>`;
      case 'text':
        return `<c ${r} t="str"><v>${row}-${column}</v></c>`;
      case 'formula':
        return `<c ${r}><f>A1</f></c>`;
      case 'no address':
        return `<c><v>${row * 100 + column}</v></c>`;
      case 'no address, empty':
        return '<c s="2"/>';
    }
  };
  return cells.map(one).join('');
}

test('random sheets read the same with and without skipping', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const xml = sheetXml(rows);
      const skipped = valuesOf(await read(rawWorkbook({ sheets: { A: xml } })));
      const whole = valuesOf(await read(rawWorkbook({ sheets: { A: xml }, before: '<!-- -->' })));
      expect(skipped).toEqual(whole);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test('a sheet of many pieces reads the same', async () => {
  const rows = fc.sample(row, { numRuns: 6_000, seed: 2 });
  const xml = sheetXml(rows);
  expect(xml.length).toBeGreaterThan(400_000);
  const skipped = valuesOf(await read(rawWorkbook({ sheets: { A: xml } })));
  expect(Object.keys(skipped).length).toBeGreaterThan(2_000);
  expect(skipped).toEqual(valuesOf(await read(rawWorkbook({ sheets: { A: xml }, before: '<!-- -->' }))));
});

test('skipping takes cells and rows, counts them, and stops at the first comment even when it is cut in two', () => {
  const runs = new EmptyRuns();
  const empty = '<c r="A1" s="1"/><c r="B1" s="2" t="n"></c>';
  expect(runs.collapse(`<row r="1">${empty}</row><row r="2">`)).toBe('<row r="2">');
  expect(runs.taken).toBe(2);
  expect(runs.collapse(`<row r="1">${empty}<c r="C1"><v>1</v></c>`)).toBe(
    '<row r="1"><c r="B1" s="2" t="n"></c><c r="C1"><v>1</v></c>',
  );
  expect(runs.taken).toBe(3);
  expect(runs.collapse(`<c r="A1" s="1"/><c r="B2" s="1"/>`)).toBe('<c r="A1" s="1"/><c r="B2" s="1"/>');
  runs.collapse('<v>a</v><');
  expect(runs.collapse(`![CDATA[${empty}`)).toBe(`![CDATA[${empty}`);
  expect(runs.collapse(empty)).toBe(empty);
});
