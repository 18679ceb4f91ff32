// Whose template, and what the unit reported before.

import type { PeriodForm } from '../form-definition/form-for-period';
import type { History } from '../history/history';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';

export interface TemplateRequest {
  readonly form: PeriodForm;
  readonly unit: ReportingUnit;
  /** Fills the columns of earlier periods, what is carried forward, and the rules over periods. */
  readonly history?: History | undefined;
  /** The revision whose answers it is filled in with: a report that is made of it replaces that one. */
  readonly base?: number | undefined;
}
