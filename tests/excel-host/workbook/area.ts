// A rectangle of cells and its address, as Excel writes both. Refuses whole columns and rows, which the add-in never asks
// for, and names, which have their own way in.

import { columnName, columnOf, MAX_COLUMN, MAX_ROW, parseAddress, rowOf } from '../../../templates/cell/cell';
import { HostError, notImplemented } from './stored-cell';

/** From 1, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const WHOLE_SHEET: Area = { top: 1, left: 1, bottom: MAX_ROW, right: MAX_COLUMN };

/** `B2`, `$B$2:D9`. Throws `InvalidArgument`. */
export function parseArea(address: string): Area {
  if (/^\$?[A-Z]+:\$?[A-Z]+$|^\$?\d+:\$?\d+$/i.test(address)) throw notImplemented(`range ${address}`);
  const [first = '', last = first] = address.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from === undefined || to === undefined)
    throw new HostError('InvalidArgument', `${address}: not an address of cells`);
  return {
    top: Math.min(rowOf(from), rowOf(to)),
    left: Math.min(columnOf(from), columnOf(to)),
    bottom: Math.max(rowOf(from), rowOf(to)),
    right: Math.max(columnOf(from), columnOf(to)),
  };
}

/** `B2:D9`, and `B2` for one cell. */
export function areaAddress({ top, left, bottom, right }: Area): string {
  const first = columnName(left) + top;
  const last = columnName(right) + bottom;
  return first === last ? first : `${first}:${last}`;
}

const PLACE = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** `'Chi tieu'!B2` → the sheet and the rest; no sheet where none is named. */
export function splitPlace(text: string): { readonly sheet?: string; readonly address: string } {
  const match = PLACE.exec(text);
  if (!match) return { address: text };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2]!, address: match[3]! };
}

export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export const areaRows = ({ top, bottom }: Area): number => bottom - top + 1;
export const areaColumns = ({ left, right }: Area): number => right - left + 1;

/** One value per cell, row by row. */
export function grid<T>(area: Area, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: areaRows(area) }, (_, r) =>
    Array.from({ length: areaColumns(area) }, (__, c) => of(area.top + r, area.left + c)),
  );
}

/** Where two areas meet; undefined where they do not. */
export function intersection(a: Area, b: Area): Area | undefined {
  const met = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return met.top <= met.bottom && met.left <= met.right ? met : undefined;
}
