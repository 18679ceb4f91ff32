// What a unit reported before: its counted submissions of the periods that matter to this one, read and made a history.
// For the next template and for the checks across periods.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { periodsOfInterest } from '../../templates/history/earlier-periods';
import type { History } from '../../templates/history/history';
import { historyOf } from '../../templates/history/history-of';
import type { Submission } from '../../templates/submission/submission';
import { findForm } from '../forms/form-library';
import type { Store } from '../store/store';
import { readJson } from './stored-json';
import { headKey, headOf, partitionOf, type SubmissionRef, valuesPath } from './submission-rows';

/** @throws StoreUnavailable; a history that is only partly known would judge a report wrongly */
export async function historyOfUnit(
  store: Store,
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit: string,
): Promise<History> {
  const reported = periodsOfInterest(form).filter((period) => findForm(forms, form.definition.form, period));
  const counted = new Map<string, Submission>();
  const read = await Promise.all(
    reported.map((period) => countedSubmission(store, form.definition.form, period, unit)),
  );
  for (const submission of read) if (submission) counted.set(submission.period, submission);
  return historyOf(form, counted);
}

/** Undefined where nothing of the unit counts. */
async function countedSubmission(
  store: Store,
  form: string,
  period: string,
  unit: string,
): Promise<Submission | undefined> {
  const { counted } = headOf(await store.rows.get(partitionOf({ form, period }), headKey(unit)));
  if (counted === 0) return undefined;
  return countedValues(store, { form, period, unit, revision: counted });
}

/** @throws Error where they are not there: a report never counts before its values are kept */
export async function countedValues(store: Store, ref: SubmissionRef): Promise<Submission> {
  const submission = await readJson<Submission>(store, valuesPath(ref));
  if (!submission) throw new Error(`The values of a counted report are missing: ${valuesPath(ref)}`);
  return submission;
}
