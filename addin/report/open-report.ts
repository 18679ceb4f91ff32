// The report in hand, wherever it is: open in Excel, or a file that was dropped on the page. What both can do, and what only
// Excel can. No screen and no network here; the rest of addin/ never asks which of the two it is, only what it can do.

import type { WorkbookCells } from '../../templates/cell/cell';
import type { CanonicalReport } from '../../templates/submission/canonical-report';

/** What is remembered of the last time this report was sent, beside the values that were sent. */
export interface KeptReceipt {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly onTime: boolean;
  readonly sha256: string;
}

export interface Kept {
  readonly receipt: KeptReceipt;
  readonly report: CanonicalReport;
}

/** A cell to be written: `null` empties it. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number | null;
}

/** What a person or another program changed. */
export interface Touched {
  readonly sheet: string;
  /** Cells were typed over; false: rows came or went, and every address may have moved. */
  readonly inPlace: boolean;
}

/** The file that was chosen is no longer the one on the disk: a browser then gives it to nobody. */
export class FileChanged extends Error {}

export interface OpenReport {
  /** The name of the file, where there is one. */
  readonly fileName?: string;
  /** All sheets of answers, with the names. */
  read(): Promise<WorkbookCells>;
  /** The workbook's own bytes; undefined where the host will not give them. `progress` hears of shares from 0 to 1. */
  bytes(progress: (share: number) => void): Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly excel?: ReportInExcel;
}

/** What only a workbook that is open in Excel can do. */
export interface ReportInExcel {
  /** Like `read`, with the sheets that were not touched taken from before. */
  readAgain(before: WorkbookCells, touched: readonly Touched[]): Promise<WorkbookCells>;
  /** @returns a call that stops the watching */
  watch(onTouched: (touched: Touched) => void): Promise<() => void>;
  goTo(sheet: string, cell: string): Promise<void>;
  write(changes: readonly CellChange[]): Promise<void>;
  kept(): Promise<Kept | undefined>;
  /** Into the file itself: a custom XML part, and one line on the cover for people. */
  keep(kept: Kept, line: string): Promise<void>;
}
