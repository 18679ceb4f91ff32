// `npm run consolidate` and `npm run template` as a person runs them: exit codes, one line a refused file, a master all the same.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { cellKey } from '../../../templates/cell/cell';
import { samplePath } from '../../setup/samples';

const CLI = resolve(__dirname, '../../../dist/cli.cjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', cwd: folder });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const consolidate = (...files: string[]) =>
  run('consolidate', '--form', 'khoa-giao', '--period', '2024-H1', '--out', 'master.xlsx', ...files);
const put = (unit: string, name = `${unit}.xlsx`, period = '2024-H1'): void =>
  cpSync(samplePath(period, unit), join(folder, name));

async function units(): Promise<unknown[]> {
  const read = await readWorkbook(readFileSync(join(folder, 'master.xlsx')));
  if (!read.ok) throw new Error(read.refusal.code);
  const sheet = read.workbook.sheets.find((s) => s.name === 'TheoDonVi')!;
  return Array.from({ length: 5 }, (_, i) => sheet.cells.get(cellKey(i + 2, 1))?.value).filter((v) => v !== undefined);
}

test('all merged: 0', async () => {
  put('DV01');
  put('DV02');
  const { code, out } = consolidate('DV01.xlsx', 'DV02.xlsx');
  expect(code).toBe(0);
  expect(out).toContain('Merged 2 of 12 units, 93 indicators, 2 files (0 refused) into master.xlsx');
  expect(await units()).toEqual(['DV01', 'DV02']);
});

test('some refused: 1, a line for each, and the master holds the others', async () => {
  mkdirSync(join(folder, 'in', 'deeper'), { recursive: true });
  put('DV01', 'in/DV01.xlsx');
  put('DV02', 'in/deeper/DV02.xlsx');
  put('DV03', 'in/quarter.xlsx', '2024-Q1');
  writeFileSync(join(folder, 'in', 'notes.csv'), 'Mã,Số\nA.01,3\n');
  writeFileSync(join(folder, 'in', '~$DV01.xlsx'), 'lock');
  const { code, out } = consolidate('in');
  expect(code).toBe(1);
  expect(out).toMatch(/in\/quarter\.xlsx: từ chối · refused: R018 .*Quý I\/2024/);
  expect(out).toMatch(/in\/notes\.csv: từ chối · refused: CSV_FILE/);
  expect(out).not.toContain('~$');
  expect(out).toContain('4 files (2 refused)');
  expect(await units()).toEqual(['DV01', 'DV02']);
});

test('of two files of one unit the newer counts', async () => {
  put('DV01', 'old.xlsx');
  put('DV01', 'new.xlsx');
  utimesSync(join(folder, 'old.xlsx'), 1_718_000_000, 1_718_000_000);
  utimesSync(join(folder, 'new.xlsx'), 1_718_600_000, 1_718_600_000);
  const { code, out } = consolidate('new.xlsx', 'old.xlsx');
  expect(code).toBe(0);
  expect(out).toContain('old.xlsx: thay bằng new.xlsx');
  expect(await units()).toEqual(['DV01']);
});

test('nothing merged: 2, and no master', () => {
  writeFileSync(join(folder, 'a.xlsx'), 'not a workbook');
  expect(consolidate('a.xlsx').code).toBe(2);
  expect(existsSync(join(folder, 'master.xlsx'))).toBe(false);
});

test.each<[string, string[], string]>([
  ['no files', ['consolidate', '--form', 'khoa-giao', '--period', '2024-H1', '--out', 'm.xlsx'], 'No files to merge'],
  [
    'a file that is not there',
    ['consolidate', '--form', 'khoa-giao', '--period', '2024-H1', '--out', 'm.xlsx', 'gone'],
    'There is no such file or folder: gone',
  ],
  [
    'another form',
    ['consolidate', '--form', 'thi-dua', '--period', '2024-H1', '--out', 'm.xlsx', '.'],
    'There is no form "thi-dua"',
  ],
  [
    'another period',
    ['template', '--form', 'khoa-giao', '--period', '2024-H2', '--out', 'x'],
    'has no period "2024-H2"',
  ],
  ['no --out', ['template', '--form', 'khoa-giao', '--period', '2024-H1'], '--out is missing'],
  [
    'an unknown unit',
    ['template', '--form', 'khoa-giao', '--period', '2024-H1', '--unit', 'DV99', '--out', 'x'],
    'There is no unit "DV99"',
  ],
  ['an unknown option', ['template', '--farm', 'khoa-giao'], 'farm'],
  ['no command', [], 'No such command'],
])('bad arguments, %s: 2 and what to write', (_, args, said) => {
  const { code, err } = run(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test('templates of all units of the board’s own list', () => {
  writeFileSync(
    join(folder, 'units.yaml'),
    'board: { code: BTG, name: Ban Tuyên giáo, parent: Đảng ủy Khối, place: Vạn Hoa }\nunits:\n  - { code: CQ01, kind: dangBoCoSo, name: Đảng bộ Sở Một }\n  - { code: CQ02, kind: chiBoCoSo, name: Chi bộ Hai }\n',
  );
  const { code, out } = run(
    'template',
    '--form',
    'khoa-giao',
    '--period',
    '2024-Q1',
    '--units',
    'units.yaml',
    '--out',
    'blank',
  );
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toEqual([
    join('blank', 'khoa-giao-2024-Q1-CQ01.xlsx'),
    join('blank', 'khoa-giao-2024-Q1-CQ02.xlsx'),
  ]);
});
