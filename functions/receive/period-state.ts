// Whether a period still takes reports, and until when from whom: one row a period, `p~state`, beside the reports; and the
// board's acts that led to it, a row each, `a~00000003`. Reads only; the acts themselves are in functions/board.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { type Day, dayInVietnam } from '../../templates/reporting-period/day';
import type { Row, RowValues, Store } from '../store/store';
import { eventKey, eventOf, headKey, headOf, partitionOf, rowsWith, type SubmissionRef } from './submission-rows';

type Place = Pick<SubmissionRef, 'form' | 'period'>;

export interface Lock {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
}

export interface PeriodState {
  readonly lock: Lock | null;
  /** The last day to which all units are extended; empty where they are not. */
  readonly untilForAll: Day | '';
  /** The same for single units, by code. */
  readonly untilFor: Readonly<Record<string, Day>>;
  /** How many acts led here. */
  readonly acts: number;
}

/** One thing that the board did to a period. */
export interface PeriodAct {
  readonly act: 'locked' | 'unlocked' | 'extended';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The account that did it. */
  readonly by: string;
  readonly reason: string;
  /** Of an extension: its last day... */
  readonly until?: Day;
  /** ...and the units it is for; all where left out. */
  readonly units?: readonly string[];
}

/** One thing that the board did to a report. */
export interface SubmissionAct {
  readonly act: 'returned' | 'accepted';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly unit: string;
  readonly revision: number;
  /** How many comments it was returned with; 0 where accepted. */
  readonly comments: number;
}

export type BoardAct = PeriodAct | SubmissionAct;

export const isOnSubmission = (act: BoardAct): act is SubmissionAct => act.act === 'returned' || act.act === 'accepted';

export const STATE_KEY = 'p~state';
export const actKey = (number: number): string => `a~${String(number).padStart(8, '0')}`;

export async function periodState(store: Store, place: Place): Promise<PeriodState> {
  return stateOf(await store.rows.get(partitionOf(place), STATE_KEY));
}

/** What was done to the period itself, in that order. */
export async function periodActs(store: Store, place: Place): Promise<PeriodAct[]> {
  return (await boardActs(store, place)).filter((act) => !isOnSubmission(act));
}

/** All that the board did in a period, to it and to its reports, in the order in which it was done. */
export async function boardActs(store: Store, place: Place): Promise<BoardAct[]> {
  const acts: BoardAct[] = [];
  for await (const { values } of store.rows.query(rowsWith(place, 'a~'))) acts.push(actOf(values));
  return acts;
}

/** The last day on which a unit's report is on time. */
export function dueOf(state: PeriodState, form: PeriodForm, unit: string): Day {
  return [form.dates.unitDue, extendedTo(state, unit)].sort().at(-1)!;
}

type Arrival = Place & { readonly unit: string; readonly receivedAt: string };

/** What keeps a report out that arrives at `receivedAt`; undefined where it may come in. */
export async function lockAgainst(store: Store, arrival: Arrival): Promise<Lock | undefined> {
  return lockIn(store, await periodState(store, arrival), arrival);
}

/** The same where the period's state was read before. */
export async function lockIn(
  store: Store,
  state: PeriodState,
  { unit, receivedAt, ...place }: Arrival,
): Promise<Lock | undefined> {
  if (!state.lock || dayInVietnam(receivedAt) <= extendedTo(state, unit)) return undefined;
  return (await isReturned(store, { ...place, unit })) ? undefined : state.lock;
}

/** What the board sent back it also takes back: the report that counts, whatever came after it and was refused. */
async function isReturned(store: Store, place: Omit<SubmissionRef, 'revision'>): Promise<boolean> {
  const { counted } = headOf(await store.rows.get(partitionOf(place), headKey(place.unit)));
  const row = counted > 0 && (await store.rows.get(partitionOf(place), eventKey({ ...place, revision: counted })));
  return row ? eventOf(row).state === 'returned' : false;
}

/** The later of what all were given and what the unit was given; before any day where neither. */
function extendedTo({ untilForAll, untilFor }: PeriodState, unit: string): Day | '' {
  const own = untilFor[unit] ?? '';
  return own > untilForAll ? own : untilForAll;
}

export function stateOf(row: Row | undefined): PeriodState {
  const { lockedAt = '', reason = '', untilForAll = '', untilFor = '{}', acts = 0 } = row?.values ?? {};
  return {
    lock: lockedAt === '' ? null : { at: String(lockedAt), reason: String(reason) },
    untilForAll: String(untilForAll),
    untilFor: JSON.parse(String(untilFor)) as Record<string, Day>,
    acts: Number(acts),
  };
}

export function stateValues({ lock, untilForAll, untilFor, acts }: PeriodState): RowValues {
  return {
    lockedAt: lock?.at ?? '',
    reason: lock?.reason ?? '',
    untilForAll,
    untilFor: JSON.stringify(untilFor),
    acts,
  };
}

function actOf({ act, at, by, reason, until, units, unit, revision, comments }: RowValues): BoardAct {
  if (act === 'returned' || act === 'accepted')
    return {
      act,
      at: String(at),
      by: String(by),
      unit: String(unit),
      revision: Number(revision),
      comments: Number(comments),
    };
  return {
    act: act as PeriodAct['act'],
    at: String(at),
    by: String(by),
    reason: String(reason),
    ...(until ? { until: String(until) } : {}),
    ...(units ? { units: String(units).split(' ') } : {}),
  };
}

export function actValues(done: BoardAct): RowValues {
  if (isOnSubmission(done)) return { ...done };
  const { act, at, by, reason, until = '', units = [] } = done;
  return { act, at, by, reason, until, units: units.join(' ') };
}
