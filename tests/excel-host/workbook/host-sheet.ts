// One worksheet of the fake Excel. Its part is parsed when somebody first asks for a cell: the sheet of checks alone takes
// longer than all others together, and few ask for it.

import { cellKey, columnOf, rowOf } from '../../../templates/cell/cell';
import { type Area, intersection, WHOLE_SHEET } from './area';
import { patchSheet } from './patch-sheet';
import { parseSheetXml, type SheetXml } from './sheet-xml';
import type { StoredCell } from './stored-cell';
import type { HostStyle } from './style-sheet';

export interface HostSheetFacts {
  readonly name: string;
  readonly id: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly part: string;
}

export class HostSheet {
  private parsed: SheetXml | undefined;
  private readonly changes = new Map<number, StoredCell>();

  constructor(
    readonly facts: HostSheetFacts,
    private readonly xml: string,
    private readonly sharedStrings: readonly string[],
    private readonly styles: readonly HostStyle[],
  ) {}

  get name(): string {
    return this.facts.name;
  }

  get content(): SheetXml {
    this.parsed ??= parseSheetXml(this.xml, this.sharedStrings);
    return this.parsed;
  }

  cell(row: number, column: number): StoredCell {
    const { cells, rowStyles, columnStyles } = this.content;
    const key = cellKey(row, column);
    return cells.get(key) ?? { value: null, style: rowStyles.get(row) ?? columnStyles.get(column) ?? 0 };
  }

  style(row: number, column: number): HostStyle {
    return this.styles[this.cell(row, column).style] ?? { numberFormat: 'General', font: '', locked: true };
  }

  /** Without asking whether it may be. */
  put(row: number, column: number, { value, formula }: Omit<StoredCell, 'style'>): void {
    const { style } = this.cell(row, column);
    const cell: StoredCell = { value, style, ...(formula === undefined ? {} : { formula }) };
    this.content.cells.set(cellKey(row, column), cell);
    this.changes.set(cellKey(row, column), cell);
  }

  /** The first cell that protection keeps from being changed, if there is one. */
  lockedIn(area: Area): { readonly row: number; readonly column: number } | undefined {
    if (!this.content.isProtected) return undefined;
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (this.style(row, column).locked) return { row, column };
    return undefined;
  }

  /** Undefined where nothing is used. Cells that only have a look count unless `valuesOnly`. */
  usedArea(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | undefined {
    let used: Area | undefined;
    for (const [key, cell] of this.content.cells) {
      if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) continue;
      const [row, column] = [rowOf(key), columnOf(key)];
      used = {
        top: Math.min(row, used?.top ?? row),
        left: Math.min(column, used?.left ?? column),
        bottom: Math.max(row, used?.bottom ?? row),
        right: Math.max(column, used?.right ?? column),
      };
    }
    return used && intersection(used, within);
  }

  /** The part with what was changed; undefined where nothing was. */
  patched(): string | undefined {
    return this.changes.size === 0 ? undefined : patchSheet(this.xml, this.changes);
  }
}
