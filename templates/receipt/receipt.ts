// Proof that a report arrived, and the verdict on it. Given out only once the bytes are durably stored.

import type { NoticeLine } from '../extract/notice';
import type { ViolationLine } from '../violation/violation';

/**
 * `received`: stored, not yet checked · `submitted`: passed · `refused`: cannot be read or has errors · `failed`: could not
 * be checked, staff must look · `returned`, `accepted`: the board's acts.
 */
export type SubmissionState = 'received' | 'submitted' | 'refused' | 'failed' | 'returned' | 'accepted';

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
  /** Of the bytes received, lower-case hex. */
  readonly sha256: string;
  readonly violations: readonly ViolationLine[];
  /** What was read differently from how it stood in the file, for the clerk to look over. */
  readonly notices: readonly NoticeLine[];
}
