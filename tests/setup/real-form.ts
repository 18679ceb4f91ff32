// The published form of 2024, for tests that want the real thing rather than an invented one.

import { findForm } from '../../functions/forms/form-library';
import { publishedForms } from '../../functions/forms/published-forms';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';

export function realForm(): FormDefinition {
  return publishedForms().find((form) => form.form === 'khoa-giao' && form.version === '2024.1')!;
}

export function realPeriod(period: string): PeriodForm {
  return findForm([realForm()], 'khoa-giao', period)!;
}
