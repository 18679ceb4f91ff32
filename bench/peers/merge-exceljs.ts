// The same job in the shortest natural way with exceljs, for the bench to compare with: loads every file, takes indicators by
// code, annex rows and narratives, and writes a master with sums. Checks nothing. `node merge-exceljs.cjs OUT FILE...`

import { type CellValue, Workbook, type Worksheet } from 'exceljs';

const ANNEXES = ['PL1', 'PL2', 'PL3', 'PL4', 'PL5', 'PL6'];
const FIRST_ANNEX_ROW = 8;

async function main([out = '', ...files]: string[]): Promise<void> {
  const codes = new Set<string>();
  const byUnit: { unit: string; values: Map<string, CellValue> }[] = [];
  const stacks = new Map<string, CellValue[][]>(ANNEXES.map((name) => [name, []]));
  const narratives: CellValue[][] = [];

  for (const file of files) {
    const book = new Workbook();
    await book.xlsx.readFile(file);
    const unit = String(plain(book.getWorksheet('_meta')!.getCell('B3').value));
    const values = new Map<string, CellValue>();
    for (const [code, value] of codedRows(book.getWorksheet('ChiTieu')!, 4)) {
      codes.add(code);
      values.set(code, value);
    }
    byUnit.push({ unit, values });
    for (const [name, rows] of stacks) {
      book.getWorksheet(name)?.eachRow((row, number) => {
        const cells = (row.values as CellValue[]).slice(2).map(plain);
        if (number >= FIRST_ANNEX_ROW && cells.some((value) => value !== null)) rows.push([unit, ...cells]);
      });
    }
    narratives.push([unit, ...codedRows(book.getWorksheet('ThuyetMinh')!, 3).map(([, text]) => text)]);
  }

  const master = new Workbook();
  const totals = master.addWorksheet('TongHop');
  for (const code of codes) {
    const numbers = byUnit.map(({ values }) => values.get(code)).filter((value) => typeof value === 'number');
    totals.addRow([code, numbers.reduce((sum, value) => sum + value, 0), numbers.length]);
  }
  const units = master.addWorksheet('TheoDonVi');
  units.addRow(['Đơn vị', ...codes]);
  for (const { unit, values } of byUnit) units.addRow([unit, ...[...codes].map((code) => values.get(code) ?? null)]);
  for (const [name, rows] of stacks) master.addWorksheet(name).addRows(rows);
  master.addWorksheet('ThuyetMinh').addRows(narratives);
  const data = master.addWorksheet('DuLieu');
  for (const { unit, values } of byUnit) for (const [code, value] of values) data.addRow([unit, code, value]);
  await master.xlsx.writeFile(out);
}

/** Rows whose first cell is a code such as `A.01`, and what stands in `column`. */
function codedRows(sheet: Worksheet, column: number): [string, CellValue][] {
  const rows: [string, CellValue][] = [];
  sheet.eachRow((row) => {
    const code = row.getCell(1).value;
    if (typeof code === 'string' && /^[A-Z]\.\d+$/.test(code)) rows.push([code, plain(row.getCell(column).value)]);
  });
  return rows;
}

function plain(value: CellValue | undefined): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('result' in value) return plain(value.result);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return null;
}

void main(process.argv.slice(2));
