// Where the defined names of a workbook point: `CT_A_01` → a sheet and a cell, `PL1_so_hn` → a sheet, a column, rows.
// A name that points nowhere (`#REF!`), or at something else than one cell or one column, counts as lost.

import { cellKey, columnOf, parseAddress, rowOf, type SheetCells, type WorkbookCells } from '../cell/cell';

export interface NamedPlace {
  readonly sheet: SheetCells;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** `'Chi Tieu'!$D$12:$D$40`, `ChiTieu!$D$12`. */
const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?$/;

export function namedPlaces(workbook: WorkbookCells): ReadonlyMap<string, NamedPlace> {
  const sheets = new Map(workbook.sheets.map((s) => [s.name.toLowerCase(), s]));
  const places = new Map<string, NamedPlace>();
  for (const [name, reference] of workbook.names) {
    const match = REFERENCE.exec(reference);
    const sheet = match && sheets.get((match[1]?.replaceAll("''", "'") ?? match[2]!).toLowerCase());
    const first = match && parseAddress(match[3]!);
    const last = match?.[4] ? parseAddress(match[4]) : first;
    if (!sheet || !first || !last || columnOf(first) !== columnOf(last)) continue;
    places.set(name, { sheet, column: columnOf(first), firstRow: rowOf(first), lastRow: rowOf(last) });
  }
  return places;
}

/** The key of a place that is one cell. */
export function placeKey(place: NamedPlace): number {
  return cellKey(place.firstRow, place.column);
}
