// The board closes a period, opens it again, or gives units more days: the new state and the act that led to it, in one
// transaction, so that nothing was ever done that is not in the log.

import {
  actKey,
  actValues,
  type PeriodAct,
  type PeriodState,
  periodActs,
  STATE_KEY,
  stateOf,
  stateValues,
} from '../receive/period-state';
import { partitionOf, type SubmissionRef } from '../receive/submission-rows';
import type { Store } from '../store/store';

export type Acted =
  | { readonly kind: 'done'; readonly state: PeriodState }
  /** Locked while it was locked, unlocked while it was open: nothing was done. */
  | { readonly kind: 'already'; readonly state: PeriodState };

const MOST_ATTEMPTS = 20;

/** @throws StoreUnavailable when it is not known whether it was done */
export async function actOnPeriod(
  store: Store,
  place: Pick<SubmissionRef, 'form' | 'period'>,
  act: PeriodAct,
): Promise<Acted> {
  const partition = partitionOf(place);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const row = await store.rows.get(partition, STATE_KEY);
    const state = stateOf(row);
    // After a lost answer our own commit showed as a conflict.
    if (attempt > 0 && (await isDone(store, place, act))) return { kind: 'done', state };
    const next = after(state, act);
    if (!next) return { kind: 'already', state };
    const values = stateValues(next);
    const done = await store.rows.transact(partition, [
      { create: actKey(next.acts), values: actValues(act) },
      row ? { replace: STATE_KEY, values, etag: row.etag } : { create: STATE_KEY, values },
    ]);
    if (done === 'done') return { kind: 'done', state: next };
  }
  throw new Error(`The state of ${place.period} kept changing`);
}

async function isDone(store: Store, place: Pick<SubmissionRef, 'form' | 'period'>, act: PeriodAct): Promise<boolean> {
  const wanted = JSON.stringify(actValues(act));
  return (await periodActs(store, place)).some((done) => JSON.stringify(actValues(done)) === wanted);
}

/** A later day for a unit replaces its earlier one, a later day for all theirs; of the two the longer holds. */
function after(state: PeriodState, { act, at, reason, until = '', units }: PeriodAct): PeriodState | undefined {
  const acts = state.acts + 1;
  switch (act) {
    case 'locked':
      return state.lock ? undefined : { ...state, acts, lock: { at, reason } };
    case 'unlocked':
      return state.lock ? { ...state, acts, lock: null } : undefined;
    case 'extended': {
      if (!units) return { ...state, acts, untilForAll: until };
      const given = Object.fromEntries(units.map((unit) => [unit, until]));
      return { ...state, acts, untilFor: { ...state.untilFor, ...given } };
    }
  }
}
