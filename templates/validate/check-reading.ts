// What could not be read at all: R016 for cells that are gone, R019 for those that a merge swallowed, R009 for text that
// looks like an old encoding nobody can be sure of.

import type { Extracted } from '../extract/extracted';
import { garbledText, lostCell, lostSheet, swallowedCell } from '../violation/messages';
import type { Violation } from '../violation/violation';

/** `PL3!D12` of the cells that lie inside a merge: of them it is enough to say so. */
export function swallowedCells({ merged }: Extracted): ReadonlySet<string> {
  return new Set(merged.map(({ sheet, cell }) => `${sheet}!${cell}`));
}

export function* checkReading(extracted: Extracted): Generator<Violation> {
  for (const { name, label, sheet, wholeSheet } of extracted.lost)
    yield {
      rule: 'R016',
      severity: 'error',
      sheet,
      cell: '',
      name,
      message: wholeSheet ? lostSheet(sheet) : lostCell(label, sheet),
    };
  for (const { name, label, sheet, cell, range } of extracted.merged)
    yield { rule: 'R019', severity: 'error', sheet, cell, name, message: swallowedCell(label, range) };
  for (const { name, label, sheet, cell, value } of extracted.garbled)
    yield { rule: 'R009', severity: 'warning', sheet, cell, name, message: garbledText(label, String(value)) };
}
