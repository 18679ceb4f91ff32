// Which report a unit's period awaits, and which versions of the form it may follow: the same for a workbook, for values and
// for the door that looks at values first.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { Expected } from '../../templates/validate/check-identity';
import { findForm } from './form-library';

/**
 * @param unit the one that sends; any of `units` where left out
 * @param units the ones that report, where they are not the form's own
 */
export function expectedReport(
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit?: string,
  units: readonly ReportingUnit[] = form.definition.units,
): Expected {
  return { form, units, olderForms: otherVersions(forms, form), ...(unit === undefined ? {} : { unit }) };
}

/** Other versions of the form that report the period, too. */
function otherVersions(forms: readonly FormDefinition[], { definition, period }: PeriodForm): PeriodForm[] {
  return forms
    .filter((other) => other.form === definition.form && other.version !== definition.version)
    .flatMap((other) => findForm([other], other.form, period) ?? []);
}
