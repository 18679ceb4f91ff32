// Characters that XML 1.0 forbids, and text that looks like an escape, in cells, stored results and notes: the file stays
// well-formed, and everybody reads the rest.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import type { SheetPlan, WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { unescapeText } from '../../../templates/sheet-xml/escaped-text';
import { all, xmlTree } from '../../manifest/xml-tree';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';
import { read, valuesOf } from './raw-workbook';

/** As it is given, and as it is read. */
const TEXTS: readonly (readonly [given: string, read: string])[] = [
  ['a\uffffb\ufffec', 'abc'],
  ['\u0000a\u0001b\u000bc\u001fd', 'abcd'],
  ['nửa \ud83d, nửa \ude00, cả 😀', 'nửa \ufffd, nửa \ufffd, cả 😀'],
  ['_x0041_', '_x0041_'],
  ['_x005F_x0041_', '_x005F_x0041_'],
  // What is left once something was left out.
  ['_x\uffff0042_', '_x0042_'],
  ['_x00\u007f43_', '_x0043_'],
  ['hai\ndòng', 'hai\ndòng'],
];

function planOf(texts: readonly string[]): WorkbookPlan {
  const sheet: SheetPlan = {
    name: 'A',
    visibility: 'visible',
    columns: [20, 20],
    rows: texts.map((text) => ({
      cells: [
        { column: 1, style: 'text', content: text, note: text },
        { column: 2, style: 'text', content: { formula: 'A1', result: text } },
        { column: 3, style: 'text', content: { formula: `"${text.replaceAll('"', '')}"`, result: 0 } },
      ],
    })),
    ranges: [],
    highlights: [],
    protected: false,
    print: { orientation: 'portrait' },
  };
  return { title: 'A', subject: 'A', sheets: [sheet] };
}

function notesOf(bytes: Uint8Array): string[] {
  const part = new TextDecoder().decode(unzipSync(bytes)['xl/comments1.xml']!);
  // The tree trims, and these texts have no blanks around.
  return all(xmlTree(part), 't').map(({ text }) => unescapeText(text));
}

let folder: string;
let file: string;
let bytes: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forbidden-'));
  file = join(folder, 'forbidden.xlsx');
  bytes = await renderPlan(planOf(TEXTS.map(([given]) => given)));
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('our reader reads what is left, in cells and stored results', async () => {
  const values = valuesOf(await read(bytes));
  expect(TEXTS.map((_, i) => [values[`A${i + 1}`], values[`B${i + 1}`]])).toEqual(
    TEXTS.map(([, left]) => [left, left]),
  );
});

test('so stand the notes', () => expect(notesOf(bytes)).toEqual(TEXTS.map(([, left]) => left)));

test('whatever a text holds, the file is well-formed', async () => {
  const unit = fc.constantFrom(
    'a',
    '_',
    'x',
    '0',
    '4',
    '\uffff',
    '\ufffe',
    '\u0007',
    '\u007f',
    '\ud800',
    '\udc00',
    '<',
    '"',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 12 }), async (units) => {
      const rendered = await renderPlan(planOf([units.join('')]));
      for (const [name, part] of Object.entries(unzipSync(rendered)))
        if (/\.(?:xml|rels|vml)$/.test(name)) expect(() => xmlTree(new TextDecoder().decode(part))).not.toThrow();
      await read(rendered);
    }),
    { numRuns: 60 },
  );
});

/** openpyxl takes no escape back but that of the underscore, and that in cells only. */
const LIST = `
import sys, json, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])['A']
print(json.dumps([[row[0].value, row[0].comment.text.replace('_x005F_', '_')] for row in sheet.iter_rows(max_col=1)]))
`;
const listed = async (path: string) => JSON.parse(await runPython(LIST, path)) as string[][];

describeWith(python(), 'openpyxl', () => {
  const plain = TEXTS.map(([, left]) => [left, left]).filter(([left]) => !left!.includes('_x005F_'));

  test('reads cells and notes', async () => {
    expect(await listed(file)).toEqual(expect.arrayContaining(plain));
  });

  describeWith(soffice(), 'LibreOffice', () => {
    test('opens it and keeps both', async () => {
      expect(await listed(await convertBySoffice(file, 'xlsx', join(folder, 'saved')))).toEqual(
        expect.arrayContaining(plain),
      );
    });
  });
});
