// The names of units in one cell, in the order they come, cut before the cell is full: what is left out is counted.

import { MAX_CELL_TEXT } from '../../templates/sheet-xml/reader-limits';

const SEPARATOR = '; ';
/** Room for `; … và 1048576 đơn vị khác`. */
const RESERVE = 40;

export class NameList {
  private listed = '';
  private others = 0;

  constructor(private readonly limit = MAX_CELL_TEXT) {}

  add(name: string): void {
    const longer = this.listed === '' ? name : this.listed + SEPARATOR + name;
    if (this.others > 0 || longer.length > this.limit - RESERVE) this.others++;
    else this.listed = longer;
  }

  /** Null where there is nobody. */
  get text(): string | null {
    if (this.others > 0) return `${this.listed}${this.listed === '' ? '' : SEPARATOR}… và ${this.others} đơn vị khác`;
    return this.listed === '' ? null : this.listed;
  }
}
