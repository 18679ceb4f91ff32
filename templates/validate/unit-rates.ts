// Each figure per 100 party members, and its quartiles over the units of one kind (Excel's QUARTILE.INC): what is usual
// among units of very different sizes. A unit whose members are not known has no rate.

import type { UnitKind } from '../reporting-unit/reporting-unit';
import type { UnitFigures } from './unit-figures';

/** Party members. */
const MEMBERS = 'K.02';

export interface Usual {
  readonly q1: number;
  readonly q3: number;
  /** Units of the kind that have a rate. */
  readonly units: number;
}

export class UnitRates {
  private readonly members: number;
  private readonly usual = new Map<string, Usual>();

  /** @param kinds of the units, by row; a unit of unknown kind is compared with none */
  constructor(
    private readonly figures: UnitFigures,
    private readonly kinds: readonly (UnitKind | undefined)[],
    columns: readonly number[],
  ) {
    this.members = figures.columns.findIndex(({ indicator }) => indicator.code === MEMBERS);
    for (const kind of new Set(kinds)) {
      if (kind === undefined) continue;
      for (const column of columns) {
        const rates = this.sortedRates(kind, column);
        if (rates.length > 0) this.usual.set(`${kind} ${column}`, usualOf(rates));
      }
    }
  }

  /** NaN where there is none. */
  rate(unit: number, column: number): number {
    const members = this.members < 0 ? Number.NaN : this.figures.at(unit, this.members);
    return members > 0 ? (this.figures.at(unit, column) * 100) / members : Number.NaN;
  }

  usualFor(unit: number, column: number): Usual | undefined {
    return this.usual.get(`${this.kinds[unit]} ${column}`);
  }

  private sortedRates(kind: UnitKind, column: number): Float64Array {
    const rates: number[] = [];
    for (let unit = 0; unit < this.figures.count; unit++) {
      const rate = this.kinds[unit] === kind ? this.rate(unit, column) : Number.NaN;
      if (!Number.isNaN(rate)) rates.push(rate);
    }
    return Float64Array.from(rates).sort();
  }
}

/** @param rates sorted, at least one */
export function usualOf(rates: Float64Array): Usual {
  return { q1: quantile(rates, 0.25), q3: quantile(rates, 0.75), units: rates.length };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
