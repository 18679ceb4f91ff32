// KiemTra with no add-in and no network: LibreOffice calculates it, and it shows the rules and places that the server's
// checks find. And a blank template's stored results are what LibreOffice calculates.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { addressOf, cellKey, columnOf, rowOf, type WorkbookCells } from '../../../templates/cell/cell';
import { extract } from '../../../templates/extract/extract';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { validate } from '../../../templates/validate/validate';
import { recalculate } from '../../functions/consolidate/recalculate';
import { cellsOf, filledPlan } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { describeWith, soffice } from '../../setup/tools';

const folder = mkdtempSync(join(tmpdir(), 'kiem-tra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function calculated(name: string, plan: WorkbookPlan): Promise<WorkbookCells> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await renderPlan(plan));
  return cellsOf(readFileSync(recalculate(file, join(folder, 'calculated'))));
}

/** `R002 CT_A_01` of every line that shows a message. */
function shown(book: WorkbookCells): string[] {
  const { cells } = book.sheets.find((s) => s.name === 'KiemTra')!;
  const messages = [...cells].filter(
    ([key, c]) => columnOf(key) === 4 && rowOf(key) > 5 && typeof c.value === 'string' && c.value !== '',
  );
  return messages
    .map(([key]) => `${cells.get(cellKey(rowOf(key), 1))!.value} ${cells.get(cellKey(rowOf(key), 2))!.value}`)
    .sort();
}

const summary = (book: WorkbookCells): string =>
  [...book.sheets.find((s) => s.name === 'BiaBC')!.cells.values()]
    .map((c) => String(c.value))
    .find((v) => v.startsWith('Kiểm tra:'))!;

describeWith(soffice(), 'LibreOffice', () => {
  test.each<[string, string, number, Record<string, string | number | null>]>([
    ['a good report', '2024-H1', 0, {}],
    ['a good quarter of a cell', '2024-Q1', 9, {}],
    [
      'blanks',
      '2024-H1',
      1,
      { CT_A_01: null, CT_G_02: null, CT_G_04: null, TM_T_1: null, TM_T_8: null, CT_B_19: null },
    ],
    [
      'a section without anything',
      '2024-H1',
      2,
      { CT_E_03: null, CT_E_06: null, CT_E_07: null, KPS_E: 'x', CT_F_07: null },
    ],
    [
      'wrong kinds',
      '2024-H1',
      3,
      {
        CT_A_02: -1,
        CT_A_07: 'nhiều',
        CT_A_09: 1.5,
        CT_B_19: 1.25,
        CT_C_01: 'Rồi',
        CT_G_08: 'Xuất sắc',
        CT_G_03: 'hôm qua',
        CT_K_02: 2,
      },
    ],
    ['a narrative past its limit and one owed', '2024-H1', 4, { TM_T_8: 'ă'.repeat(1001), CT_B_14: 3, TM_T_4: null }],
  ])('%s', async (name, period, unit, values) => {
    const form = realPeriod(period);
    const book = await calculated(name.replaceAll(' ', '-'), filledPlan(period, unit, { values }));
    const found = validate(extract(book, form), form)
      .violations.map((v) => `${v.rule} ${v.name}`)
      .sort();
    expect(shown(book)).toEqual(found);
    expect(summary(book)).toContain(found.length === 0 ? 'không còn lỗi' : `còn ${found.length} lỗi`);
  });

  test.each([
    ['2024-H1', 0],
    ['2024-Q1', 8],
    ['2024-Y', 5],
  ])('a blank template of %s: its stored results are what is calculated', async (period, index) => {
    const form = realPeriod(period);
    const plan = planTemplate({ form, unit: form.definition.units[index]! });
    const before = await cellsOf(await renderPlan(plan));
    const after = await calculated(`blank-${period}`, plan);
    const values = (book: WorkbookCells) =>
      new Map(
        book.sheets.flatMap((s) =>
          [...s.cells].flatMap(([key, c]) =>
            c.value === null || c.value === '' ? [] : [[`${s.name}!${addressOf(key)}`, c.value] as const],
          ),
        ),
      );
    const again = values(after);
    expect(
      [...values(before)]
        .filter(([place, value]) => again.get(place) !== value)
        .map(([place, value]) => [place, value, again.get(place)]),
    ).toEqual([]);
    expect(again.size).toBe(values(before).size);
  });
});
