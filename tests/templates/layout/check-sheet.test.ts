// KiemTra with no add-in and no network, calculated by LibreOffice: what it says above its lines, and on the cover. And a
// blank template's stored results are what LibreOffice calculates. (judged-reports.test.ts judges the lines themselves.)

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { addressOf, cellKey, type WorkbookCells } from '../../../templates/cell/cell';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { WorkbookPlan } from '../../../templates/layout/sheet-plan';
import { recalculate } from '../../functions/consolidate/recalculate';
import { cellsOf, filledPlan } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { describeWith, soffice } from '../../setup/tools';

const folder = mkdtempSync(join(tmpdir(), 'kiem-tra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function calculated(name: string, plan: WorkbookPlan): Promise<WorkbookCells> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await renderPlan(plan));
  return cellsOf(readFileSync(await recalculate(file, join(folder, 'calculated'))));
}

/** The first things to do, as they stand above the lines: number, rule, severity, place. */
function toDo(book: WorkbookCells): unknown[][] {
  const { cells } = book.sheets.find((s) => s.name === 'KiemTra')!;
  const at = (row: number, column: number): unknown => cells.get(cellKey(row, column))?.value ?? '';
  return Array.from({ length: 15 }, (_, i) => [1, 2, 3, 5].map((column) => at(7 + i, column))).filter(
    (r) => r[0] !== '',
  );
}

const summary = (book: WorkbookCells): string =>
  [...book.sheets.find((s) => s.name === 'BiaBC')!.cells.values()]
    .map((c) => String(c.value))
    .find((v) => v.startsWith('Kiểm tra:'))!;

describeWith(soffice(), 'LibreOffice', () => {
  test('says on the cover what is left, and lists it in order', async () => {
    const values = {
      CT_A_02: -1,
      CT_A_05: 99_999,
      CT_A_13: 5_000,
      CT_K_03: 1,
      GT_K_03: 'Số liệu đến giữa kỳ',
      TM_T_2: null,
    };
    const book = await calculated('some-faults', filledPlan('2024-H1', 2, { values }));
    expect(summary(book)).toBe('Kiểm tra: còn 4 lỗi và 3 cảnh báo chưa giải trình – xem trang KiemTra trước khi nộp.');
    expect(toDo(book)).toEqual([
      [1, 'R001', 'E', 'ChiTieu!D13'],
      [2, 'R002', 'E', 'ThuyetMinh!C7'],
      [3, 'R104', 'E', 'ChiTieu!D16'],
      [4, 'R105', 'E', 'ChiTieu!D16'],
      [5, 'R110', 'W', 'ChiTieu!D24'],
      [6, 'R207', 'W', 'ChiTieu!D53'],
      [7, 'R207', 'W', 'ChiTieu!D57'],
    ]);
  });

  test('says so when nothing is left', async () => {
    const book = await calculated('no-faults', filledPlan('2024-Q1', 9));
    expect([summary(book), toDo(book)]).toEqual(['Kiểm tra: không còn lỗi. Có thể nộp báo cáo.', []]);
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
