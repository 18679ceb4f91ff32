// Derived indicators computed from typed values: what the sheet's locked formulas give, computed again by us, since a
// file's own results are never trusted.

import { isCellError } from '../cell/cell';
import { derivedFormula, type PeriodForm } from '../form-definition/form-for-period';
import { indicatorName } from '../form-definition/names';
import { compiled } from './compiled';
import { evaluate, type Lookup } from './evaluate';
import type { Result, Value } from './value';

export interface Derived {
  /** By name. `null` where there is none: a ratio whose whole is 0, or a formula whose parts are unusable. */
  readonly values: Readonly<Record<string, Value>>;
  /** As the cells show them: an empty text, an error. */
  readonly results: ReadonlyMap<string, Result>;
}

/**
 * The derived indicators of a period.
 * @param typed the typed values: one for a cell's name, a list for an annex column
 */
export function derive(form: PeriodForm, typed: Lookup): Derived {
  const results = new Map<string, Result>();
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
    const known = results.get(name);
    if (known !== undefined) return known;
    if (busy.has(name)) throw new Error(`Derived indicator ${name} depends on itself`);
    busy.add(name);
    // A formula that points at a blank cell gives 0.
    const result = evaluate(compiled(formula), lookup) ?? 0;
    results.set(name, result);
    return result;
  };
  const values: Record<string, Value> = {};
  for (const name of formulas.keys()) {
    const result = lookup(name) as Result;
    values[name] = isCellError(result) || result === '' ? null : result;
  }
  return { values, results };
}
