// What a unit reported before, as the cross-period rules see it and the next template shows it: values by history name, and
// the annex rows that are carried forward. Made from counted reports only; a name that is not there is not known.

import type { AnnexRow, SubmittedValue } from '../submission/submission';

/**
 * The history names of indicator `A.01`:
 * `KT_A_01` the period before in the year (periodBefore) · `NT_A_01` the same period of last year ·
 * `LK_A_01` the latest shorter cumulative period of the year (2024-9M → H1, else Q1) ·
 * `TQ_A_01` the sum of the quarters that make up this period, when all of them counted ·
 * `LN_A_01` the greatest of up to four earlier periods of the same kind, when at least two counted ·
 * `NN_A_01` the least of the last three earlier periods of the same kind, when three counted.
 */
export const HISTORY_PREFIXES = ['KT', 'NT', 'LK', 'TQ', 'LN', 'NN'] as const;
export type HistoryPrefix = (typeof HISTORY_PREFIXES)[number];

/** `KT`, `A.01` → `KT_A_01` */
export const historyName = (prefix: HistoryPrefix, code: string): string => `${prefix}_${code.replace('.', '_')}`;

/** The number in the report number of the latest earlier report of the year: `12` of `12-BC/ĐU`. */
export const LAST_REPORT_NUMBER = 'KT_so_bao_cao';

export interface History {
  /** By history name; dates as serial numbers. */
  readonly values: Readonly<Record<string, SubmittedValue>>;
  /** Rows of the latest earlier report of the same plan year, by annex, in its order. */
  readonly rows: Readonly<Record<string, readonly AnnexRow[]>>;
}

export const NO_HISTORY: History = { values: {}, rows: {} };

/** Whether a rule's name asks for history, known or not. */
export const isHistoryName = (name: string): boolean =>
  HISTORY_PREFIXES.some((prefix) => name.startsWith(`${prefix}_`));
