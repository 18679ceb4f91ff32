// What a template is made for: a form in a period, a unit, and what is known of its earlier reports.

import type { PeriodForm } from '../form-definition/form-for-period';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import type { Value } from '../rules/value';

export interface TemplateRequest {
  readonly form: PeriodForm;
  readonly unit: ReportingUnit;
  /** Values by name (`CT_K_02`) of the last accepted report of the same year, shown beside and pre-filled in section K. */
  readonly previous?: Readonly<Record<string, Value>>;
  /** Values by name of the same period of the year before, shown beside. */
  readonly lastYear?: Readonly<Record<string, Value>>;
}
