// Which earlier periods matter to a report, and as what: worked out from the calendar alone, before anything is loaded.
// Spans are compared by their days, so a board with other cut-offs gets the same meaning.

import type { PeriodForm } from '../form-definition/form-for-period';
import { periodDates } from '../reporting-period/calendar';
import { addDays, type Day } from '../reporting-period/day';
import {
  PERIOD_KINDS,
  type PeriodCode,
  type PeriodKind,
  parsePeriod,
  periodBefore,
  periodLastYear,
} from '../reporting-period/period-code';

const QUARTERS: readonly PeriodKind[] = ['Q1', 'Q2', 'Q3', 'Q4'];
const MOST_ALIKE = 4;

export interface Span {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
}

export interface EarlierPeriods {
  readonly before: string | undefined;
  readonly lastYear: string | undefined;
  /** Of the same year, ending before this one ends; latest end first, of two that end together the longer. */
  readonly sameYear: readonly Span[];
  /** Of those, what counts up from the same day. */
  readonly cumulative: readonly string[];
  /** The other quarters that cover this period's span without gap or overlap; none where they do not. */
  readonly quarters: readonly string[];
  /** Up to four of the same kind, the nearest first; the quarters of a year are of one kind. */
  readonly alike: readonly string[];
}

export function earlierPeriods(form: PeriodForm): EarlierPeriods {
  const { period, dates, definition } = form;
  const code = parsePeriod(period)!;
  const others = PERIOD_KINDS.map((kind) => `${code.year}-${kind}`)
    .filter((other) => other !== period)
    .map((other): Span => ({ period: other, ...periodDates(other, definition.calendar, definition.holidays) }));
  const sameYear = others.filter((s) => s.to < dates.to).sort(latestFirst);
  return {
    before: periodBefore(period),
    lastYear: periodLastYear(period),
    sameYear,
    cumulative: sameYear.filter((s) => s.from === dates.from).map((s) => s.period),
    quarters: tiles(
      others.filter((s) => QUARTERS.includes(parsePeriod(s.period)!.kind)),
      dates,
    ),
    alike: alike(code),
  };
}

/** The periods whose counted reports make a history, each once. */
export function periodsOfInterest(form: PeriodForm): string[] {
  const { before, lastYear, sameYear, quarters, alike } = earlierPeriods(form);
  const named = [before, lastYear].filter((period) => period !== undefined);
  return [...new Set([...named, ...sameYear.map((s) => s.period), ...quarters, ...alike])];
}

function latestFirst(a: Span, b: Span): number {
  if (a.to !== b.to) return a.to > b.to ? -1 : 1;
  return a.from < b.from ? -1 : 1;
}

function tiles(quarters: readonly Span[], { from, to }: Pick<Span, 'from' | 'to'>): string[] {
  const covering: string[] = [];
  let next = from;
  for (const quarter of quarters.filter((q) => q.from >= from && q.to <= to)) {
    if (quarter.from !== next) return [];
    covering.push(quarter.period);
    next = addDays(quarter.to, 1);
  }
  return next === addDays(to, 1) ? covering : [];
}

function alike({ year, kind }: PeriodCode): string[] {
  const back = Array.from({ length: MOST_ALIKE }, (_, i) => i + 1);
  const quarter = QUARTERS.indexOf(kind);
  if (quarter < 0) return back.map((years) => `${year - years}-${kind}`);
  return back.map((steps) => {
    const at = year * 4 + quarter - steps;
    return `${Math.floor(at / 4)}-${QUARTERS[at % 4]}`;
  });
}
