// Derived indicators computed from typed values: what the sheet's locked formulas give, computed again by us, since a
// file's own results are never trusted.

import { isCellError } from '../cell/cell';
import { derivedFormula, type PeriodForm } from '../form-definition/form-for-period';
import { indicatorName } from '../form-definition/names';
import { compiled } from './compiled';
import { evaluate, type Lookup } from './evaluate';
import type { Value } from './value';

/**
 * The derived indicators of a period by name. `null` where there is none: a ratio whose whole is 0, or a formula whose
 * parts are unusable.
 * @param typed the typed values: one for a cell's name, a list for an annex column
 */
export function derive(form: PeriodForm, typed: Lookup): Record<string, Value> {
  const derived: Record<string, Value> = {};
  const formulas = new Map(
    form.indicators.flatMap((i) =>
      derivedFormula(i) === undefined ? [] : [[indicatorName(i.code), derivedFormula(i)!]],
    ),
  );
  const busy = new Set<string>();
  const lookup: Lookup = (name) => {
    const formula = formulas.get(name);
    // An indicator that this period does not ask counts as blank.
    if (formula === undefined) return typed(name) ?? null;
    if (!(name in derived)) {
      if (busy.has(name)) throw new Error(`Derived indicator ${name} depends on itself`);
      busy.add(name);
      const result = evaluate(compiled(formula), lookup);
      derived[name] = isCellError(result) || result === '' ? null : result;
    }
    return derived[name];
  };
  for (const name of formulas.keys()) lookup(name);
  return derived;
}
