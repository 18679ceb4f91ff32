// One report as sent, once it was read and passed its checks: values by code, nothing of the workbook's look. Immutable
// and numbered; what the consolidation is made from, always from the beginning. Plain data: it is stored as JSON.

import type { Notice } from '../extract/notice';
import type { Violation } from '../violation/violation';

/** A typed value: whole numbers and amounts as numbers, percentages as fractions, dates as `YYYY-MM-DD`. */
export type SubmittedValue = number | string;

export interface Submission {
  readonly form: string;
  readonly version: string;
  readonly period: string;
  readonly unit: string;
  /** From 1, per unit and period; every upload that was stored has its own, refused ones too. */
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Of the bytes received, lower-case hex. */
  readonly sha256: string;
  /** Where it came from, for `Nguon`: a file name, or the submission's id. */
  readonly file: string;
  /** Typed header fields that are not about a person: `so_ky_hieu`, `ngay_ky`. Reports stored by older versions lack it. */
  readonly header?: Readonly<Record<string, string>>;
  /** By indicator code (`A.01`), derived ones as computed by us. What was left blank or cannot be computed is absent. */
  readonly values: Readonly<Record<string, SubmittedValue>>;
  /** By annex (`PL1`): the rows that say something, each by column key. Blank cells are absent. */
  readonly annexes: Readonly<Record<string, readonly AnnexRow[]>>;
  /** By code (`T.1`). */
  readonly narratives: Readonly<Record<string, string>>;
  /** Explanations of warnings, by indicator, annex or narrative; of the header, by `BC`. */
  readonly explanations: Readonly<Record<string, string>>;
  /** Sections marked "Không phát sinh". */
  readonly nothing: readonly string[];
  /** What was found and does not block. */
  readonly warnings: readonly Violation[];
  /** What was read differently from how it stood in the file. Reports stored by older versions lack it. */
  readonly notices?: readonly Notice[];
}

export type AnnexRow = Readonly<Record<string, SubmittedValue>>;

/** How a unit stands in a period, for the follow-up of who has reported. */
export interface UnitStanding {
  readonly unit: string;
  /** `missing`: nothing arrived; `received`: stored, not yet checked; `failed`: could not be checked, staff must look. */
  readonly state: 'missing' | 'received' | 'submitted' | 'refused' | 'failed' | 'returned' | 'accepted';
  /** The latest revision that arrived; 0 where none did. */
  readonly revision: number;
  /** The revision that counts in the master, the latest that passed; 0 where none did. */
  readonly counted: number;
  /** When the counted revision arrived, else the latest; ISO 8601. */
  readonly receivedAt?: string;
  /** Whole days after the due date, of `receivedAt`; 0 when on time. */
  readonly daysLate: number;
  readonly errors: number;
  readonly warnings: number;
}

/** One line of the log: what happened to which report, or to the whole period, and when. */
export interface LogEntry {
  /** ISO 8601. */
  readonly at: string;
  /** Empty where the whole period is meant. */
  readonly unit: string;
  /** 0 where no report is meant. */
  readonly revision: number;
  readonly act:
    | 'received'
    | 'submitted'
    | 'refused'
    | 'failed'
    | 'returned'
    | 'accepted'
    | 'locked'
    | 'unlocked'
    | 'extended';
  readonly detail: string;
}
