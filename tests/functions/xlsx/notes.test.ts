// The board's comments as Excel notes: on the right cells for openpyxl, in a file that Microsoft's validator, LibreOffice and
// our own reader take, also where rows by the thousand are streamed into it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { renderTemplate } from '../../../functions/forms/render-template';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { extract } from '../../../templates/extract/extract';
import { NOTE_OPENING, placeNotes } from '../../../templates/layout/place-notes';
import type { ReturnComment } from '../../../templates/receipt/receipt';
import { all, xmlTree } from '../../manifest/xml-tree';
import { cellsOf, filledPlan } from '../../setup/filled';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { realPeriod } from '../../setup/real-form';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';

const FORM = realPeriod('2024-H1');
const COMMENTS: ReturnComment[] = [
  { name: 'CT_A_01', text: 'Số hội nghị & số lượt <không> khớp' },
  { name: 'CT_A_01', text: 'Xem thêm PL1' },
  { name: 'TM_T_1', text: 'Viết rõ hơn.\n'.repeat(60).trim() },
  { name: 'BC_so_ky_hieu', text: 'Thiếu năm' },
  { name: 'PL1_so_hn', row: 2, text: 'Dòng hai' },
  { name: 'PL1_so_hn', text: 'Cả cột' },
  { name: 'PL3', text: 'Cả phụ lục' },
  { name: 'A', text: 'Cả mục A' },
  { name: '', text: 'Cả báo cáo' },
];
const lines = { PL1: [0, 4, 1] };

let folder: string;
let bytes: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notes-'));
  bytes = await renderPlan(placeNotes(filledPlan(), COMMENTS, lines));
  writeFileSync(join(folder, 'notes.xlsx'), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIST_NOTES = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, c.coordinate, c.value, c.comment.text] for s in book for r in s.iter_rows() for c in r if c.comment]))
`;
const notesIn = async (file: string) =>
  JSON.parse(await runPython(LIST_NOTES, file)) as [string, string, unknown, string][];

describeWith(python(), 'openpyxl', () => {
  test('finds each at its place', async () => {
    const notes = await notesIn(join(folder, 'notes.xlsx'));
    const { names } = await cellsOf(bytes);
    const at = (name: string) => names.get(name)!.replaceAll('$', '').split('!');
    const [, a01] = at('CT_A_01');
    const [, range] = at('PL1_so_hn');
    const [, column, first] = /^([A-Z]+)(\d+):/.exec(range!)!;
    const by = new Map(notes.map(([sheet, cell, , text]) => [`${sheet}!${cell}`, text]));
    expect(by.get(`ChiTieu!${a01}`)).toBe(`${NOTE_OPENING}Số hội nghị & số lượt <không> khớp\nXem thêm PL1`);
    // The report's second row stands in the template's fifth line.
    expect(by.get(`PL1!${column}${Number(first) + 4}`)).toBe(`${NOTE_OPENING}Dòng hai`);
    expect(by.get(`PL1!${column}${Number(first) - 2}`)).toBe(`${NOTE_OPENING}Cả cột`);
    expect(by.get('PL3!A1')).toBe(`${NOTE_OPENING}Cả phụ lục`);
    const valued = (value: string) => notes.find((note) => note[2] === value);
    expect(valued('A')).toEqual(['ChiTieu', expect.any(String), 'A', `${NOTE_OPENING}Cả mục A`]);
    expect(valued('BÁO CÁO')).toEqual(['BiaBC', expect.any(String), 'BÁO CÁO', `${NOTE_OPENING}Cả báo cáo`]);
    expect(notes).toHaveLength(COMMENTS.length - 1);
  });
});

describeWith(openXmlSdk(), 'Microsoft’s validator', () => {
  test('finds nothing wrong', async () => expect(await sdkFindings(bytes)).toEqual([]));
});

describeWith(soffice(), 'LibreOffice', () => {
  test('opens it and keeps the notes', async () => {
    const saved = await convertBySoffice(join(folder, 'notes.xlsx'), 'xlsx', join(folder, 'saved'));
    if (python().command) expect(await notesIn(saved)).toHaveLength(COMMENTS.length - 1);
  });
});

test('each sheet has ids of its own for its notes, from the block that it names', () => {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.vml'));
  const drawings = parts.map(([, part]) => {
    const tree = xmlTree(new TextDecoder().decode(part));
    const block = Number(all(tree, 'o:idmap')[0]!.attributes.data);
    const ids = all(tree, 'v:shape').map(({ attributes }) => attributes.id!);
    // The first id of a block is the drawing's.
    expect(ids).toEqual(ids.map((_, i) => `_x0000_s${block * 1024 + 1 + i}`));
    return { block, notes: ids.length };
  });
  expect(drawings).toHaveLength(5);
  expect(new Set(drawings.map(({ block }) => block)).size).toBe(5);
  expect(drawings.reduce((sum, { notes }) => sum + notes, 0)).toBe(COMMENTS.length - 1);
});

test('more notes than a sheet has ids for are a bug of ours, not a file to be repaired', async () => {
  const plan = filledPlan();
  const rows = Array.from({ length: 1024 }, () => ({
    cells: [{ column: 1, style: 'text', content: 'x', note: 'y' } as const],
  }));
  const full = { ...plan.sheets[0]!, rows, ranges: [], highlights: [] };
  await expect(renderPlan({ ...plan, sheets: [full] })).rejects.toThrow('1024 notes');
});

test('our reader reads the same report with notes as without', async () => {
  const [plain, noted] = [await cellsOf(await renderPlan(filledPlan())), await cellsOf(bytes)];
  expect([...extract(noted, FORM).values]).toEqual([...extract(plain, FORM).values]);
  expect(extract(noted, FORM).notices).toEqual(extract(plain, FORM).notices);
});

test('the same comments give the same bytes', async () => {
  const again = await renderPlan(placeNotes(filledPlan(), COMMENTS, lines));
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from(again))).toBe(0);
});

test('a template with no comments has no notes', async () => {
  const unit = FORM.definition.units[0]!;
  const blank = await renderTemplate({ form: FORM, unit });
  expect(Buffer.from(blank).includes('comments')).toBe(false);
});
