// Which rows of an annex say something, and what a row's own conditions see.

import { isCellError } from '../cell/cell';
import type { ExtractedRow } from '../extract/extracted';
import type { PeriodAnnex } from '../form-definition/form-for-period';
import type { Lookup } from '../rules/evaluate';

/**
 * A prepared row (a document of the catalogue, a field) always counts; a free row when any cell is filled; a row for an
 * extra document when anything but its own number is.
 */
export function saysSomething(annex: PeriodAnnex, row: ExtractedRow, index: number): boolean {
  const line = annex.lines[index];
  const prepared = line?.key !== undefined && !line.extra;
  if (prepared) return true;
  const keyColumn = annex.rows.kind === 'free' ? undefined : annex.rows.key;
  return annex.columns.some(
    (c) => c.key !== keyColumn && row.cells[c.key] !== undefined && row.cells[c.key]!.value !== null,
  );
}

export function rowLookup(row: ExtractedRow): Lookup {
  return (key) => {
    const value = row.cells[key]?.value ?? null;
    return isCellError(value) ? null : value;
  };
}
