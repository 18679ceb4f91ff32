// Proof that a report arrived, and the verdict on it. Given out only once the bytes are durably stored.

import type { NoticeLine } from '../extract/notice';
import type { ViolationLine } from '../violation/violation';

/**
 * `received`: stored, not yet checked · `submitted`: passed · `refused`: cannot be read or has errors · `failed`: could not
 * be checked, staff must look · `returned`, `accepted`: the board's acts.
 */
export type SubmissionState = 'received' | 'submitted' | 'refused' | 'failed' | 'returned' | 'accepted';

/** How a report came: a workbook's bytes, or its values as JSON, from which we rebuild the workbook. */
export type Came = 'workbook' | 'values';

/** What the board has against a report, and where. */
export interface ReturnComment {
  /** `CT_A_01`, `TM_T_1`, `BC_so_ky_hieu`, `PL1_so_hn`; a whole annex `PL1`, a section `A`; empty for the whole report. */
  readonly name: string;
  /** Of an annex's column: which of the report's rows, from 1; the whole column where left out. */
  readonly row?: number;
  readonly text: string;
}

export interface Receipt {
  readonly id: string;
  /** For people, on paper: `KG-2024-H1-DV01-02`. */
  readonly number: string;
  readonly unit: string;
  readonly form: string;
  readonly period: string;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly onTime: boolean;
  readonly state: SubmissionState;
  readonly came: Came;
  /** Of the bytes received, lower-case hex. */
  readonly sha256: string;
  readonly violations: readonly ViolationLine[];
  /** What was read differently from how it stood in the file, for the clerk to look over. */
  readonly notices: readonly NoticeLine[];
  /** Of a report that passed and yet was refused: another that counts since, and that its sender did not know. */
  readonly newer?: { readonly id: string; readonly number: string };
  /** While the state is `returned`: since when (ISO 8601, UTC), and what is to be mended. */
  readonly returned?: { readonly at: string; readonly comments: readonly ReturnComment[] };
  /** While the state is `accepted`; ISO 8601, UTC. */
  readonly acceptedAt?: string;
}
