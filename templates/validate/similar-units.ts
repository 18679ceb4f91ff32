// Which units have all but the same figures: every pair that a rule over (cells, same) finds broken, and no other, without
// comparing all with all. Prefix filtering as of "AllPairs" (Bayardo, Ma, Srikant: Scaling Up All Pairs Similarity Search,
// WWW 2007): two that share at least t figures share one among all but the last t-1 of each, whatever the order, as long as
// it is one for all; with the rarest figures first few pairs are looked at.

import type { UnitFigures } from './unit-figures';

export interface Similar {
  /** The earlier unit, by its row. */
  readonly other: number;
  /** Typed figures that are not 0 in at least one of the two. */
  readonly cells: number;
  /** Those of them that are equal. */
  readonly same: number;
}

interface Token {
  /** One for each figure of each column. */
  readonly id: number;
  /** How many units have it. */
  readonly units: number;
}

export class SimilarUnits {
  /** `[cells][same]` */
  private readonly broken: readonly (readonly boolean[])[];
  /** By how many figures a unit has: how many it shares at least with another, where the rule is broken. */
  private readonly fewest: readonly number[];
  /** Each column's figures, sorted. */
  private readonly columns: readonly Float64Array[];
  private readonly sizes: Uint16Array;
  /** Rows of the units so far by the tokens of their prefixes. */
  private readonly index = new Map<number, number[]>();
  private readonly lookedAt: Int32Array;

  /** @param breaks whether the rule is broken; asked once for each pair of counts */
  constructor(
    private readonly figures: UnitFigures,
    breaks: (cells: number, same: number) => boolean,
  ) {
    const most = figures.typed;
    this.broken = upTo(most).map((cells) => upTo(cells).map((same) => breaks(cells, same)));
    const least = this.broken.map((row) => (row.includes(true) ? row.indexOf(true) : Number.POSITIVE_INFINITY));
    // The two together have no fewer cells than each of them.
    this.fewest = least.map((_, size) => Math.min(...least.slice(size)));
    this.columns = Array.from({ length: most }, (_, column) => sortedFigures(figures, column));
    this.sizes = Uint16Array.from({ length: figures.count }, (_, unit) => sizeOf(figures, unit));
    this.lookedAt = new Int32Array(figures.count).fill(-1);
  }

  /** The earlier units that a unit is broken with, in their order. To be called for every unit in turn, from 0. */
  next(unit: number): Similar[] {
    const size = this.sizes[unit]!;
    const fewest = this.fewest[size]!;
    const found: Similar[] = [];
    if (fewest === 0) {
      // A rule that is broken by units that share nothing: no way around comparing them all.
      for (let other = 0; other < unit; other++) this.compare(unit, other, found);
    }
    const prefix = this.tokensOf(unit)
      .sort(rarestFirst)
      .slice(0, Math.max(0, size - Math.max(1, fewest) + 1));
    for (const { id, units } of prefix) {
      if (units < 2) continue;
      const others = this.index.get(id) ?? [];
      for (const other of others) this.compare(unit, other, found);
      others.push(unit);
      this.index.set(id, others);
    }
    return found.sort((a, b) => a.other - b.other);
  }

  private compare(unit: number, other: number, found: Similar[]): void {
    if (this.lookedAt[other] === unit) return;
    this.lookedAt[other] = unit;
    const [a, b] = [this.sizes[unit]!, this.sizes[other]!];
    if (Math.min(a, b) < this.fewest[Math.max(a, b)]!) return;
    let cells = 0;
    let same = 0;
    for (let column = 0; column < this.figures.typed; column++) {
      const [x, y] = [this.figures.at(unit, column), this.figures.at(other, column)];
      if (!isFigure(x) && !isFigure(y)) continue;
      cells++;
      if (x === y) same++;
    }
    if (this.broken[cells]![same]) found.push({ other, cells, same });
  }

  private tokensOf(unit: number): Token[] {
    const tokens: Token[] = [];
    for (const [column, sorted] of this.columns.entries()) {
      const figure = this.figures.at(unit, column);
      if (!isFigure(figure)) continue;
      const first = placeIn(sorted, (other) => other < figure);
      const units = placeIn(sorted, (other) => other <= figure) - first;
      tokens.push({ id: column * this.figures.count + first, units });
    }
    return tokens;
  }
}

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, i) => i);
const isFigure = (value: number): boolean => value !== 0 && !Number.isNaN(value);
const rarestFirst = (a: Token, b: Token): number => a.units - b.units || a.id - b.id;

function sizeOf(figures: UnitFigures, unit: number): number {
  let size = 0;
  for (let column = 0; column < figures.typed; column++) if (isFigure(figures.at(unit, column))) size++;
  return size;
}

function sortedFigures(figures: UnitFigures, column: number): Float64Array {
  const values: number[] = [];
  for (let unit = 0; unit < figures.count; unit++) {
    const value = figures.at(unit, column);
    if (isFigure(value)) values.push(value);
  }
  return Float64Array.from(values).sort();
}

/** How many at the beginning are below. */
function placeIn(sorted: Float64Array, isBelow: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBelow(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}
