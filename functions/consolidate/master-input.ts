// What the consolidation is made from and what it says about itself: the current submissions of one form and period, who
// was expected to report, and the log. Holds nothing back and remembers nothing between two runs.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { LogEntry, Submission, UnitStanding } from '../../templates/submission/submission';

export interface MasterInput {
  readonly form: PeriodForm;
  /** ISO 8601: the "as of" of the printed sheets. */
  readonly builtAt: string;
  /** One per expected unit, in the order of the list. */
  readonly standings: readonly UnitStanding[];
  /** By code. A unit that is not there is shown by its code alone. */
  readonly units: ReadonlyMap<string, ReportingUnit>;
  /** The counted revision of each unit whose standing has one, in the order of the standings; each is seen once. */
  readonly submissions: AsyncIterable<Submission> | Iterable<Submission>;
  readonly log: AsyncIterable<LogEntry> | Iterable<LogEntry>;
  /** Called after each unit with how many are in. */
  readonly onUnit?: (done: number) => void;
  /** Rows of one sheet `DuLieu` below its head; as many as Excel has when left out. */
  readonly dataRowsPerSheet?: number;
}

export interface MasterSummary {
  /** Units counted, and how many were expected. */
  readonly units: number;
  readonly expected: number;
  readonly indicators: number;
  /** Totals that came out as a number. */
  readonly totalsComputed: number;
  /** By indicator code, as stored in column D of `TongHop`; null where there is none. */
  readonly totals: ReadonlyMap<string, number | null>;
  /** Rows written over all sheets, heads left out. */
  readonly rows: number;
  /** What staff should know about the figures, in Vietnamese. */
  readonly warnings: readonly string[];
}
