// The figures of all units as one table of numbers, small enough for ten thousand units: what the rules across units
// compare. A cell that is blank or no number is NaN.

import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import type { Indicator } from '../form-definition/form-schema';
import type { Submission } from '../submission/submission';

export interface FigureColumn {
  readonly indicator: Indicator;
  readonly section: string;
  readonly typed: boolean;
}

const FIRST_ROWS = 64;

export class UnitFigures {
  /** The whole numbers and amounts of the form; typed ones first. */
  readonly columns: readonly FigureColumn[];
  readonly typed: number;
  count = 0;
  private cells: Float64Array;

  constructor(form: PeriodForm) {
    const figures = form.sections.flatMap(({ code, indicators }) =>
      indicators
        .filter(({ type }) => type === 'integer' || type === 'money')
        .map((indicator): FigureColumn => ({ indicator, section: code, typed: !isDerived(indicator) })),
    );
    this.columns = [...figures.filter((c) => c.typed), ...figures.filter((c) => !c.typed)];
    this.typed = figures.filter((c) => c.typed).length;
    this.cells = new Float64Array(FIRST_ROWS * this.columns.length);
  }

  add(values: Submission['values']): void {
    const start = this.count * this.columns.length;
    if (start >= this.cells.length) this.grow();
    for (const [i, { indicator }] of this.columns.entries()) {
      const value = values[indicator.code];
      this.cells[start + i] = typeof value === 'number' ? value : Number.NaN;
    }
    this.count++;
  }

  /** Row and column from 0. */
  at(unit: number, column: number): number {
    return this.cells[unit * this.columns.length + column]!;
  }

  private grow(): void {
    const larger = new Float64Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
  }
}
