// How many cells a workbook has used of its limits, over all its sheets.

import { refuse } from './file-refused';
import type { SheetXmlLimits } from './reader-limits';

export class CellBudget {
  private cells = 0;
  private empty = 0;

  constructor(private readonly limits: SheetXmlLimits) {}

  /** Throws `FileRefused` (`TOO_MANY_CELLS`). */
  spendCell(sheet: string): void {
    if (++this.cells > this.limits.cells) refuse('TOO_MANY_CELLS', { sheet });
  }

  spendEmpty(sheet: string, count: number): void {
    this.empty += count;
    if (this.empty > this.limits.emptyCells) refuse('TOO_MANY_CELLS', { sheet });
  }
}
