// What a workbook says, by the form's names: every value with its address, not yet judged. The two doors (the .xlsx
// reader and the Office.js reader) lead here, and everything after is the same code.

import type { CellError } from '../cell/cell';
import type { Bilingual } from '../form-definition/form-schema';
import type { Value } from '../rules/value';
import type { Notice } from './notice';

export interface Located {
  /**
   * Read for the type that the form wants there: text is clean and in Unicode's composed form (NFC), numbers and days that
   * stood as text are numbers, dates are serial numbers of the 1900 system. What cannot be read so stays as it is.
   */
  readonly value: Value | CellError;
  readonly sheet: string;
  /** `D12`; empty where an older version of the template has no such cell. */
  readonly cell: string;
}

export interface ExtractedRow {
  /** The row of the sheet, from 1; 0 for a line that an older version of the template lacks. */
  readonly row: number;
  /** Which of the annex's prepared lines it is, by its key, never by its place; absent for other rows. */
  readonly line?: number;
  readonly cells: Readonly<Record<string, Located>>;
}

/** What the workbook says it is. Absent where it does not say. */
export interface Identity {
  readonly form?: string;
  readonly version?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly structure?: string;
  /** The revision that it was filled in with when it was made. */
  readonly base?: string;
}

/** Something of the form that is found neither by name nor by code, with the sheet where it belongs. */
export interface Lost {
  /** Empty for a whole sheet. */
  readonly name: string;
  readonly label: Bilingual;
  readonly sheet: string;
  /** The sheet is gone, or nothing of the template is left in it. */
  readonly wholeSheet?: true;
  /** Which prepared line of the annex has no row any more. */
  readonly line?: number;
}

/** An input cell that lies inside a merged range and is not its first cell: Excel keeps nothing there. */
export interface Merged {
  readonly name: string;
  readonly label: Bilingual;
  readonly sheet: string;
  readonly cell: string;
  /** `D12:D15` */
  readonly range: string;
}

/** Text that looks like TCVN3 or VNI, in a cell whose font does not say so. */
export interface Garbled extends Located {
  readonly name: string;
  readonly label: Bilingual;
}

export interface Extracted {
  readonly identity: Identity;
  /** Single cells by name: CT_, TM_, BC_, GT_, KPS_. */
  readonly values: ReadonlyMap<string, Located>;
  /** All rows of each annex that is asked, in the order of the sheet, empty ones too. */
  readonly annexes: ReadonlyMap<string, readonly ExtractedRow[]>;
  readonly lost: readonly Lost[];
  readonly merged: readonly Merged[];
  readonly garbled: readonly Garbled[];
  /** What was read differently from how it stands there; whole sheets first. */
  readonly notices: readonly Notice[];
}
