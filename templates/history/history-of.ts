// Counted reports of earlier periods → the history of history.ts. Pure: whoever calls has loaded what periodsOfInterest
// names. What an earlier report does not say stays unknown; nothing is guessed and nothing is taken for 0.

import type { PeriodForm } from '../form-definition/form-for-period';
import type { Indicator } from '../form-definition/form-schema';
import { isDay, toSerial } from '../reporting-period/day';
import { fifteenDigits } from '../rules/coerce';
import type { Submission, SubmittedValue } from '../submission/submission';
import { type EarlierPeriods, earlierPeriods } from './earlier-periods';
import { type History, type HistoryPrefix, historyName, LAST_REPORT_NUMBER } from './history';

/** The unit's counted submissions by period. */
export type Counted = ReadonlyMap<string, Submission>;

const FEWEST_FOR_GREATEST = 2;
const COUNT_FOR_LEAST = 3;

export function historyOf(form: PeriodForm, counted: Counted): History {
  const periods = earlierPeriods(form);
  const values: Record<string, SubmittedValue> = {};
  for (const indicator of form.indicators) {
    for (const [prefix, value] of known(indicator, periods, counted))
      if (value !== undefined) values[historyName(prefix, indicator.code)] = value;
  }
  const reported = periods.sameYear.filter(({ period }) => counted.has(period));
  const [latest] = reported;
  const number = greatest(
    reported
      .filter(({ to }) => to === latest?.to)
      .map(({ period }) => reportNumber(counted.get(period)!))
      .filter((n) => n !== undefined),
  );
  if (number !== undefined) values[LAST_REPORT_NUMBER] = number;
  return { values, rows: latest ? counted.get(latest.period)!.annexes : {} };
}

function known(
  indicator: Indicator,
  { before, lastYear, cumulative, quarters, alike }: EarlierPeriods,
  counted: Counted,
): readonly (readonly [HistoryPrefix, SubmittedValue | undefined])[] {
  const of = (period: string | undefined): SubmittedValue | undefined =>
    asKnown(period === undefined ? undefined : counted.get(period)?.values[indicator.code], indicator);
  const figures = (periods: readonly string[]): number[] => periods.map(of).filter((v) => typeof v === 'number');
  const addable = indicator.type === 'integer' || indicator.type === 'money';
  const inQuarters = addable ? figures(quarters) : [];
  const lately = figures(alike);
  const last = figures(alike.slice(0, COUNT_FOR_LEAST));
  return [
    ['KT', of(before)],
    ['NT', of(lastYear)],
    ['LK', figures(cumulative.filter((period) => counted.has(period)).slice(0, 1))[0]],
    ['TQ', inQuarters.length > 0 && inQuarters.length === quarters.length ? sum(inQuarters) : undefined],
    ['LN', lately.length >= FEWEST_FOR_GREATEST ? greatest(lately) : undefined],
    ['NN', last.length === COUNT_FOR_LEAST ? Math.min(...last) : undefined],
  ];
}

/** A figure as a number, a day as its serial number, words as they are. */
function asKnown(value: SubmittedValue | undefined, { type }: Indicator): SubmittedValue | undefined {
  if (value === undefined || type === 'choice' || type === 'yesNo' || type === 'text') return value;
  if (typeof value === 'number') return value;
  return type === 'date' && isDay(value) ? toSerial(value) : undefined;
}

/** `12-BC/ĐU` → 12. */
function reportNumber({ header }: Submission): number | undefined {
  const digits = /^\s*(\d{1,9})(?!\d)/.exec(header?.so_ky_hieu ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const sum = (numbers: readonly number[]): number => fifteenDigits(numbers.reduce((total, n) => total + n, 0));
const greatest = (numbers: readonly number[]): number | undefined =>
  numbers.length > 0 ? Math.max(...numbers) : undefined;
