// A cell as both doors read it: the .xlsx reader on the server and the Office.js reader in the add-in fill the same
// shapes, so that everything after them on the path (extract, validate) exists once. Holds no meaning: a number here is
// not yet "the number of conferences". Addresses follow ECMA-376 part 1, 18.18.7 (ST_CellRef): A1 to XFD1048576.

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** An Excel error value such as `#REF!` (ECMA-376 part 1, 18.18.11 ST_CellType "e"). */
export interface CellError {
  readonly error: string;
}

export interface Cell {
  /**
   * `null`: nothing is stored. With `formula`, that is a formula whose result was not stored (openpyxl writes none).
   * Numbers are IEEE doubles; dates are their serial number in the workbook's date system, see `date`.
   */
  readonly value: number | string | boolean | CellError | null;
  /** The cell holds a formula; `value` is its stored result. */
  readonly formula?: true;
  /** The number format shows a date or time, or the cell is an ISO 8601 date cell (`t="d"`, given as its serial). */
  readonly date?: true;
  /** A number whose format shows it as a percentage: 0.85 is seen as 85%. */
  readonly percent?: true;
  /** The name of the cell's font where it is an old Vietnamese one (`.VnTime`, `VNI-Times`): its text is not Unicode. */
  readonly legacyFont?: string;
}

export interface SheetCells {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** By `cellKey`. A styled cell with no value and no formula is not listed. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** Merged ranges as written, e.g. `B2:D2`. */
  readonly merges: readonly string[];
  /** Rows that are hidden or filtered away and hold something, from 1; absent where there are none. */
  readonly hiddenRows?: ReadonlySet<number>;
}

export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  /** Workbook-scoped defined names, e.g. `CT_A_01` → `ChiTieu!$D$12`. Print areas and other built-in names are left out. */
  readonly names: ReadonlyMap<string, string>;
  /** Serial dates count from 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
}

/** One number per cell: row and column from 1, inside Excel's limits. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMN + column - 1;
}

export function rowOf(key: number): number {
  return Math.floor(key / MAX_COLUMN);
}

export function columnOf(key: number): number {
  return (key % MAX_COLUMN) + 1;
}

/** 1 → `A`, 28 → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** `AB` → 28. Upper-case letters only. */
export function columnNumber(name: string): number {
  let n = 0;
  for (let i = 0; i < name.length; i++) n = n * 26 + name.charCodeAt(i) - 64;
  return n;
}

/** `cellKey(12, 4)` → `D12`. */
export function addressOf(key: number): string {
  return columnName(columnOf(key)) + rowOf(key);
}

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** `D12` or `$D$12` → its key; undefined where it is no address inside Excel's limits. */
export function parseAddress(text: string): number | undefined {
  const match = ADDRESS.exec(text);
  if (!match) return undefined;
  const column = columnNumber(match[1]!.toUpperCase());
  const row = Number(match[2]);
  return column <= MAX_COLUMN && row <= MAX_ROW ? cellKey(row, column) : undefined;
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}
