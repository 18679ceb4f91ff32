// CanhBao below the units' own warnings: what shows only when units are compared, and explanations beside what they explain.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMaster } from '../../../functions/consolidate/build-master';
import { writeAcrossUnits } from '../../../functions/consolidate/write-across-units';
import type { Submission } from '../../../templates/submission/submission';
import { AcrossUnits } from '../../../templates/validate/check-across-units';
import type { Violation } from '../../../templates/violation/violation';
import { realPeriod } from '../../setup/real-form';
import { PAIRS, SECTIONS, withRules } from '../../templates/validate/across-units-rules';
import { read, valuesOf } from '../xlsx/raw-workbook';
import { inventSubmissions, masterInput } from './invented-submissions';

const folder = mkdtempSync(join(tmpdir(), 'across-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const H1 = realPeriod('2024-H1');

/** The rows of CanhBao, heads left out. */
async function warningsOf(rules: Parameters<typeof withRules>[1][], change: (s: Submission, i: number) => Submission) {
  const invented = inventSubmissions(withRules(H1, ...rules), 6);
  const submissions = [...invented.submissions()].map(change);
  const file = join(folder, 'master.xlsx');
  const summary = await buildMaster({ ...masterInput(invented), submissions }, file);
  const book = await read(readFileSync(file));
  const cells = valuesOf(
    book,
    book.sheets.findIndex(({ name }) => name === 'CanhBao'),
  );
  const rows: unknown[][] = [];
  for (let row = 2; cells[`A${row}`] !== undefined; row++)
    rows.push([...'ABCDEFGHI'].map((column) => cells[`${column}${row}`]));
  return { rows, summary };
}

test('the units’ own first, then what shows across units, in the order of the units', async () => {
  const { rows } = await warningsOf([SECTIONS, PAIRS], (s, i) => ({
    ...s,
    values: i < 2 ? { 'E.01': 0 } : s.values,
    warnings: i === 3 ? s.warnings : [],
  }));
  const own = rows.findIndex((row) => row[2] === 'R903');
  expect(
    rows.slice(own).map(([unit, name, rule, level, sheet, cell, at, words, why]) => ({
      unit,
      name,
      rule,
      level,
      sheet,
      cell,
      at,
      words,
      why,
    })),
  ).toEqual(
    ['DV01', 'DV02'].map((unit) => ({
      unit,
      name: expect.stringMatching(/^(?:Đảng|Chi) bộ /),
      rule: 'R903',
      level: 'Cảnh báo',
      words: 'Mục E: cả 1 số đều bằng 0.',
    })),
  );
});

test('two with one report', async () => {
  const { rows, summary } = await warningsOf([PAIRS], (s, i) => ({
    ...s,
    warnings: [],
    values: i === 4 ? { 'E.01': 1, ...firstValues! } : remember(s.values),
  }));
  expect(rows.map(([unit, , rule]) => [unit, rule])).toEqual([['DV05', 'R901']]);
  expect(rows[0]![7]).toMatch(/^Giống DV01 \(.+\): \d+ trên \d+ ô\.$/);
  expect(summary.warnings).toEqual([]);
});
let firstValues: Submission['values'] | undefined;
function remember(values: Submission['values']): Submission['values'] {
  firstValues ??= values;
  return values;
}

test('explanations of indicators, annexes, narratives and the header', async () => {
  const warning = (name: string): Violation => ({
    rule: 'R007',
    severity: 'warning',
    sheet: 'ChiTieu',
    cell: 'D5',
    name,
    message: { vi: name, en: name },
  });
  const names = ['CT_A_01', 'PL2_so_hd', 'TM_T_1', 'BC_so_ky_hieu', 'GT_A_01', 'KPS_A', ''];
  const { rows } = await warningsOf([], (s, i) => ({
    ...s,
    warnings: i === 0 ? names.map(warning) : [],
    explanations: { 'A.01': 'a', PL2: 'b', 'T.1': 'c', BC: 'd' },
  }));
  expect(rows.map((row) => row[8])).toEqual(['a', 'b', 'c', 'd', 'a', undefined, undefined]);
});

test('more than a sheet should hold: the rest is said, not written', async () => {
  const across = new AcrossUnits(withRules(H1, SECTIONS));
  const [submission] = inventSubmissions(H1, 1).submissions();
  for (let i = 0; i < 5; i++) across.add({ ...submission!, values: { 'E.01': 0 } }, undefined);
  for (const [most, written, said] of [
    [5, 5, 0],
    [4, 4, 1],
    [9, 5, 0],
  ] as const) {
    let rows = 0;
    const notes = await writeAcrossUnits(across, new Map(), async () => void rows++, most);
    expect([rows, notes.length]).toEqual([written, said]);
  }
});
