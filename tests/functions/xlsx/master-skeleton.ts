// A skeleton as the master plan makes them, with everything that has to grow with the rows: table, filter, conditional
// formats, validations, print titles and area, own names, and a sheet that is copied as it is.

import ExcelJS from 'exceljs';

export const SHEETS = [
  { name: "Bảng 'A' & B", exemplarRow: 3 },
  { name: 'Phụ lục', exemplarRow: 2 },
];

export async function masterSkeleton(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 0, 1));
  const board = book.addWorksheet('Tổng quan');
  board.getCell('B2').value = 'BẢNG TỔNG HỢP';
  board.getCell('B3').value = { formula: 'SUM(PL_SoLieu)', result: 3 };

  const grid = book.addWorksheet(SHEETS[0]!.name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  grid.addRow(['Tiêu đề']);
  grid.addRow(['Mã', 'Đơn vị', 'Số', 'Tổng', 'Ngày', 'Đúng']);
  const exemplar = grid.addRow(['x', 'x', 1, { formula: 'C3*2', result: 2 }, new Date(Date.UTC(2026, 0, 1)), true]);
  exemplar.height = 21;
  exemplar.eachCell((cell, column) => {
    cell.border = { bottom: { style: 'hair' } };
    cell.numFmt = ['@', '@', '#,##0.##', '#,##0', 'dd/mm/yyyy', 'General'][column - 1]!;
  });
  grid.autoFilter = 'A2:F3';
  grid.addConditionalFormatting({
    ref: 'C3:D3',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['C3>100'],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
      },
    ],
  });
  grid.getCell('C3').dataValidation = { type: 'decimal', operator: 'between', formulae: [0, 1e9], allowBlank: true };

  const annex = book.addWorksheet('Phụ lục', { pageSetup: { printTitlesRow: '1:1', printArea: 'A1:C2' } });
  annex.addTable({
    name: 'PhuLuc',
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: [
      { name: 'Mã', filterButton: true },
      { name: 'Tên', filterButton: true },
      { name: 'Số', filterButton: true },
    ],
    rows: [['x', 'x', 1]],
  });
  book.definedNames.add("'Phụ lục'!$C$2:$C$2", 'PL_SoLieu');
  book.definedNames.add("'Tổng quan'!$B$3", 'TQ_Tong');
  return Buffer.from(await book.xlsx.writeBuffer());
}
