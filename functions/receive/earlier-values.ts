// What a unit reported before, for the columns "Kỳ trước" and "Cùng kỳ năm trước" of its next template.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { indicatorName } from '../../templates/form-definition/names';
import type { TemplateRequest } from '../../templates/layout/template-request';
import { periodBefore, periodLastYear } from '../../templates/reporting-period/period-code';
import type { Submission } from '../../templates/submission/submission';
import { findForm } from '../forms/form-library';
import type { Store } from '../store/store';
import { readJson } from './stored-json';
import { headKey, headOf, partitionOf, valuesPath } from './submission-rows';

export async function earlierValues(
  store: Store,
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit: string,
): Promise<Pick<TemplateRequest, 'previous' | 'lastYear'>> {
  const of = async (period: string | undefined): Promise<Record<string, number | string> | undefined> => {
    const earlier = period === undefined ? undefined : findForm(forms, form.definition.form, period);
    return earlier && countedValues(store, earlier, unit);
  };
  const [previous, lastYear] = [await of(periodBefore(form.period)), await of(periodLastYear(form.period))];
  return { ...(previous ? { previous } : {}), ...(lastYear ? { lastYear } : {}) };
}

/** By name (`CT_A_01`); undefined where nothing counted. */
async function countedValues(
  store: Store,
  form: PeriodForm,
  unit: string,
): Promise<Record<string, number | string> | undefined> {
  const place = { form: form.definition.form, period: form.period };
  const { counted } = headOf(await store.rows.get(partitionOf(place), headKey(unit)));
  if (counted === 0) return undefined;
  const submission = await readJson<Submission>(store, valuesPath({ ...place, unit, revision: counted }));
  if (!submission) return undefined;
  return Object.fromEntries(Object.entries(submission.values).map(([code, value]) => [indicatorName(code), value]));
}
