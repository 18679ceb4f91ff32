// A sheet as it is to be laid out, before any workbook library: cells with values, formulas and their results, named
// styles, names, input rules. The template and the master's printed sheets are plans; one writer renders them.

export interface WorkbookPlan {
  readonly title: string;
  readonly subject: string;
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'veryHidden';
  /** Widths in characters, from column A on. */
  readonly columns: readonly number[];
  /** Columns that are there for formulas only, from 1. */
  readonly hiddenColumns?: readonly number[];
  readonly rows: readonly RowPlan[];
  /** Thousands of rows below, which look like the last of `rows`; they hold no names and no inputs. */
  readonly alike?: readonly RowPlan[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print: PrintPlan;
  /** Names over ranges of this sheet. Names of single cells stand at the cell. */
  readonly ranges: readonly NamedRange[];
  readonly highlights: readonly Highlight[];
  /** An Excel table over `headRow` to `lastRow`; its column names are the texts of the head row, all different. */
  readonly table?: {
    readonly name: string;
    readonly headRow: number;
    readonly lastRow: number;
    readonly columns: number;
  };
  /** Locked but for its input cells; no password. */
  readonly protected: boolean;
  readonly tab?: string;
}

export interface PrintPlan {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on every page. */
  readonly titleRows?: readonly [first: number, last: number];
  /** Columns repeated on every page. */
  readonly titleColumns?: readonly [first: number, last: number];
  /** Pages side by side that the columns are fitted to; 1 when left out. */
  readonly pagesWide?: number;
  /** What is printed, from the first cell on; the whole sheet when left out. */
  readonly area?: { readonly columns: number; readonly rows: number };
}

export interface NamedRange {
  readonly name: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Conditional formatting: `formula` is relative to the first cell of `range`. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  readonly style: 'error' | 'warning' | 'off';
}

export interface RowPlan {
  /** In points; the program's own when left out. */
  readonly height?: number;
  readonly outline?: 1;
  readonly cells: readonly PlannedCell[];
}

export interface PlannedCell {
  readonly column: number;
  readonly content: Content;
  readonly style: StyleName;
  /** Cells merged to the right, this one included. */
  readonly span?: number;
  /** Workbook-scoped defined name. */
  readonly name?: string;
  readonly input?: InputPlan;
  /** A remark of the board, shown beside the cell as Excel's note. */
  readonly note?: string;
}

export type Content =
  | null
  | string
  | number
  /** Without `result` the cell holds no stored result: the next program that calculates fills it in. */
  | { readonly formula: string; readonly result?: string | number | null }
  | { readonly link: { readonly sheet: string; readonly cell: string }; readonly text: string };

export interface InputPlan {
  readonly kind: 'integer' | 'decimal' | 'date' | 'text' | 'list';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Choices, or the defined name of the range that holds them. */
  readonly list?: readonly string[] | { readonly name: string };
  /** False: other entries are allowed (the list is a help). */
  readonly strict: boolean;
  readonly title: string;
  readonly prompt: string;
  readonly error: string;
}

export type StyleName =
  | 'text'
  | 'small'
  | 'centred'
  | 'bold'
  | 'centredBold'
  | 'centredItalic'
  | 'party'
  | 'title'
  | 'head'
  | 'columnCode'
  | 'section'
  | 'sectionCode'
  | 'code'
  | 'label'
  | 'unit'
  | 'key'
  | 'inputNumber'
  | 'inputMoney'
  | 'inputText'
  | 'inputChoice'
  | 'inputDate'
  | 'inputMark'
  | 'inputPoints'
  | 'lockedNumber'
  | 'lockedMoney'
  | 'lockedPercent'
  | 'lockedText'
  | 'lockedDate'
  | 'message'
  | 'link'
  | 'status'
  | 'figure'
  | 'figurePercent'
  | 'totalNumber'
  | 'totalMoney'
  | 'totalPercent'
  | 'gridText'
  | 'gridWrap'
  | 'gridCentred'
  | 'gridValue'
  | 'gridNumber'
  | 'gridMoney'
  | 'gridPercent'
  | 'gridDate';

export const isInput = (style: StyleName): boolean => style.startsWith('input');

/** In points; Excel repairs a file with a higher row. */
const HIGHEST_ROW = 409;

/** About how high a row must be for `text` in a column `width` characters wide, in points at 12 point type. */
export function heightFor(text: string, width: number, least = 18): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.06) / width)), 0);
  return Math.min(HIGHEST_ROW, Math.max(least, lines * 16 + 2));
}
