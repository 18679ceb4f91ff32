// Formulas worked out by LibreOffice: a workbook with named cells and columns, converted once, results read back.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook, type Worksheet } from 'exceljs';
import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { type CellError, cellKey, isCellError } from '../../../templates/cell/cell';
import type { Result, Value } from '../../../templates/rules/value';
import { convertBySoffice } from '../../setup/tools';

/** What may stand in a named cell: a value, or an error, which a formula must bring about. */
export type Named = Value | CellError | readonly Value[];

/**
 * The results of `formulas` in their order. An empty text has no value stored, hence `''`.
 * @param names single cells, or columns of cells
 */
export async function recalculated(
  names: Readonly<Record<string, Named>>,
  formulas: readonly string[],
): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recalculated-'));
  try {
    const workbook = new Workbook();
    const values = workbook.addWorksheet('values');
    Object.entries(names).forEach(([name, content], i) => {
      const cells = Array.isArray(content) ? (content as readonly Value[]) : [content as Value | CellError];
      for (const [row, value] of cells.entries()) write(values, row + 1, i + 1, value);
      const [first, last] = [values.getCell(1, i + 1), values.getCell(cells.length, i + 1)];
      workbook.definedNames.add(`values!${first.$col$row}${cells.length > 1 ? `:${last.$col$row}` : ''}`, name);
    });
    const results = workbook.addWorksheet('results');
    formulas.forEach((formula, i) => {
      results.getCell(i + 1, 1).value = { formula, date1904: false };
    });
    const file = join(folder, 'formulas.xlsx');
    await workbook.xlsx.writeFile(file);
    const done = await readWorkbook(readFileSync(await convertBySoffice(file, 'xlsx', join(folder, 'out'))));
    if (!done.ok) throw new Error('LibreOffice wrote a file that the reader refuses');
    const { cells } = done.workbook.sheets.find((sheet) => sheet.name === 'results')!;
    return formulas.map((_, i) => cells.get(cellKey(i + 1, 1))?.value ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(sheet: Worksheet, row: number, column: number, value: Value | CellError): void {
  const cell = sheet.getCell(row, column);
  // A cell with an empty text, and one with an error, exist only as the result of a formula.
  if (value === '') cell.value = { formula: '""', date1904: false };
  else if (isCellError(value)) cell.value = { formula: value.error === '#DIV/0!' ? '1/0' : 'NA()', date1904: false };
  else cell.value = value;
}
