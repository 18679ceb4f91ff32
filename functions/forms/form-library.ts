// The form that a request means: of a form's versions the newest one that reports the period. Every door asks here, so
// that template, checks and master of a period always follow the same version.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { formForPeriod, type PeriodForm } from '../../templates/form-definition/form-for-period';

const known = new WeakMap<FormDefinition, Map<string, PeriodForm>>();

/**
 * @param forms the newest version of each form last
 * @returns undefined where no version of the form reports the period
 */
export function findForm(forms: readonly FormDefinition[], formId: string, period: string): PeriodForm | undefined {
  const reports = (form: FormDefinition): boolean => form.periods.some((p) => p.period === period);
  const newest = forms.filter((form) => form.form === formId && reports(form)).at(-1);
  return newest && inPeriod(newest, period);
}

/** Worked out once: every submission of a period asks for the same. */
function inPeriod(form: FormDefinition, period: string): PeriodForm | undefined {
  const periods = known.get(form) ?? new Map<string, PeriodForm>();
  known.set(form, periods);
  const made = periods.get(period) ?? formForPeriod(form, period);
  if (made) periods.set(period, made);
  return made;
}
