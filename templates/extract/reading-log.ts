// Reads cells and keeps what there is to say about the reading: notices for the clerk, merged and garbled cells for the
// checks. What happened to many cells of a sheet is said once.

import { addressOf, type SheetCells, type WorkbookCells } from '../cell/cell';
import type { Bilingual } from '../form-definition/form-schema';
import {
  manyMoved,
  manyNamesLost,
  nameLost,
  noticesLeftOut,
  readElsewhere,
  readOffItsLine,
  rowsHidden,
  sheetRenamed,
} from '../violation/notice-messages';
import type { Garbled, Located, Merged } from './extracted';
import { looksGarbled } from './garbled';
import { type MergedRange, mergedRanges, swallowing } from './merged-cells';
import type { Notice, NoticeKind } from './notice';
import { type Note, readCell } from './read-value';
import type { Want } from './wanted-cells';

/** More of one kind in one sheet are said together. */
const MOST_APART = 3;
/** More than this many single cells are read by nobody. */
const MOST_NOTICES = 200;

/** No template comes near; a file that was made to keep us busy does. */
const MOST_COMPARISONS = 2_000_000;

export interface Subject {
  readonly name: string;
  readonly label: Bilingual;
}

export class ReadingLog {
  readonly merged: Merged[] = [];
  readonly garbled: Garbled[] = [];
  private readonly cells: Notice[] = [];
  private readonly moved = new Map<string, Notice[]>();
  private readonly lostNames = new Map<string, Notice[]>();
  private readonly renamed = new Map<string, string>();
  private readonly hidden = new Map<SheetCells, Set<number>>();
  private readonly ranges = new Map<SheetCells, MergedRange[]>();
  private readonly sheetNames: ReadonlySet<string>;
  private comparisons = 0;
  private latest: Note | undefined;
  private readonly note = (note: Note): void => {
    this.latest = note;
  };

  constructor(private readonly workbook: WorkbookCells) {
    this.sheetNames = new Set(workbook.sheets.map((s) => s.name.toLowerCase()));
  }

  read(sheet: SheetCells, key: number, want: Want, name: string, label: Bilingual | (() => Bilingual)): Located {
    const cell = sheet.cells.get(key);
    const address = addressOf(key);
    if (cell === undefined) return { value: null, sheet: sheet.name, cell: address };
    this.latest = undefined;
    const value = readCell(cell, want, this.workbook.date1904, this.note);
    const located: Located = { value, sheet: sheet.name, cell: address };
    const { kind, message } = (this.latest as Note | undefined) ?? {};
    if (kind && message) this.cells.push({ kind, sheet: sheet.name, cell: address, name, message });
    if (typeof value === 'string' && kind !== 'oldFont' && want.reading !== 'derived' && looksGarbled(value))
      this.garbled.push({ ...located, name, label: typeof label === 'function' ? label() : label });
    return located;
  }

  /** An answer stands in this row: worth a word where nobody sees it. */
  answered(sheet: SheetCells, row: number): void {
    if (!sheet.hiddenRows?.has(row)) return;
    const rows = this.hidden.get(sheet) ?? new Set<number>();
    this.hidden.set(sheet, rows.add(row));
  }

  checkMerged(sheet: SheetCells, key: number, { name, label }: Subject): void {
    const ranges = this.mergedRangesOf(sheet);
    this.comparisons += ranges.length;
    const range = this.comparisons > MOST_COMPARISONS ? undefined : swallowing(ranges, key)?.range;
    if (range) this.merged.push({ name, label, sheet: sheet.name, cell: addressOf(key), range });
  }

  mergedRangesOf(sheet: SheetCells): readonly MergedRange[] {
    const known = this.ranges.get(sheet) ?? mergedRanges(sheet);
    this.ranges.set(sheet, known);
    return known;
  }

  /** @param wanted the name that the form gives the sheet */
  sheetFound(wanted: string, sheet: SheetCells): void {
    if (sheet.name !== wanted && !this.sheetNames.has(wanted.toLowerCase())) this.renamed.set(wanted, sheet.name);
  }

  /** @param cell where it was read, as shown; @param at where its name points */
  movedCell(sheet: SheetCells, cell: string, { name, label }: Subject, at: string): void {
    this.add(this.moved, 'movedCell', sheet, cell, name, readElsewhere(label, at, cell));
  }

  offLine(sheet: SheetCells, cell: string, { name, label }: Subject): void {
    this.add(this.moved, 'movedCell', sheet, cell, name, readOffItsLine(label, cell));
  }

  lostName(sheet: SheetCells, cell: string, { name, label }: Subject): void {
    this.add(this.lostNames, 'lostName', sheet, cell, name, nameLost(label, cell));
  }

  private add(
    to: Map<string, Notice[]>,
    kind: NoticeKind,
    { name: sheet }: SheetCells,
    cell: string,
    name: string,
    message: Notice['message'],
  ): void {
    const notices = to.get(sheet) ?? [];
    notices.push({ kind, sheet, cell, name, message });
    to.set(sheet, notices);
  }

  notices(): Notice[] {
    const about = (kind: NoticeKind, sheet: string, message: Notice['message']): Notice => ({
      kind,
      sheet,
      cell: '',
      name: '',
      message,
    });
    const together = (all: ReadonlyMap<string, readonly Notice[]>, many: typeof manyMoved): Notice[] =>
      [...all].flatMap(([sheet, notices]) =>
        notices.length > MOST_APART ? [about(notices[0]!.kind, sheet, many(sheet, notices.length))] : notices,
      );
    const kept = this.cells.slice(0, MOST_NOTICES);
    const next = this.cells[MOST_NOTICES];
    return [
      ...[...this.renamed].map(([was, is]) => about('renamedSheet', is, sheetRenamed(was, is))),
      ...together(this.lostNames, manyNamesLost),
      ...together(this.moved, manyMoved),
      ...[...this.hidden].map(([{ name }, rows]) => about('hiddenRow', name, rowsHidden(name, spans([...rows])))),
      ...kept,
      ...(next ? [about(next.kind, next.sheet, noticesLeftOut(this.cells.length - MOST_NOTICES))] : []),
    ];
  }
}

/** 3, 4, 5, 9 → `3–5, 9` */
function spans(rows: number[]): string {
  const found: [number, number][] = [];
  for (const row of rows.sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  const shown = found.slice(0, 20).map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`));
  return shown.join(', ') + (found.length > 20 ? ', …' : '');
}
