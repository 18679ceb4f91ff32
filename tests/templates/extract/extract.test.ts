// Values are found by name, then by code, never by position: whatever a person or a program does to the sheet around them.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import type { WorkbookCells } from '../../../templates/cell/cell';
import { extract } from '../../../templates/extract/extract';
import type { Extracted } from '../../../templates/extract/extracted';
import { validate } from '../../../templates/validate/validate';
import { cellsOf, filledCells, filledPlan } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';

const form = realPeriod('2024-H1');
const EXPLAINED = {
  values: { GT_PL1: 'Hai văn bản chờ hướng dẫn của cấp trên', GT_A_01: 'Tăng do quán triệt văn bản mới' },
};
let original: Extracted;
let folder: string;
beforeAll(async () => {
  original = extract(await filledCells('2024-H1', 0, EXPLAINED), form);
  folder = mkdtempSync(join(tmpdir(), 'extract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every typed value and every annex row, without where they stand. */
function content(extracted: Extracted): unknown {
  const derived = new Set(
    form.indicators.filter((i) => i.formula ?? i.ratio).map((i) => `CT_${i.code.replace('.', '_')}`),
  );
  return {
    values: Object.fromEntries(
      [...extracted.values]
        .filter(([name, v]) => v.value !== null && !derived.has(name) && !name.startsWith('BC_'))
        .map(([name, v]) => [name, v.value]),
    ),
    rows: Object.fromEntries(
      [...extracted.annexes].map(([code, rows]) => [
        code,
        rows
          .map((r) => Object.fromEntries(Object.entries(r.cells).map(([k, v]) => [k, v.value])))
          .filter((r) => Object.values(r).some((v) => v !== null)),
      ]),
    ),
  };
}

const without = (book: WorkbookCells, keep: (name: string) => boolean): WorkbookCells => ({
  ...book,
  names: new Map([...book.names].filter(([name]) => keep(name))),
});

test('the report as it is', () => {
  expect(original.lost).toEqual([]);
  expect(original.identity).toEqual({
    form: 'khoa-giao',
    version: '2024.1',
    unit: 'DV01',
    period: '2024-H1',
    structure: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(original.values.get('CT_K_02')).toMatchObject({
    sheet: 'ChiTieu',
    cell: expect.stringMatching(/^D\d+$/),
    value: expect.any(Number),
  });
  expect(validate(original, form).violations).toEqual([]);
});

test('every name deleted: found by codes and keys', async () => {
  const stripped = extract(
    without(await filledCells('2024-H1', 0, EXPLAINED), () => false),
    form,
  );
  expect(stripped.lost).toEqual([]);
  expect(content(stripped)).toEqual(content(original));
});

test('names that point nowhere (#REF!): found by codes', async () => {
  const book = await filledCells('2024-H1', 0, EXPLAINED);
  const broken: WorkbookCells = {
    ...book,
    names: new Map([...book.names].map(([name, ref]) => [name, name.startsWith('CT_') ? '#REF!' : ref])),
  };
  expect(content(extract(broken, form))).toEqual(content(original));
});

test('the sheet renamed and its names gone: found by its heads', async () => {
  const book = without(await filledCells('2024-H1', 0, EXPLAINED), (name) => !/^(CT|GT|KPS)_[A-Z]/.test(name));
  const renamed = {
    ...book,
    sheets: book.sheets.map((s) => (s.name === 'ChiTieu' ? { ...s, name: 'Chi tieu (2)' } : s)),
  };
  expect(content(extract(renamed, form))).toEqual(content(original));
});

test('a line that is gone, name and all: refused with its name, not read as blank', async () => {
  const book = without(await filledCells('2024-H1', 0, EXPLAINED), (name) => name !== 'CT_A_15');
  const sheets = book.sheets.map((s) =>
    s.name !== 'ChiTieu' ? s : { ...s, cells: new Map([...s.cells].filter(([, c]) => c.value !== 'A.15')) },
  );
  const extracted = extract({ ...book, sheets }, form);
  expect(extracted.lost.map((l) => l.name)).toEqual(['CT_A_15']);
  expect(validate(extracted, form).violations).toEqual(
    expect.arrayContaining([expect.objectContaining({ rule: 'R016', name: 'CT_A_15', sheet: 'ChiTieu' })]),
  );
});

describeWith(python(), 'saved by openpyxl', () => {
  test('the same values, from inline results it does not store', async () => {
    const [before, after] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    writeFileSync(before, await renderPlan(filledPlan('2024-H1', 0, EXPLAINED)));
    await runPython('import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])', before, after);
    const extracted = extract(await cellsOf(readFileSync(after)), form);
    expect(content(extracted)).toEqual(content(original));
    expect(validate(extracted, form).violations).toEqual([]);
  });
});

describeWith(soffice(), 'saved by LibreOffice', () => {
  test('the same values, and its results are ours', async () => {
    const before = join(folder, 'c.xlsx');
    writeFileSync(before, await renderPlan(filledPlan('2024-H1', 0, EXPLAINED)));
    const saved = await convertBySoffice(before, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'));
    const extracted = extract(await cellsOf(readFileSync(saved)), form);
    expect(content(extracted)).toEqual(content(original));
    // R017 compares every derived indicator that LibreOffice calculated with ours.
    expect(validate(extracted, form).violations).toEqual([]);
    const ratio = extracted.values.get('CT_A_06')!.value;
    expect(typeof ratio === 'number' && ratio > 0 && ratio <= 1).toBe(true);
  });
});
