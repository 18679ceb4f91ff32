// What a workbook says, by the form's names: every value with its address, not yet judged. The two doors (the .xlsx
// reader and the Office.js reader) lead here, and everything after is the same code.

import type { CellError } from '../cell/cell';
import type { Value } from '../rules/value';

export interface Located {
  /** Text is trimmed and in Unicode's composed form (NFC); dates are serial numbers of the 1900 system. */
  readonly value: Value | CellError;
  readonly sheet: string;
  readonly cell: string;
}

export interface ExtractedRow {
  /** The row of the sheet, from 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, Located>>;
}

/** What the workbook says it is. Absent where it does not say. */
export interface Identity {
  readonly form?: string;
  readonly version?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly structure?: string;
}

export interface Extracted {
  readonly identity: Identity;
  /** Single cells by name: CT_, TM_, BC_, GT_, KPS_. */
  readonly values: ReadonlyMap<string, Located>;
  /** All rows of each annex that is asked, in the order of the sheet, empty ones too. */
  readonly annexes: ReadonlyMap<string, readonly ExtractedRow[]>;
  /** Names of the form that are found neither by name nor by code, with the sheet where they belong. */
  readonly lost: readonly { readonly name: string; readonly label: string; readonly sheet: string }[];
}
