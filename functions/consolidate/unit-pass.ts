// One submission → its rows on every sheet, and its share of the tallies that the totals are made from. Keeps the tallies,
// forgets the submission.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Submission } from '../../templates/submission/submission';
import { BY_UNIT } from './by-unit-sheet';
import { IndicatorTally } from './indicator-tally';
import type { MasterPlan } from './master-plan';
import { NARRATIVES } from './narratives-sheet';
import type { PutRow } from './put-row';
import { SOURCES, sourceRow } from './source-sheets';
import type { UnitLabel } from './unit-label';
import { valueCell } from './value-cell';
import { WARNINGS, warningHeight, warningRow } from './warnings-sheet';

export class UnitPass {
  readonly tallies: ReadonlyMap<string, IndicatorTally>;
  /** Rows of each annex so far. */
  readonly annexRows = new Map<string, number>();

  constructor(
    private readonly plan: MasterPlan,
    private readonly form: PeriodForm,
    private readonly put: PutRow,
  ) {
    this.tallies = new Map(form.indicators.map((indicator) => [indicator.code, new IndicatorTally(indicator)]));
  }

  async add(submission: Submission, unit: UnitLabel): Promise<void> {
    await this.values(submission, unit);
    await this.annexes(submission, unit);
    const { narratives } = this.plan;
    const said = narratives.row(submission, unit);
    await this.put(NARRATIVES, said, heightOf(narratives.height(said)));
    for (const violation of submission.warnings) {
      const cells = warningRow(violation, unit, submission.explanations);
      await this.put(WARNINGS, cells, heightOf(warningHeight(cells)));
    }
    await this.put(SOURCES, sourceRow(submission));
  }

  /** What staff should know about the figures. */
  warnings(): string[] {
    return [...this.tallies.values()]
      .filter((tally) => tally.unsummed > 0)
      .map(
        ({ indicator, unsummed }) =>
          `${indicator.code}: ${unsummed} đơn vị ghi chữ ở chỉ tiêu số, không cộng vào tổng.`,
      );
  }

  private async values({ values, period }: Submission, unit: UnitLabel): Promise<void> {
    const cells = this.form.indicators.map((indicator) => valueCell(values[indicator.code], indicator));
    await this.put(BY_UNIT, [unit.code, unit.name, unit.kind, ...cells]);
    for (const [i, { code }] of this.form.indicators.entries()) {
      const cell = cells[i]!;
      this.tallies.get(code)!.add(cell);
      if (cell === null) continue;
      const value = typeof cell === 'object' ? values[code]! : cell;
      await this.put(this.plan.data.next(), [unit.code, period, code, value]);
    }
  }

  private async annexes({ annexes }: Submission, unit: UnitLabel): Promise<void> {
    for (const stack of this.plan.stacks) {
      for (const row of annexes[stack.code] ?? []) {
        const cells = stack.row(row, unit);
        await this.put(stack.code, cells, heightOf(stack.height(cells)));
        this.annexRows.set(stack.code, (this.annexRows.get(stack.code) ?? 0) + 1);
      }
    }
  }
}

const heightOf = (height: number | undefined): { height: number } | undefined =>
  height === undefined ? undefined : { height };
