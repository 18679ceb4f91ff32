// An Excel table over cells that a sheet plan has already laid out. exceljs writes a table's cells itself, so the head's
// texts and the one body row are given back to it as they are.

import type { CellValue, Worksheet } from 'exceljs';
import { columnName } from '../../templates/cell/cell';
import type { SheetPlan } from '../../templates/layout/sheet-plan';

type TablePlan = NonNullable<SheetPlan['table']>;

/** @throws where the head row has an empty or repeated text: Excel would repair the file. */
export function renderTable(sheet: Worksheet, sheetName: string, table: TablePlan): void {
  const columns = Array.from({ length: table.columns }, (_, i) =>
    String(sheet.getCell(table.headRow, i + 1).value ?? ''),
  );
  const seen = new Set<string>();
  for (const name of columns) {
    const key = name.toLowerCase();
    if (key === '' || seen.has(key)) throw new Error(`${sheetName}: table column "${name}" is empty or repeated`);
    seen.add(key);
  }
  const rows: CellValue[][] = [];
  for (let row = table.headRow + 1; row <= table.lastRow; row++)
    rows.push(columns.map((_, i) => sheet.getCell(row, i + 1).value));
  const looks = columns.map((_, i) => ({ ...sheet.getCell(table.headRow, i + 1).style }));
  sheet.addTable({
    name: table.name,
    ref: `${columnName(1)}${table.headRow}`,
    headerRow: true,
    totalsRow: false,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: columns.map((name) => ({ name, filterButton: true })),
    rows,
  });
  looks.forEach((style, i) => {
    sheet.getCell(table.headRow, i + 1).style = style;
  });
}
