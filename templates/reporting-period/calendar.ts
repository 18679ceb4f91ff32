// What days a period covers and when its reports are owed: spans and due dates from the form's calendar preset, working
// days after the cut-off with weekends and the holiday table left out (Decree 09/2019/NĐ-CP, articles 8 and 12).

import type { CalendarPreset } from '../form-definition/form-schema';
import { addDays, type Day, dayInVietnam, daysBetween, weekday } from './day';
import { parsePeriod } from './period-code';

export interface PeriodDates {
  readonly from: Day;
  /** The cut-off: the last day that counts. */
  readonly to: Day;
  /** The last day on which a unit's report is on time. */
  readonly unitDue: Day;
  /** The last day on which the board's report to the province is on time. */
  readonly boardDue: Day;
}

/** Throws where `period` is no period code. */
export function periodDates(period: string, preset: CalendarPreset, holidays: readonly Day[]): PeriodDates {
  const code = parsePeriod(period);
  if (!code) throw new Error(`Not a period code: ${period}`);
  const span = preset.spans[code.kind];
  const from = resolve(span.from, code.year);
  const to = resolve(span.to, code.year);
  return {
    from,
    to,
    unitDue: addWorkingDays(to, preset.due.unit, holidays),
    boardDue: addWorkingDays(to, preset.due.board, holidays),
  };
}

/** `06-14` → `2024-06-14`; `previous 12-15` → `2023-12-15`. */
function resolve(text: string, year: number): Day {
  return text.startsWith('previous ') ? `${year - 1}-${text.slice(9)}` : `${year}-${text}`;
}

export function addWorkingDays(day: Day, count: number, holidays: readonly Day[]): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    const free = weekday(at) === 0 || weekday(at) === 6 || holidays.includes(at);
    if (!free) left--;
  }
  return at;
}

/** Days after the due date on which a report arrived at `instant` (ISO 8601); 0 when it was on time. */
export function daysLate(instant: string, due: Day): number {
  return Math.max(0, daysBetween(due, dayInVietnam(instant)));
}
