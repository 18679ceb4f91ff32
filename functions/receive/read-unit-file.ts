// A unit's file on a period, read from its rows: due dates, lock, history, every upload with its receipt. Of the uploads
// only the newest says what was found in it.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { UnitFile } from '../../templates/submission/unit-file';
import type { Store } from '../store/store';
import { receiptOf } from './find-receipt';
import { historyOfUnit } from './history-of-unit';
import { unitStanding } from './period-standings';
import { dueOf, lockIn, periodState } from './period-state';
import { heldVerdict } from './stored-verdict';

export interface Asking {
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly language: 'vi' | 'en';
}

export async function readUnitFile(
  store: Store,
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit: ReportingUnit,
  { now, language }: Asking,
): Promise<UnitFile> {
  const place = { form: form.definition.form, period: form.period };
  const state = await periodState(store, place);
  const due = dueOf(state, form, unit.code);
  const { standing, events } = await unitStanding(store, form, state, unit.code);
  const newest = events.at(-1);
  const verdict = newest && (await heldVerdict(store, newest));
  const submissions = await Promise.all(
    events.toReversed().map((e) => receiptOf(store, e, { due, language, ...(e === newest ? { verdict } : {}) })),
  );
  const lock = await lockIn(store, state, { ...place, unit: unit.code, receivedAt: now });
  return {
    ...place,
    unit,
    due,
    dueOfPeriod: form.dates.unitDue,
    locked: lock ?? null,
    history: await historyOfUnit(store, forms, form, unit.code),
    counted: standing.counted,
    submissions,
  };
}
