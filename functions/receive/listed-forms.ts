// The forms that are reported and their periods, with dates; for a unit also how it stands in each. Reads the rows of one
// period after the other.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { periodLabel } from '../../templates/reporting-period/period-code';
import type { ListedForm, ListedPeriod } from '../../templates/submission/listed-form';
import { findForm } from '../forms/form-library';
import type { Store } from '../store/store';
import { unitStanding } from './period-standings';
import { dueOf, lockIn, periodState } from './period-state';

/** @param unit who asks; left out for the board. @param now ISO 8601 */
export async function listedForms(
  store: Store,
  forms: readonly FormDefinition[],
  now: string,
  unit?: string,
): Promise<ListedForm[]> {
  const listed: ListedForm[] = [];
  for (const definition of forms) {
    if (unit !== undefined && !definition.units.some(({ code }) => code === unit)) continue;
    const periods: ListedPeriod[] = [];
    for (const { period } of definition.periods) {
      const form = findForm(forms, definition.form, period);
      // A newer version of the form reports it.
      if (form?.definition !== definition) continue;
      periods.push(await listedPeriod(store, form, now, unit));
    }
    const { form, version, title } = definition;
    if (periods.length > 0) listed.push({ form, version, title, periods });
  }
  return listed;
}

async function listedPeriod(
  store: Store,
  form: PeriodForm,
  now: string,
  unit: string | undefined,
): Promise<ListedPeriod> {
  const { period, dates } = form;
  const place = { form: form.definition.form, period };
  const state = await periodState(store, place);
  const label = { vi: periodLabel(period, 'vi'), en: periodLabel(period, 'en') };
  const facts = { period, label, from: dates.from, to: dates.to };
  if (unit === undefined) return { ...facts, due: dates.unitDue, locked: state.lock !== null };
  const { standing } = await unitStanding(store, form, state, unit);
  const lock = await lockIn(store, state, { ...place, unit, receivedAt: now });
  return {
    ...facts,
    due: dueOf(state, form, unit),
    locked: lock !== undefined,
    state: standing.state,
    revision: standing.revision,
    counted: standing.counted,
  };
}
