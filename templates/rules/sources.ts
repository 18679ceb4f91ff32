// Which typed cells and columns a derived indicator comes from, through other derived ones too.

import { derivedFormula, type PeriodForm } from '../form-definition/form-for-period';
import { indicatorName } from '../form-definition/names';
import { compiled } from './compiled';
import { namesIn } from './walk-expression';

/** Names of derived indicators → every name their formulas lead to. */
export function sourcesOf(form: PeriodForm): ReadonlyMap<string, ReadonlySet<string>> {
  const formulas = new Map(form.indicators.map((i) => [indicatorName(i.code), derivedFormula(i)]));
  const collect = (name: string, into: Set<string>): Set<string> => {
    const formula = formulas.get(name);
    for (const source of formula === undefined ? [] : namesIn(compiled(formula)))
      if (!into.has(source)) collect(source, into.add(source));
    return into;
  };
  return new Map([...formulas].flatMap(([name, f]) => (f === undefined ? [] : [[name, collect(name, new Set())]])));
}
