// A report that somebody changed, without rendering it again: the sample's invented report of a unit and period as its
// cells, and the changes as a table of name and value that can be read in a diff. Names are resolved through the workbook's
// own defined names, so a table says nothing of where things stand.

import { addressOf, type Cell, cellKey, parseAddress, type WorkbookCells } from '../../templates/cell/cell';
import { type NamedPlace, namedPlaces } from '../../templates/extract/named-places';
import { filledCells } from './filled';
import type { Entry, Typed } from './libre-office-judge';
import { realForm } from './real-form';

/** Columns of an annex's row by their keys. */
export type RowChange = Readonly<Record<string, Typed>>;

/**
 * `CT_A_05` a cell · `PL1_so_hn 3` row 3 of the annex, from 1, as messages say "dòng 3" · `PL1_so_hn *` every row in which
 * that column is filled · `PL3 2` several columns of row 2, by their keys · `_meta!B3` a cell without a name.
 */
export type Changes = Readonly<Record<string, Typed | RowChange>>;

/** The workbook as the reader would find it after the changes. */
export function changed(book: WorkbookCells, entries: readonly Entry[]): WorkbookCells {
  const sheets = book.sheets.map((sheet) => {
    const cells = new Map<number, Cell>(sheet.cells);
    for (const { sheet: name, cell, value } of entries) {
      if (name !== sheet.name) continue;
      const key = parseAddress(cell)!;
      if (value === null) cells.delete(key);
      else cells.set(key, { value });
    }
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}

const books = new Map<string, Promise<WorkbookCells>>();

/** The invented report of a unit, rendered and read once a test file. */
export function inventedReport(period: string, unit: string): Promise<WorkbookCells> {
  const key = `${period} ${unit}`;
  const index = realForm().units.findIndex((u) => u.code === unit);
  const book = books.get(key) ?? filledCells(period, index);
  books.set(key, book);
  return book;
}

export async function changedReport(period: string, unit: string, changes: Changes): Promise<WorkbookCells> {
  const book = await inventedReport(period, unit);
  return changed(book, entriesOf(book, changes));
}

/** Throws for a name that the workbook has not: a table with a slip in it tests nothing. */
export function entriesOf(book: WorkbookCells, changes: Changes): Entry[] {
  const places = namedPlaces(book);
  return Object.entries(changes).flatMap(([name, value]) => {
    const [, annex, row] = /^(PL\d) (\d+)$/.exec(name) ?? [];
    if (!annex) return entriesAt(places, name, value as Typed);
    return Object.entries(value as RowChange).flatMap(([key, typed]) =>
      entriesAt(places, `${annex}_${key} ${row}`, typed),
    );
  });
}

/** Where a name stands, as `ChiTieu!D16`. */
export function cellOf(book: WorkbookCells, name: string): string {
  const [{ sheet, cell }] = entriesAt(namedPlaces(book), name, null) as [Entry];
  return `${sheet}!${cell}`;
}

function entriesAt(places: ReadonlyMap<string, NamedPlace>, name: string, value: Typed): Entry[] {
  const [, sheet, cell] = /^(.+)!([A-Z]+\d+)$/.exec(name) ?? [];
  if (sheet && cell) return [{ sheet, cell, value }];
  const [of = '', row = '1'] = name.split(' ');
  const place = places.get(of);
  if (!place) throw new Error(`The workbook has no name ${of}.`);
  const { firstRow, lastRow, column } = place;
  const rows =
    row === '*'
      ? Array.from({ length: lastRow - firstRow + 1 }, (_, i) => firstRow + i).filter(
          (r) => (place.sheet.cells.get(cellKey(r, column))?.value ?? null) !== null,
        )
      : [firstRow + Number(row) - 1];
  if (rows.some((r) => !(r >= firstRow && r <= lastRow))) throw new Error(`${of} has no row ${row}.`);
  return rows.map((r) => ({ sheet: place.sheet.name, cell: addressOf(cellKey(r, column)), value }));
}
