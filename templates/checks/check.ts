// A check: one rule at one place (a cell, or a column of an annex, judged row by row). The rules of a form come apart into
// checks once; the sheet, the add-in and the server each run these and nothing else.

import type { Bilingual } from '../form-definition/form-schema';
import type { Severity } from '../violation/violation';

export interface NumberCell {
  readonly name: string;
  /** False; true; or an expression that says when. */
  readonly owed: boolean | string;
  /** The section whose "Không phát sinh" answers for a blank. */
  readonly section?: string | undefined;
}

export interface Check {
  readonly rule: string;
  readonly severity: Severity;
  /** The name it is shown at: `CT_A_05`; for a check of rows the column, `PL1_so_hn`. */
  readonly at: string;
  /** Holds when TRUE; not judged while it gives an error (a history that is not known, a cell that is no number). */
  readonly expression: string;
  /**
   * Names of single cells that must hold numbers. The check is not judged while one of them holds text (R001 says so), or is
   * blank where an answer is owed (R002 says so): a blank is not a 0.
   */
  readonly numbers: readonly NumberCell[];
  /** With `{expression}` where a value is shown. */
  readonly message: Bilingual;
  /** False for a rule that a workbook cannot judge by itself. */
  readonly inSheet: boolean;
  /** Phrases that a check of a text passes over. */
  readonly except?: readonly string[];
}

export interface RowCheck extends Check {
  readonly annex: string;
  /** The key of the column it is shown at. */
  readonly column: string;
}

export interface Checks {
  readonly report: readonly Check[];
  /** By annex code. */
  readonly rows: ReadonlyMap<string, readonly RowCheck[]>;
}
