// The values the checks work on: what was extracted, with "Không phát sinh" of a section read as zeros, the derived indicators
// as computed by us, the facts of unit and period as the centre knows them, and the unit's history.

import { CLASSES, carriedForward, MONTHS } from '../checks/names-of-rules';
import type { Extracted } from '../extract/extracted';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import { headerFacts } from '../form-definition/header-facts';
import { columnRangeName, headerName, indicatorName, nothingName } from '../form-definition/names';
import { type History, NO_HISTORY } from '../history/history';
import { monthsOf } from '../reporting-period/period-code';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import { derive } from '../rules/derive';
import type { Lookup } from '../rules/evaluate';
import { impliedZero } from '../rules/type-check';
import type { Result, Value } from '../rules/value';

/** What is known of a report beside what it says. */
export interface ReportContext {
  /** Whose it is; the form's own unit of the code in the file when left out. */
  readonly unit?: ReportingUnit | undefined;
  /** Rules over earlier periods are not judged without it. */
  readonly history?: History | undefined;
}

export interface ReportValues {
  /** Any name of the form, its history and its facts. Undefined for a name that is not known. */
  readonly lookup: Lookup;
  /** `null` where it cannot be computed. */
  readonly derived: Readonly<Record<string, Value>>;
  /** Sections marked "Không phát sinh". */
  readonly nothing: readonly string[];
}

export function reportValues(extracted: Extracted, form: PeriodForm, context: ReportContext = {}): ReportValues {
  const nothing = form.sections.map((s) => s.code).filter((code) => isMarked(extracted, code));
  const typed = new Map<string, Result | readonly Result[]>();
  for (const [name, { value }] of extracted.values) typed.set(name, value);
  for (const section of form.sections) {
    for (const indicator of section.indicators) {
      const name = indicatorName(indicator.code);
      if (isDerived(indicator)) typed.delete(name);
      else if (typed.get(name) === null && nothing.includes(section.code))
        typed.set(name, impliedZero(indicator) ?? null);
    }
  }
  for (const annex of form.annexes) {
    const rows = extracted.annexes.get(annex.code) ?? [];
    for (const column of annex.columns)
      typed.set(
        columnRangeName(annex.code, column.key),
        rows.map((r) => r.cells[column.key]?.value ?? null),
      );
  }
  const { values, results } = derive(form, (name) => typed.get(name));
  for (const [name, value] of knownFacts(form, extracted, context)) typed.set(name, value);
  return { lookup: (name) => results.get(name) ?? typed.get(name), derived: values, nothing };
}

function isMarked(extracted: Extracted, section: string): boolean {
  const mark = extracted.values.get(nothingName(section))?.value;
  return typeof mark === 'string' && mark.toLowerCase() === 'x';
}

function* knownFacts(
  form: PeriodForm,
  extracted: Extracted,
  context: ReportContext,
): Generator<[string, Result | readonly Result[]]> {
  const unit = context.unit ?? form.definition.units.find((u) => u.code === extracted.identity.unit);
  if (unit) for (const [field, value] of Object.entries(headerFacts(form, unit))) yield [headerName(field), value];
  yield* rulesFacts(form, context.history ?? NO_HISTORY);
}

/** What the rules know of the period, the board and the unit's history, by name. */
export function* rulesFacts(form: PeriodForm, history: History): Generator<[string, Result | readonly Result[]]> {
  yield [MONTHS, monthsOf(form.period)];
  const { classes } = form.definition.board;
  if (classes && classes.length > 0) yield [CLASSES, classes];
  for (const [name, value] of Object.entries(history.values)) yield [name, value];
  for (const [annex, rows] of Object.entries(history.rows)) yield [carriedForward(annex), rows.length];
}
