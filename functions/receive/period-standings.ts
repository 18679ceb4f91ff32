// How every expected unit stands in a period, and what has happened so far: read from the heads and events, never from
// the workbooks. Completeness is received ÷ expected, timeliness on time ÷ expected, both over the list of units.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { daysLate } from '../../templates/reporting-period/calendar';
import { formatDay } from '../../templates/reporting-period/day';
import type { LogEntry, UnitStanding } from '../../templates/submission/submission';
import type { Store } from '../store/store';
import {
  type BoardAct,
  boardActs,
  dueOf,
  isOnSubmission,
  type PeriodAct,
  type PeriodState,
  periodState,
} from './period-state';
import { eventOf, headKey, headOf, partitionOf, rowsWith, type SubmissionEvent } from './submission-rows';

export interface PeriodStandings {
  readonly standings: readonly UnitStanding[];
  readonly log: readonly LogEntry[];
  readonly state: PeriodState;
  /** What was done to the period itself. */
  readonly acts: readonly PeriodAct[];
}

export interface UnitEvents {
  readonly standing: UnitStanding;
  /** Every upload, oldest first. */
  readonly events: readonly SubmissionEvent[];
}

/** How one unit stands, without looking at the others. */
export async function unitStanding(
  store: Store,
  form: PeriodForm,
  state: PeriodState,
  unit: string,
): Promise<UnitEvents> {
  const place = { form: form.definition.form, period: form.period };
  const { counted } = headOf(await store.rows.get(partitionOf(place), headKey(unit)));
  const events: SubmissionEvent[] = [];
  for await (const row of store.rows.query(rowsWith(place, `e~${unit}~`))) events.push(eventOf(row));
  return { standing: standing(unit, events, counted, dueOf(state, form, unit)), events };
}

export async function periodStandings(store: Store, form: PeriodForm): Promise<PeriodStandings> {
  const place = { form: form.definition.form, period: form.period };
  const state = await periodState(store, place);
  const acts = await boardActs(store, place);
  const counted = new Map<string, number>();
  for await (const row of store.rows.query(rowsWith(place, 'u~'))) counted.set(row.row.slice(2), headOf(row).counted);
  const events = new Map<string, SubmissionEvent[]>();
  for await (const row of store.rows.query(rowsWith(place, 'e~'))) {
    const event = eventOf(row);
    events.set(event.unit, [...(events.get(event.unit) ?? []), event]);
  }
  const standings = form.definition.units.map((unit) =>
    standing(unit.code, events.get(unit.code) ?? [], counted.get(unit.code) ?? 0, dueOf(state, form, unit.code)),
  );
  const log = [...[...events.values()].flat().map(logEntry), ...acts.map(actEntry)].sort((a, b) =>
    a.at === b.at ? 0 : a.at < b.at ? -1 : 1,
  );
  return { standings, log, state, acts: acts.filter((act) => !isOnSubmission(act)) };
}

function standing(unit: string, events: readonly SubmissionEvent[], counted: number, due: string): UnitStanding {
  const latest = events.at(-1);
  if (!latest) return { unit, state: 'missing', revision: 0, counted: 0, daysLate: 0, errors: 0, warnings: 0 };
  const shown = events.find((e) => e.revision === counted) ?? latest;
  // A later upload that was refused does not undo the one that counts.
  const state = counted > 0 && latest.state !== 'received' ? shown.state : latest.state;
  return {
    unit,
    state,
    revision: latest.revision,
    counted,
    receivedAt: shown.receivedAt,
    daysLate: daysLate(shown.receivedAt, due),
    errors: latest.errors,
    warnings: shown.warnings,
  };
}

function logEntry(event: SubmissionEvent): LogEntry {
  const act = event.state === 'returned' || event.state === 'accepted' ? 'submitted' : event.state;
  return { at: event.receivedAt, unit: event.unit, revision: event.revision, act, detail: event.code || event.sha256 };
}

function actEntry(done: BoardAct): LogEntry {
  if (isOnSubmission(done)) {
    const { at, act, by, unit, revision, comments } = done;
    return { at, unit, revision, act, detail: [...(comments > 0 ? [`${comments} ý kiến`] : []), by].join(' · ') };
  }
  const { at, act, by, reason, until, units } = done;
  const what = until === undefined ? [] : [`đến hết ngày ${formatDay(until)}`, units?.join(', ') ?? 'mọi đơn vị'];
  return { at, unit: '', revision: 0, act, detail: [...what, reason, by].join(' · ') };
}
