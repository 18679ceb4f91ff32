// How much a workbook may hold before the reader stops. Chosen well above any report and below what two cores and 256 MB
// bear. Counts, not times: a clock is the door's business.

export interface SheetXmlLimits {
  /** Cells that hold a value or a formula, over all sheets. */
  readonly cells: number;
  /** Cells that only have a style, over all sheets. */
  readonly emptyCells: number;
  readonly sharedStrings: number;
  /** UTF-16 units over all shared strings. */
  readonly sharedStringUnits: number;
  readonly sheets: number;
  readonly definedNames: number;
  /** Cell formats; Excel itself stops at 65,490. */
  readonly styles: number;
  /** Merged ranges per sheet. */
  readonly merges: number;
  readonly relationships: number;
}

export const SHEET_XML_LIMITS: SheetXmlLimits = {
  cells: 600_000,
  emptyCells: 3_000_000,
  sharedStrings: 400_000,
  sharedStringUnits: 40_000_000,
  sheets: 500,
  definedNames: 100_000,
  styles: 65_536,
  merges: 100_000,
  relationships: 5_000,
};

/** The most UTF-16 units one cell holds (Excel specifications and limits). */
export const MAX_CELL_TEXT = 32_767;

/** Elements inside one another. SpreadsheetML needs about ten. */
export const MAX_DEPTH = 64;
/** Attributes of one element. The largest in ECMA-376 part 1 (CT_SheetProtection) has 21, plus namespaces. */
export const MAX_ATTRIBUTES = 128;
/** UTF-16 units of one tag, text or comment: 32,767 characters each written as `&#x1F600;` fit. */
export const MAX_TOKEN = 400_000;
