// What examining one workbook can find, and what making one of values can give. Shared by the server, which stores it, and
// the command line, which prints it.

import type { Notice } from '../../templates/extract/notice';
import type { History } from '../../templates/history/history';
import type { Submission } from '../../templates/submission/submission';
import type { Mismatch } from '../../templates/validate/check-identity';
import type { FileRefusal } from '../../templates/violation/file-refusals';
import type { Violation } from '../../templates/violation/violation';

export type Examination =
  /** Not a workbook we can read safely. */
  | { readonly kind: 'unreadable'; readonly refusal: FileRefusal }
  /** A workbook, but not the one that is awaited. */
  | { readonly kind: 'foreign'; readonly mismatch: Mismatch }
  /** Our report, with errors in it. */
  | {
      readonly kind: 'blocked';
      readonly violations: readonly Violation[];
      /** What was read differently from how it stands there. */
      readonly notices: readonly Notice[];
    }
  | { readonly kind: 'valid'; readonly submission: Submission };

export interface ExaminationTask {
  /** The workbook, or the path of a file on this machine. */
  readonly workbook: Uint8Array | string;
  readonly form: string;
  readonly period: string;
  /** The unit that sends; left out where files are merged from disk. */
  readonly unit?: string;
  readonly revision: number;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** How `Nguon` names the source. */
  readonly file: string;
  /** What the unit reported before; left out where nobody knows. */
  readonly history?: History;
}

export interface RebuildTask {
  /** The report as it was received: JSON that the door has read. */
  readonly values: Uint8Array;
  readonly form: string;
  readonly period: string;
  /** The unit that sent it. */
  readonly unit: string;
  /** How trouble names it. */
  readonly file: string;
}

export type Rebuilt =
  | { readonly kind: 'rebuilt'; readonly workbook: Uint8Array }
  | Extract<Examination, { readonly kind: 'unreadable' | 'foreign' }>;

/** Examines workbooks, here or in other processes. Never rejects for what is in a file. */
export interface Examiner {
  examine(task: ExaminationTask): Promise<Examination>;
  /** The workbook of a report that came as values. */
  rebuild(task: RebuildTask): Promise<Rebuilt>;
  close(): Promise<void>;
}
