// How each indicator adds up over the units, twice over: the live formula of `TongHop` and its result from the tallies of
// the pass. Percentages come from the sums of their parts, never from the units' percentages.

import { isCellError } from '../../templates/cell/cell';
import { derivedFormula, type PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Indicator } from '../../templates/form-definition/form-schema';
import { indicatorName } from '../../templates/form-definition/names';
import { compiled } from '../../templates/rules/compiled';
import { evaluate } from '../../templates/rules/evaluate';
import { criterionText } from './criterion-text';
import { YES } from './document-tally';
import type { IndicatorTally } from './indicator-tally';

/** A formula with the result that is stored beside it; `''` where the formula gives an empty text. */
export interface LiveTotal {
  readonly formula: string;
  readonly result: number | string;
}

export interface TotalSources {
  readonly form: PeriodForm;
  readonly tallies: ReadonlyMap<string, IndicatorTally>;
  /** The indicator's column in `TheoDonVi`. */
  readonly range: (code: string) => string;
  /** The cell of its total in `TongHop`. */
  readonly cell: (code: string) => string;
  /** Of a `distinct` indicator; undefined where its annex is not asked. */
  readonly distinct: (code: string) => LiveTotal | undefined;
}

/** Undefined where the indicator has no total. */
export function totalOf(indicator: Indicator, sources: TotalSources): LiveTotal | undefined {
  const tally = sources.tallies.get(indicator.code)!;
  const range = sources.range(indicator.code);
  switch (indicator.units) {
    case 'sum':
      return { formula: `SUM(${range})`, result: tally.sum };
    case 'countYes':
      return { formula: `COUNTIF(${range},${criterionText(YES)})`, result: tally.counts.get(YES) ?? 0 };
    case 'distribution':
      return { formula: `COUNTA(${range})`, result: tally.answered };
    case 'distinct':
      return sources.distinct(indicator.code);
    case 'ratio':
      return ratio(indicator, sources);
    case 'none':
      return undefined;
  }
}

/** `Tốt: 5; Khá: 6`, for indicators that are chosen from a list. */
export function spreadOf(indicator: Indicator, { tallies, range }: TotalSources): LiveTotal | undefined {
  if (indicator.units !== 'countYes' && indicator.units !== 'distribution') return undefined;
  const counts = [...tallies.get(indicator.code)!.counts];
  const parts = counts.map(
    ([choice], i) =>
      `"${i > 0 ? '; ' : ''}${choice.replaceAll('"', '""')}: "&COUNTIF(${range(indicator.code)},${criterionText(choice)})`,
  );
  return { formula: parts.join('&'), result: counts.map(([choice, count]) => `${choice}: ${count}`).join('; ') };
}

/**
 * The form's own formula with sums in place of the names. A part that does not itself add up (documents that apply, which
 * are counted once over all units) is summed here over the units, or the share would pass 100%.
 */
function ratio(indicator: Indicator, { form, tallies, range, cell }: TotalSources): LiveTotal {
  const byName = new Map(form.indicators.map((i) => [indicatorName(i.code), i]));
  const text = derivedFormula(indicator)!;
  const formula = text.replace(/\bCT_[A-Z]_\d{2}\b/g, (name) => {
    const part = byName.get(name);
    if (!part) return '0';
    return part.units === 'sum' ? cell(part.code) : `SUM(${range(part.code)})`;
  });
  const result = evaluate(compiled(text), (name) => {
    const part = byName.get(name);
    return part ? tallies.get(part.code)!.sum : 0;
  });
  return { formula, result: isCellError(result) || typeof result !== 'number' ? '' : result };
}
