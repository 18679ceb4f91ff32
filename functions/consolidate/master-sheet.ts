// One sheet of the master before its rows: its plan up to the exemplar row, and where the rows go. A grid is the plain kind,
// head in row 1 and an Excel table under it, so that other programs read it without knowing us.

import { heightFor, type PlannedCell, type SheetPlan, type StyleName } from '../../templates/layout/sheet-plan';
import type { StreamedCell, StreamedSheet } from '../xlsx/graft-workbook';

export interface MasterSheet {
  readonly plan: SheetPlan;
  readonly stream: StreamedSheet;
}

export interface GridColumn {
  readonly head: string;
  readonly width: number;
  readonly style: StyleName;
  /** Shown when the head cell is selected. */
  readonly note?: string;
}

export interface GridOptions {
  readonly frozenColumns?: number;
  readonly tab?: string;
}

/** Characters across a page of A4 landscape that can still be read in print. */
const PAGE_CHARACTERS = 300;
const MAX_NOTE = 255;
/** Excel's highest row, in points. */
const MAX_HEIGHT = 409;
/** Rows of a grid are set in 11 point type: more characters in a width, lower lines. */
const GRID_CHARACTERS = 1.15;
const GRID_LINE = 0.92;

/** A sheet of rows under one head. `table` must be no cell address: `PL1` would be one. */
export function gridSheet(
  name: string,
  table: string,
  columns: readonly GridColumn[],
  { frozenColumns = 0, tab }: GridOptions = {},
): MasterSheet {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const height = Math.max(...columns.map(({ head, width }) => heightFor(head, width * 0.95, 20)));
  const plan: SheetPlan = {
    name,
    visibility: 'visible',
    columns: columns.map((column) => column.width),
    rows: [{ height, cells: columns.map(headCell) }, exemplar(columns.map((column) => column.style))],
    freeze: { rows: 1, columns: frozenColumns },
    print: {
      orientation: 'landscape',
      titleRows: [1, 1],
      pagesWide: Math.max(1, Math.ceil(width / PAGE_CHARACTERS)),
      ...(frozenColumns > 0 ? { titleColumns: [1, frozenColumns] } : {}),
    },
    ranges: [],
    highlights: [],
    table: { name: table, headRow: 1, lastRow: 2, columns: columns.length },
    protected: false,
    ...(tab ? { tab } : {}),
  };
  return { plan, stream: { name, exemplarRow: 2 } };
}

/** A row that only gives its looks to the streamed ones. */
export function exemplar(styles: readonly StyleName[]): SheetPlan['rows'][number] {
  return { cells: styles.map((style, i) => ({ column: i + 1, content: null, style })) };
}

/** How high a streamed row must be for its wrapped texts; undefined where one line is enough. */
export function wrappedHeight(cells: readonly StreamedCell[], columns: readonly GridColumn[]): number | undefined {
  let height = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const { style, width } = columns[i]!;
    if (typeof cell !== 'string' || style !== 'gridWrap' || (cell.length < width && !cell.includes('\n'))) continue;
    height = Math.max(height, heightFor(cell, width * GRID_CHARACTERS) * GRID_LINE);
  }
  return height > 18 ? Math.min(MAX_HEIGHT, Math.ceil(height)) : undefined;
}

function headCell({ head, note }: GridColumn, index: number): PlannedCell {
  const cell: PlannedCell = { column: index + 1, content: head, style: 'head' };
  if (note === undefined) return cell;
  const prompt = note.length > MAX_NOTE ? `${note.slice(0, MAX_NOTE - 1)}…` : note;
  return { ...cell, input: { kind: 'text', strict: false, title: head.slice(0, 32), prompt, error: prompt } };
}
