// The one file that speaks `Excel`: the open workbook as cells, names and bytes, and the few things we write into it. Reads
// in two round trips, takes no sheet off its protection, and knows nothing of forms. ExcelApi 1.9 and the common API only.
// https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-1-9-requirement-set

import { type Cell, cellKey, type SheetCells, type WorkbookCells } from '../templates/cell/cell';
import { holdsAnswers } from '../templates/extract/answer-sheets';
import { RECEIPT_NAME } from '../templates/form-definition/names';
import { isDateFormatCode } from '../templates/sheet-xml/date-formats';
import { isLegacyFont } from '../templates/sheet-xml/legacy-fonts';
import { isPercentFormatCode } from '../templates/sheet-xml/percent-formats';
import { keptFromXml, keptToXml, RECEIPT_NAMESPACE } from './report/kept-xml';
import type { Kept, OpenReport, ReportInExcel, Touched } from './report/open-report';

/** The size that every host takes (`Office.Document.getFileAsync`). */
const SLICE_BYTES = 65_536;

/** The workbook that the pane stands beside. */
export function excelReport(): OpenReport & { readonly excel: ReportInExcel } {
  return {
    read: () => run(async (context) => readWorkbook(context)),
    bytes: workbookBytes,
    excel: {
      readAgain: (before, touched) => run((context) => readAgain(context, before, touched)),
      watch,
      goTo: (sheet, cell) =>
        run(async (context) => {
          const target = context.workbook.worksheets.getItem(sheet);
          target.activate();
          if (cell) target.getRange(cell).select();
          await context.sync();
        }),
      write: (changes) =>
        run(async (context) => {
          const ranges = changes.map(({ sheet, cell }) => context.workbook.worksheets.getItem(sheet).getRange(cell));
          for (const range of ranges) range.load('numberFormat');
          await context.sync();
          ranges.forEach((range, i) => {
            range.values = [[asEntered(changes[i]!.value, String(range.numberFormat[0]?.[0]))]];
          });
          await context.sync();
        }),
      kept: () =>
        run(async (context) => {
          const parts = context.workbook.customXmlParts.getByNamespace(RECEIPT_NAMESPACE);
          parts.load('items');
          await context.sync();
          const xml = parts.items[0]?.getXml();
          await context.sync();
          return xml && keptFromXml(xml.value);
        }),
      keep: (kept, line) => run((context) => keep(context, kept, line)),
    },
  };
}

/** Opens a workbook of its own: names, protection and formulas stay whole, which inserting its sheets would not grant. */
export function openInExcel(bytes: Uint8Array): Promise<void> {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return Excel.createWorkbook(btoa(binary));
}

/** A person may be typing in a cell: we wait, and do not fail. */
function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, batch);
}

async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookCells> {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name,items/visibility');
  names.load('items/name,items/formula');
  await context.sync();
  const sheets = await readSheets(context, worksheets.items);
  const defined = names.items.map(({ name, formula }) => [name, String(formula).replace(/^=/, '')] as const);
  return { sheets, names: new Map(defined), date1904: false };
}

async function readAgain(
  context: Excel.RequestContext,
  before: WorkbookCells,
  touched: readonly Touched[],
): Promise<WorkbookCells> {
  const known = new Set(before.sheets.map(({ name }) => name));
  if (touched.some(({ sheet, inPlace }) => !inPlace || !known.has(sheet))) return readWorkbook(context);
  const names = [...new Set(touched.map(({ sheet }) => sheet))].filter(holdsAnswers);
  const items = names.map((name) => context.workbook.worksheets.getItem(name).load('name,visibility'));
  await context.sync();
  const fresh = new Map((await readSheets(context, items)).map((sheet) => [sheet.name, sheet]));
  return { ...before, sheets: before.sheets.map((sheet) => fresh.get(sheet.name) ?? sheet) };
}

const VISIBILITY: Record<string, SheetCells['visibility']> = { Hidden: 'hidden', VeryHidden: 'veryHidden' };

async function readSheets(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<SheetCells[]> {
  const asked = worksheets.map((worksheet) => {
    const used = holdsAnswers(worksheet.name) ? worksheet.getUsedRangeOrNullObject(true) : undefined;
    used?.load('values,formulas,numberFormat,rowIndex,columnIndex,format/font/name');
    return { worksheet, used };
  });
  await context.sync();
  const fonts = asked.map(({ used }) => {
    if (!used || used.isNullObject) return undefined;
    // Null where not all cells have the same font.
    return used.format.font.name ? undefined : used.getCellProperties({ format: { font: { name: true } } });
  });
  await context.sync();
  return asked.map(({ worksheet, used }, i) => ({
    name: worksheet.name,
    visibility: VISIBILITY[worksheet.visibility] ?? 'visible',
    cells: !used || used.isNullObject ? new Map() : cellsOf(used, fonts[i]?.value),
    merges: [],
  }));
}

function cellsOf(used: Excel.Range, fonts: Excel.CellProperties[][] | undefined): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  used.values.forEach((line, row) => {
    line.forEach((value: unknown, column: number) => {
      const formula = String(used.formulas[row]?.[column] ?? '');
      const font = fonts?.[row]?.[column]?.format?.font?.name ?? used.format.font.name;
      const cell = cellOf(value, formula, String(used.numberFormat[row]?.[column] ?? ''), font);
      if (cell) cells.set(cellKey(used.rowIndex + row + 1, used.columnIndex + column + 1), cell);
    });
  });
  return cells;
}

/** Excel gives errors as their text, and an empty cell as an empty text. */
const ERROR = /^#(?:N\/A|[A-Z][A-Z0-9_/]*[!?])$/;

/** @internal exported for its test */
export function cellOf(value: unknown, formula: string, format: string, font: string | undefined): Cell | undefined {
  const isFormula = formula.startsWith('=') && formula !== value;
  if ((value === '' || value === null || value === undefined) && !isFormula) return undefined;
  const isNumber = typeof value === 'number';
  return {
    value: typeof value === 'string' && ERROR.test(value) ? { error: value } : (value as Cell['value']),
    ...(isFormula ? { formula: true } : undefined),
    ...(isNumber && isDateFormatCode(format) ? { date: true } : undefined),
    ...(isNumber && isPercentFormatCode(format) ? { percent: true } : undefined),
    ...(typeof value === 'string' && font && isLegacyFont(font) ? { legacyFont: font } : undefined),
  };
}

/** A text stays one, which Excel would take for a formula, a number or a day (`05/2024`); in a cell formatted as text it does. @internal exported for its test */
export function asEntered(value: string | number | null, format: string): string | number {
  return typeof value === 'string' && format !== '@' ? `'${value}` : (value ?? '');
}

async function watch(onTouched: (touched: Touched) => void): Promise<() => void> {
  const names = new Map<string, string>();
  const handler = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    const added = worksheets.onChanged.add(async ({ worksheetId, changeType }) => {
      onTouched({ sheet: names.get(worksheetId) ?? '', inPlace: changeType === 'RangeEdited' });
    });
    await context.sync();
    for (const { id, name } of worksheets.items) names.set(id, name);
    return added;
  });
  return () =>
    void Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
}

async function keep(context: Excel.RequestContext, kept: Kept, line: string): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(RECEIPT_NAMESPACE);
  const cover = context.workbook.names.getItemOrNullObject(RECEIPT_NAME);
  parts.load('items');
  await context.sync();
  const xml = keptToXml(kept);
  if (parts.items[0]) parts.items[0].setXml(xml);
  else context.workbook.customXmlParts.add(xml);
  await context.sync();
  if (cover.isNullObject) return;
  cover.getRange().values = [[line]];
  await context.sync();
}

/** Some hosts give none (`getFileAsync` error 11001), or an encrypted container: then nobody is told lies about a file. */
async function workbookBytes(progress: (share: number) => void): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, done),
  ).catch(() => undefined);
  if (!file) return undefined;
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let i = 0; i < file.sliceCount; i++) {
      const { data } = await asked<Office.Slice>((done) => file.getSliceAsync(i, done));
      bytes.set(data as ArrayLike<number>, at);
      at += (data as ArrayLike<number>).length;
      progress((i + 1) / file.sliceCount);
    }
    return at === bytes.length && bytes[0] === 0x50 && bytes[1] === 0x4b ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    // Of two files left open the third is refused.
    await asked<void>((done) => file.closeAsync(done)).catch(() => undefined);
  }
}

function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(`${result.error.code} ${result.error.message}`));
    });
  });
}
