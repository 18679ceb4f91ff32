// Merged ranges, for one question: does a cell lie inside one without being its first cell? Only the first keeps a value.

import { cellKey, columnOf, parseAddress, rowOf, type SheetCells } from '../cell/cell';

export interface MergedRange {
  /** As written, `D12:D15`. */
  readonly range: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function mergedRanges(sheet: SheetCells): MergedRange[] {
  return sheet.merges.flatMap((range) => {
    const [first, last] = range.split(':').map((address) => parseAddress(address));
    if (first === undefined || last === undefined || first === last) return [];
    return [{ range, top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) }];
  });
}

export function swallowing(ranges: readonly MergedRange[], key: number): MergedRange | undefined {
  const [row, column] = [rowOf(key), columnOf(key)];
  return ranges.find(
    (r) => row >= r.top && row <= r.bottom && column >= r.left && column <= r.right && key !== cellKey(r.top, r.left),
  );
}
