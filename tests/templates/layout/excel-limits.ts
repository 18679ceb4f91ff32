// What Excel would cut off, refuse or repair in a workbook plan (Excel specifications and limits; ECMA-376 part 1,
// 18.3.1.32 for data validation), each fault with its place.

import { columnName, parseAddress } from '../../../templates/cell/cell';
import type { InputPlan, PlannedCell, SheetPlan, WorkbookPlan } from '../../../templates/layout/sheet-plan';

interface Fault {
  readonly at: string;
  readonly fault: string;
}

export function excelFaults({ sheets }: WorkbookPlan): Fault[] {
  return [
    ...sheets.flatMap(sheetFaults),
    ...formulasOf({ sheets }).flatMap(({ at, formula }) => formulaFaults(formula).map((fault) => ({ at, fault }))),
  ];
}

/** Every formula of a plan: cells and highlights. */
export function formulasOf({ sheets }: Pick<WorkbookPlan, 'sheets'>): { at: string; formula: string }[] {
  return sheets.flatMap((sheet) => [
    ...placed(sheet).flatMap(({ at, cell: { content } }) =>
      typeof content === 'object' && content && 'formula' in content ? [{ at, formula: content.formula }] : [],
    ),
    ...sheet.highlights.map(({ range, formula }) => ({ at: `${sheet.name}!${range}`, formula })),
  ]);
}

function placed({ name, rows }: SheetPlan): { at: string; row: number; cell: PlannedCell }[] {
  return rows.flatMap((row, i) =>
    row.cells.map((cell) => ({ at: `${name}!${columnName(cell.column)}${i + 1}`, row: i + 1, cell })),
  );
}

function sheetFaults(sheet: SheetPlan): Fault[] {
  const faults: Fault[] = [];
  const when = (bad: boolean, at: string, fault: string): void => {
    if (bad) faults.push({ at, fault });
  };
  when(sheet.name.length > 31 || /[\\/?*[\]:]/.test(sheet.name), sheet.name, 'sheet name');
  for (const [i, width] of sheet.columns.entries())
    when(!(width > 0 && width <= 255), `${sheet.name} column ${i + 1}`, `width ${width}`);
  for (const [i, { height, cells }] of sheet.rows.entries()) {
    const at = `${sheet.name} row ${i + 1}`;
    when(height !== undefined && !(height > 0 && height <= 409), at, `height ${height}`);
    const columns = cells.flatMap((cell) => Array.from({ length: cell.span ?? 1 }, (_, n) => cell.column + n));
    when(new Set(columns).size !== columns.length, at, 'cells over one another');
    when(
      cells.some((cell) => (cell.span ?? 1) < 1),
      at,
      'a span of nothing',
    );
  }
  for (const { at, cell } of placed(sheet)) {
    if (typeof cell.content === 'string') when(cell.content.length > 32_767, at, 'text over 32767 characters');
    if (cell.name) when(!legalName(cell.name), at, `name ${cell.name}`);
    if (cell.input) for (const fault of inputFaults(cell.input)) faults.push({ at, fault });
  }
  for (const range of sheet.ranges) {
    when(!legalName(range.name), sheet.name, `name ${range.name}`);
    when(range.lastRow < range.firstRow || range.lastRow > sheet.rows.length, sheet.name, `range ${range.name}`);
  }
  return faults;
}

/** A defined name: letters, digits, underscores, and nothing that reads as a cell (A1, R1C1). */
function legalName(name: string): boolean {
  return /^[A-Za-z_][\w.]{0,254}$/.test(name) && parseAddress(name) === undefined && !/^r\d*c?\d*$|^c\d*$/i.test(name);
}

function inputFaults({ title, prompt, error, list, minimum, maximum }: InputPlan): string[] {
  const faults: string[] = [];
  if (title.length === 0 || title.length > 32) faults.push(`title of ${title.length}: ${title}`);
  if (prompt.length === 0 || prompt.length > 255) faults.push(`prompt of ${prompt.length}: ${prompt}`);
  if (error.length === 0 || error.length > 225) faults.push(`error of ${error.length}: ${error}`);
  if (Array.isArray(list)) {
    if (list.join(',').length > 255) faults.push(`list of ${list.join(',').length} characters`);
    if (list.some((option) => /[,"]/.test(option) || option.trim() !== option))
      faults.push(`option in ${list.join('|')}`);
  }
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) faults.push(`bounds ${minimum} ${maximum}`);
  return faults;
}

function formulaFaults(formula: string): string[] {
  const faults: string[] = [];
  if (formula.startsWith('=')) faults.push('= before the formula');
  if (formula.length > 8192) faults.push(`formula of ${formula.length}`);
  const texts = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  for (const text of texts)
    if (text.slice(1, -1).replaceAll('""', '"').length > 255)
      faults.push(`text of ${text.length - 2} in a formula: ${text}`);
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  let depth = 0;
  let deepest = 0;
  for (const c of bare) {
    if (c === '(') depth++;
    if (c === ')') depth--;
    deepest = Math.max(deepest, depth);
    if (depth < 0) break;
  }
  if (depth !== 0) faults.push('brackets that do not match');
  if (deepest > 64) faults.push(`nested ${deepest} deep`);
  return faults;
}
