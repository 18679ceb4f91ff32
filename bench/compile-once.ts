// The inside of compile-form: in a fresh process, the form as JSON text becomes everything that judges a report, once. Tells
// what each step took, in milliseconds, as JSON.

import { publishedForms } from '../functions/forms/published-forms';
import { checksOf } from '../templates/checks/checks-of';
import { typedCells, typedColumns } from '../templates/checks/typed-cells';
import type { FormDefinition } from '../templates/form-definition/form-definition';
import { derivedFormula, formForPeriod, type PeriodForm } from '../templates/form-definition/form-for-period';
import { compiled } from '../templates/rules/compiled';
import { expressionsIn } from '../templates/rules/message-text';

export interface Compiling {
  /** JSON text → definition. */
  readonly parse: number;
  /** The definition of one period → its checks, typed cells and every expression, the first time. */
  readonly onePeriod: number;
  /** The same for the other periods of the year. */
  readonly others: number;
  readonly checks: number;
  readonly expressions: number;
}

const json = JSON.stringify(publishedForms()[0]);
const start = performance.now();
const definition = JSON.parse(json) as FormDefinition;
const parsed = performance.now();
const seen = new Set<string>();
const checks = compile('2024-H1');
const one = performance.now();
for (const { period } of definition.periods) if (period !== '2024-H1') compile(period);
const all = performance.now();
const result: Compiling = {
  parse: parsed - start,
  onePeriod: one - parsed,
  others: all - one,
  checks,
  expressions: seen.size,
};
console.log(JSON.stringify(result));

function compile(period: string): number {
  const form = formForPeriod(definition, period)!;
  const { report, rows } = checksOf(form);
  const all = [...report, ...[...rows.values()].flat()];
  for (const text of [
    ...all.flatMap(({ expression, message }) => [
      expression,
      ...expressionsIn(message.vi),
      ...expressionsIn(message.en),
    ]),
    ...conditions(form),
  ]) {
    compiled(text);
    seen.add(text);
  }
  return all.length;
}

function conditions(form: PeriodForm): string[] {
  const cells = [...typedCells(form), ...form.annexes.flatMap(typedColumns)];
  return [
    ...cells.flatMap(({ owed }) => (typeof owed === 'string' ? [owed] : [])),
    ...form.indicators.flatMap((i) => [derivedFormula(i) ?? [], i.distinct?.where ?? []].flat()),
  ];
}
