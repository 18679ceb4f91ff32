// Range.getCellProperties and getRowProperties (ExcelApi 1.9): a look at many cells in one answer. Gives what was asked for and is
// known here, refuses the rest.

import { type Area, areaAddress, grid, quotedSheet } from '../workbook/area';
import type { HostSheet } from '../workbook/host-sheet';
import { notImplemented } from '../workbook/stored-cell';

type Wanted = Readonly<Record<string, unknown>>;

/** Rows of `{ address, format: { font: { name } } }`, as wanted. */
export function cellProperties(sheet: HostSheet, area: Area, wanted: unknown): unknown[][] {
  const known = {
    address: (r: number, c: number) =>
      `${quotedSheet(sheet.facts.name)}!${areaAddress({ top: r, left: c, bottom: r, right: c })}`,
    format: {
      font: { name: (r: number, c: number) => sheet.style(r, c).font },
      protection: { locked: (r: number, c: number) => sheet.style(r, c).locked },
    },
  };
  return grid(area, (row, column) => answered(wanted as Wanted, known, row, column, 'getCellProperties'));
}

/** One `{ rowHidden, rowIndex }` a row, as wanted. */
export function rowProperties(sheet: HostSheet, area: Area, wanted: unknown): unknown[] {
  const known = {
    rowHidden: (r: number) => sheet.content.hiddenRows.has(r),
    rowIndex: (r: number) => r - 1,
  };
  const first = { ...area, right: area.left };
  return grid(first, (row, column) => answered(wanted as Wanted, known, row, column, 'getRowProperties')).flat();
}

type Known = { readonly [name: string]: Known | ((row: number, column: number) => unknown) };

function answered(wanted: Wanted, known: Known, row: number, column: number, what: string): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(wanted)) {
    if (inner === false) continue;
    const source = known[name];
    if (source === undefined) throw notImplemented(`${name} in Range.${what}`);
    out[name] =
      typeof source === 'function' ? source(row, column) : answered(inner as Wanted, source, row, column, what);
  }
  return out;
}
