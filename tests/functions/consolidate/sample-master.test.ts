// The master of the sample reports, made by the command people run, judged by others: openpyxl computes every total from
// the twelve workbooks themselves, LibreOffice calculates the master again.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { addressOf } from '../../../templates/cell/cell';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { sampleFolder, samplePath, sampleUnits } from '../../setup/samples';
import { describeWith, python, runNode, runProgram, soffice } from '../../setup/tools';
import { recalculate } from './recalculate';

const CLI = resolve(__dirname, '../../../dist/cli.cjs');
const ORACLE = resolve(__dirname, '../../oracles/totals.py');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sample-master-'));
  for (const period of ['2024-H1', '2024-Q1']) {
    await runNode(
      CLI,
      'consolidate',
      '--form',
      'khoa-giao',
      '--period',
      period,
      '--out',
      join(folder, `${period}.xlsx`),
      sampleFolder(period),
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(python(), 'openpyxl', () => {
  test.each([
    ['2024-H1', 91],
    ['2024-Q1', 36],
  ])('computes the same totals from the workbooks of %s', async (period, count) => {
    const files = sampleUnits(period).map((unit) => samplePath(period, unit));
    expect(files).toHaveLength(12);
    const said = await runProgram(python().command!, [ORACLE, join(folder, `${period}.xlsx`), ...files]);
    expect(JSON.parse(said)).toEqual({ compared: count, differences: [] });
  });
});

describeWith(soffice(), 'LibreOffice', () => {
  test('calculating the master again changes no cell', async () => {
    const before = await cells(join(folder, '2024-H1.xlsx'));
    const after = await cells(await recalculate(join(folder, '2024-H1.xlsx'), join(folder, 'again')));
    expect(before.size).toBeGreaterThan(5000);
    const changed = [...before]
      .filter(([place, value]) => !same(value, after.get(place)))
      .map(([place, value]) => [place, value, after.get(place)]);
    expect(changed).toEqual([]);
  });
});

describeWith(openXmlSdk(), 'Microsoft’s validator', () => {
  test('finds no error in the master, nor in a template', async () => {
    expect(await sdkFindings(readFileSync(join(folder, '2024-H1.xlsx')))).toEqual([]);
    await runNode(
      CLI,
      'template',
      '--form',
      'khoa-giao',
      '--period',
      '2024-H1',
      '--unit',
      'DV09',
      '--out',
      join(folder, 'DV09.xlsx'),
    );
    expect(await sdkFindings(readFileSync(join(folder, 'DV09.xlsx')))).toEqual([]);
  });
});

async function cells(file: string): Promise<Map<string, unknown>> {
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.refusal.code);
  // An empty text and no text are the same to a reader.
  return new Map(
    read.workbook.sheets.flatMap((s) =>
      [...s.cells].flatMap(([key, cell]) =>
        cell.value === null || cell.value === '' ? [] : [[`${s.name}!${addressOf(key)}`, cell.value] as const],
      ),
    ),
  );
}

function same(a: unknown, b: unknown): boolean {
  return (
    a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a)))
  );
}
