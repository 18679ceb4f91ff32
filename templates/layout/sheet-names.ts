// What stands in a sheet's formula for a name of the rules: the defined name, a cell of a row, or a value that is known when
// the template is made (history, facts of the period, the catalogue). A check whose names are not known has no formula.

import { CLASSES, columnBefore, IN_FORCE_FROM } from '../checks/names-of-rules';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName, indicatorName, nothingName } from '../form-definition/names';
import { mayBeNothing } from '../form-definition/sections';
import { type History, isHistoryName } from '../history/history';
import { NO } from '../rules/choices';
import { literal } from '../rules/to-formula';
import { impliedZero } from '../rules/type-check';
import { rowBefore, rowFact } from '../validate/annex-rows';
import { rulesFacts } from '../validate/report-values';

export interface SheetNames {
  readonly nameAs: (name: string) => string;
  readonly isKnown: (name: string) => boolean;
  /** What a message shows for a blank, as a formula, where "Không phát sinh" may answer for it. */
  readonly blankAs: (name: string) => string | undefined;
}

export function namesInReport(form: PeriodForm, history: History): SheetNames {
  const facts = new Map(rulesFacts(form, history));
  const zeros = new Map<string, { mark: string; zero: string; yesNo: boolean }>();
  for (const section of form.sections.filter(mayBeNothing))
    for (const indicator of section.indicators) {
      const zero = impliedZero(indicator);
      if (zero === undefined) continue;
      const mark = `${nothingName(section.code)}="x"`;
      zeros.set(indicatorName(indicator.code), { mark, zero: literal(zero), yesNo: zero === NO });
    }
  return {
    nameAs: (name) => {
      const fact = facts.get(name);
      if (typeof fact === 'number' || typeof fact === 'string') return literal(fact);
      const zero = zeros.get(name);
      // A blank counts as 0 by itself, but not as "Không".
      return zero?.yesNo ? `IF(AND(ISBLANK(${name}),${zero.mark}),${zero.zero},${name})` : name;
    },
    isKnown: (name) => facts.has(name) || (name !== CLASSES && !isHistoryName(name)),
    blankAs: (name) => {
      const zero = zeros.get(name);
      return zero && `IF(${zero.mark},${zero.zero},"(trống)")`;
    },
  };
}

/** Inside a row, counted from 0: its own columns first. */
export function namesInRow(annex: PeriodAnnex, row: number, history: History, report: SheetNames): SheetNames {
  const keys = new Set(annex.columns.map((c) => c.key));
  const line = annex.lines[row];
  const before = rowBefore(annex, line?.key, history);
  const fact = (name: string): number | string | undefined => rowFact(name, annex, line, before);
  const ofRow = (name: string): boolean =>
    name === IN_FORCE_FROM || [...keys].some((key) => columnBefore(key) === name);
  return {
    nameAs: (name) => {
      if (keys.has(name)) return `INDEX(${columnRangeName(annex.code, name)},${row + 1})`;
      const known = fact(name);
      return known === undefined ? report.nameAs(name) : literal(known);
    },
    isKnown: (name) => keys.has(name) || (ofRow(name) ? fact(name) !== undefined : report.isKnown(name)),
    blankAs: (name) => (keys.has(name) ? undefined : report.blankAs(name)),
  };
}
