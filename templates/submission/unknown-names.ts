// The names of a report's values that have no cell to be typed into in this period's template: unknown ones, derived ones, the
// board's own, annexes that are not asked. Nothing is ever dropped because nobody looked.

import type { PeriodForm } from '../form-definition/form-for-period';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import type { CanonicalReport } from './canonical-report';
import { typedNames } from './typed-names';

/** @returns `CT_Z_99`, `PL9`, `PL1_khong_co` */
export function unknownNames(
  { values, annexes }: Pick<CanonicalReport, 'values' | 'annexes'>,
  form: PeriodForm,
  unit: ReportingUnit,
): string[] {
  const typed = typedNames(form, unit);
  const unknown = new Set(Object.keys(values).filter((name) => !typed.has(name)));
  for (const [code, rows] of Object.entries(annexes)) {
    const annex = form.annexes.find((a) => a.asked && a.code === code);
    if (!annex) unknown.add(code);
    const keys = new Set(annex?.columns.map(({ key }) => key));
    for (const key of new Set(annex ? rows.flatMap(Object.keys) : []))
      if (!keys.has(key)) unknown.add(`${code}_${key}`);
  }
  return [...unknown];
}
