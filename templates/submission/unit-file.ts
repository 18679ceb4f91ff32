// What one unit's file on a period holds: when it is owed, whether it may still be sent, what was reported before, and
// every upload. Made at the centre, kept by the add-in for when it is offline.

import type { History } from '../history/history';
import type { Receipt } from '../receipt/receipt';
import type { Day } from '../reporting-period/day';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';

export interface UnitFile {
  readonly form: string;
  readonly period: string;
  readonly unit: ReportingUnit;
  /** The unit's own last day, extensions counted... */
  readonly due: Day;
  /** ...and the period's. */
  readonly dueOfPeriod: Day;
  /** What keeps a report of this unit out at this moment: null too where the unit was extended or its report returned. */
  readonly locked: { readonly at: string; readonly reason: string } | null;
  readonly history: History;
  /** The revision that counts in the master; 0 where none does. */
  readonly counted: number;
  /** Every upload, newest first. Violations and notices only of the newest. */
  readonly submissions: readonly Receipt[];
}

/** The receipt of the report that counts; undefined where none does. */
export function countedReceipt(file: UnitFile | undefined): Receipt | undefined {
  return file?.submissions.find(({ revision }) => revision === file.counted);
}
