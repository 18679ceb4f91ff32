// The values the checks work on: what was extracted, with "Không phát sinh" of a section read as zeros, and the derived
// indicators as computed by us.

import { isCellError } from '../cell/cell';
import type { Extracted } from '../extract/extracted';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName, indicatorName, nothingName } from '../form-definition/names';
import { NO } from '../rules/choices';
import { derive } from '../rules/derive';
import type { Lookup } from '../rules/evaluate';
import { isZeroable } from '../rules/type-check';
import type { Value } from '../rules/value';

export interface ReportValues {
  /** Any name of the form; an unusable cell counts as blank. Undefined for a name the form has not. */
  readonly lookup: Lookup;
  readonly derived: Readonly<Record<string, Value>>;
  /** Sections marked "Không phát sinh". */
  readonly nothing: readonly string[];
}

export function reportValues(extracted: Extracted, form: PeriodForm): ReportValues {
  const nothing = form.sections.map((s) => s.code).filter((code) => isMarked(extracted, code));
  const typed = new Map<string, Value | readonly Value[]>();
  for (const [name, { value }] of extracted.values) typed.set(name, isCellError(value) ? null : value);
  for (const section of form.sections) {
    for (const indicator of section.indicators) {
      const name = indicatorName(indicator.code);
      if (isDerived(indicator)) typed.delete(name);
      else if (
        typed.get(name) === null &&
        nothing.includes(section.code) &&
        isZeroable(indicator) &&
        !indicator.optional
      ) {
        typed.set(name, indicator.type === 'yesNo' ? NO : 0);
      }
    }
  }
  for (const annex of form.annexes) {
    const rows = extracted.annexes.get(annex.code) ?? [];
    for (const column of annex.columns) {
      const values = rows.map((r) => r.cells[column.key]?.value ?? null);
      typed.set(
        columnRangeName(annex.code, column.key),
        values.map((v) => (isCellError(v) ? null : v)),
      );
    }
  }
  const derived = derive(form, (name) => typed.get(name));
  return { lookup: (name) => (name in derived ? derived[name] : typed.get(name)), derived, nothing };
}

function isMarked(extracted: Extracted, section: string): boolean {
  const mark = extracted.values.get(nothingName(section))?.value;
  return typeof mark === 'string' && mark.toLowerCase() === 'x';
}
