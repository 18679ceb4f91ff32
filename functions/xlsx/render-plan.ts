// A sheet plan becomes bytes: the one place where exceljs writes a workbook. Guards against what it writes and Excel then
// repairs (results that are no number, over-long lists and prompts); chooses nothing itself: looks are in plan-styles.ts.

import './exceljs-outline-order';
import './exceljs-note-ids';
import './exceljs-note-size';
import { type Cell, type CellValue, type DataValidation, Workbook, type Worksheet } from 'exceljs';
import { columnName } from '../../templates/cell/cell';
import type { InputPlan, PlannedCell, PrintPlan, SheetPlan, WorkbookPlan } from '../../templates/layout/sheet-plan';
import { storedText, wellFormed } from './cell-text';
import { openGraft, type StreamedCell } from './graft-workbook';
import { HIGHLIGHTS, LOOKS } from './plan-styles';
import { renderTable } from './render-table';

const NOTE_FONT = { name: 'Times New Roman', size: 12, family: 1 };

/** Properties carry this fixed day, so that the same plan gives the same bytes. */
const FIXED_DAY = new Date(Date.UTC(2024, 0, 1));

export async function renderPlan(plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Khoa Giáo';
  workbook.lastModifiedBy = 'Khoa Giáo';
  workbook.title = plan.title;
  workbook.subject = plan.subject;
  workbook.created = FIXED_DAY;
  workbook.modified = FIXED_DAY;
  for (const sheet of plan.sheets) await renderSheet(workbook, sheet);
  const first = plan.sheets.findIndex((s) => s.visibility === 'visible');
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: Math.max(0, first), visibility: 'visible' },
  ];
  return withAlikeRows(new Uint8Array(await workbook.xlsx.writeBuffer()), plan.sheets);
}

/** Rows by the thousand are streamed in below the last one: exceljs would take most of a second over them. */
async function withAlikeRows(bytes: Uint8Array, sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const long = sheets.filter((s) => s.alike !== undefined && s.alike.length > 0);
  if (long.length === 0) return bytes;
  const graft = await openGraft(
    bytes,
    long.map((s) => ({ name: s.name, exemplarRow: s.rows.length })),
  );
  for (const { name, rows, alike } of long)
    for (const row of [rows.at(-1)!, ...alike!]) await graft.row(name, row.cells.map(streamedCell));
  return new Uint8Array(await graft.finish());
}

function streamedCell({ content }: PlannedCell): StreamedCell {
  if (content === null || typeof content !== 'object') return content;
  if ('link' in content) return { formula: linkFormula(content), result: content.text };
  return { formula: content.formula, result: 'result' in content ? (content.result ?? '') : null };
}

async function renderSheet(workbook: Workbook, plan: SheetPlan): Promise<void> {
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.visibility,
    pageSetup: pageSetup(plan.print),
    headerFooter: { differentFirst: true, oddHeader: '&C&"Times New Roman"&12&P' },
    ...(plan.tab ? { properties: { tabColor: { argb: plan.tab } } } : {}),
    views: [view(plan)],
  });
  if (plan.rows.some((r) => r.outline)) {
    sheet.properties.outlineLevelRow = 1;
    sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  }
  plan.columns.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  for (const column of plan.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
  plan.rows.forEach((row, i) => {
    const line = sheet.getRow(i + 1);
    if (row.height) line.height = row.height;
    if (row.outline) line.outlineLevel = row.outline;
    for (const cell of row.cells) renderCell(workbook, sheet, cell, i + 1);
  });
  for (const range of plan.ranges) {
    const column = columnName(range.column);
    workbook.definedNames.add(`${plan.name}!$${column}$${range.firstRow}:$${column}$${range.lastRow}`, range.name);
  }
  if (plan.table) renderTable(sheet, plan.name, plan.table);
  plan.highlights.forEach((highlight, i) => {
    const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: HIGHLIGHTS[highlight.style] } } as const;
    sheet.addConditionalFormatting({
      ref: highlight.range,
      rules: [{ type: 'expression', priority: i + 1, formulae: [highlight.formula], style: { fill } }],
    });
  });
  if (plan.protected)
    await sheet.protect('', {
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
      sort: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    });
}

function pageSetup(print: PrintPlan): Partial<Worksheet['pageSetup']> {
  const inches = (mm: number): number => Math.round((mm / 25.4) * 100) / 100;
  const portrait = print.orientation === 'portrait';
  return {
    paperSize: 9,
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.pagesWide ?? 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(portrait ? 25 : 20),
      bottom: inches(portrait ? 25 : 15),
      left: inches(portrait ? 35 : 20),
      right: inches(15),
      header: inches(10),
      footer: inches(10),
    },
    ...(print.area ? { printArea: `A$1:${columnName(print.area.columns)}$${print.area.rows}` } : {}),
    ...(print.titleRows ? { printTitlesRow: `${print.titleRows[0]}:${print.titleRows[1]}` } : {}),
    ...(print.titleColumns
      ? { printTitlesColumn: `${columnName(print.titleColumns[0])}:${columnName(print.titleColumns[1])}` }
      : {}),
  };
}

function view(plan: SheetPlan): Worksheet['views'][number] {
  const base = { showGridLines: plan.table !== undefined, zoomScale: 100 };
  if (!plan.freeze) return { state: 'normal', ...base } as Worksheet['views'][number];
  return {
    state: 'frozen',
    xSplit: plan.freeze.columns,
    ySplit: plan.freeze.rows,
    ...base,
  } as Worksheet['views'][number];
}

function renderCell(workbook: Workbook, sheet: Worksheet, plan: PlannedCell, row: number): void {
  const cell = sheet.getCell(row, plan.column);
  const last = plan.column + (plan.span ?? 1) - 1;
  const { input, ...look } = LOOKS[plan.style];
  for (let column = plan.column; column <= last; column++) {
    const styled = sheet.getCell(row, column);
    Object.assign(styled, look);
    if (input) styled.protection = { locked: false };
  }
  if (last > plan.column) sheet.mergeCells(row, plan.column, row, last);
  cell.value = cellValue(plan, cell);
  if (plan.name) workbook.definedNames.add(`${sheet.name}!$${columnName(plan.column)}$${row}`, plan.name);
  if (plan.input) cell.dataValidation = validation(plan.input);
  if (plan.note) cell.note = { texts: [{ font: NOTE_FONT, text: storedText(plan.note) }] };
}

function cellValue({ content }: PlannedCell, cell: Cell): CellValue {
  if (content === null) return null;
  if (typeof content === 'string') return storedText(content);
  if (typeof content === 'number') return finite(content, cell);
  if ('link' in content) {
    return { formula: linkFormula(content), result: content.text };
  }
  const { result } = content;
  const formula = wellFormed(content.formula);
  if (formula.length > 8192) throw new Error(`${cell.worksheet.name}!${cell.address}: formula longer than Excel takes`);
  if (!('result' in content)) return { formula };
  return { formula, result: typeof result === 'number' ? finite(result, cell) : storedText(result ?? '') };
}

function linkFormula({ link, text }: { link: { sheet: string; cell: string }; text: string }): string {
  return `HYPERLINK("#${link.sheet}!${link.cell}","${text}")`;
}

function finite(value: number, cell: Cell): number {
  if (!Number.isFinite(value))
    throw new Error(`${cell.worksheet.name}!${cell.address}: ${value} is no number a cell can hold`);
  return value;
}

function validation(input: InputPlan): DataValidation {
  const shown = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: input.title,
    prompt: input.prompt,
    showErrorMessage: true,
    errorStyle: input.strict ? 'stop' : 'information',
    errorTitle: input.title,
    error: input.error,
  } as const;
  switch (input.kind) {
    case 'list':
      return { type: 'list', formulae: [listOf(input)], ...shown };
    case 'integer':
    case 'decimal': {
      const type = input.kind === 'integer' ? 'whole' : 'decimal';
      const least = input.minimum ?? 0;
      if (input.maximum === undefined) return { type, operator: 'greaterThanOrEqual', formulae: [least], ...shown };
      return { type, operator: 'between', formulae: [least, input.maximum], ...shown };
    }
    case 'date':
      return { type: 'date', operator: 'greaterThan', formulae: [new Date(Date.UTC(2000, 0, 1))], ...shown };
    case 'text':
      if (input.maxLength === undefined)
        return { type: 'any' as DataValidation['type'], formulae: [], ...shown } as unknown as DataValidation;
      return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [input.maxLength], ...shown };
  }
}

function listOf({ list }: InputPlan): string {
  if (list === undefined) throw new Error('A list input without its list');
  if ('name' in list) return list.name;
  const literal = list.join(',');
  if (literal.length > 255) throw new Error(`List literal longer than Excel takes: ${literal.slice(0, 40)}…`);
  return `"${literal}"`;
}
