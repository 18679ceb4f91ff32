// What is remembered of one indicator while the units pass by: how many answered, the sum of the numbers, how often each
// choice. Small and of the same size for ten units and ten thousand.

import type { Indicator } from '../../templates/form-definition/form-schema';
import { choicesOf } from '../../templates/rules/choices';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { ExactSum } from './exact-sum';

export class IndicatorTally {
  answered = 0;
  /** Answers that are text where a number is summed. */
  unsummed = 0;
  private readonly numbers = new ExactSum();
  private readonly choices: Map<string, number>;

  constructor(readonly indicator: Indicator) {
    this.choices = new Map(choicesOf(indicator).map((choice) => [choice, 0]));
  }

  /** `cell` as it is written into `TheoDonVi`. */
  add(cell: StreamedCell): void {
    if (cell === null) return;
    this.answered++;
    if (typeof cell === 'number') this.numbers.add(cell);
    else if (this.indicator.units === 'sum') this.unsummed++;
    else if (typeof cell === 'string' && this.choices.has(cell)) this.choices.set(cell, this.choices.get(cell)! + 1);
  }

  get sum(): number {
    return this.numbers.value;
  }

  /** Every choice of the form in its order, also those nobody chose. */
  get counts(): ReadonlyMap<string, number> {
    return this.choices;
  }
}
