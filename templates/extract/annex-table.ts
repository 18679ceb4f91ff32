// The table of one annex: its columns under their keys in the thin line above the rows, by name where that line says
// nothing; its rows from below that line; each prepared line by its key. Never by position: rows and columns move.

import { addressOf, cellKey, columnName, columnOf, rowOf, type SheetCells, type WorkbookCells } from '../cell/cell';
import { keyColumn, labelColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex } from '../form-definition/form-for-period';
import type { AnnexColumn, Bilingual } from '../form-definition/form-schema';
import { columnRangeName } from '../form-definition/names';
import { fold } from '../rules/fold';
import { isText } from './clean-text';
import { type KeyLine, keyLine } from './coded-lines';
import type { ExtractedRow, Located, Lost } from './extracted';
import type { NamedPlace } from './named-places';
import type { ReadingLog } from './reading-log';
import { type Want, wantOf } from './wanted-cells';

/** What stands above the numbers of the lines. */
const LINE_HEAD = 'TT';

interface Table {
  readonly sheet: SheetCells;
  /** By column key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly firstRow: number;
  readonly lastRow: number;
}

export function annexTable(
  workbook: WorkbookCells,
  annex: PeriodAnnex,
  places: ReadonlyMap<string, NamedPlace>,
  log: ReadingLog,
): { readonly rows: readonly ExtractedRow[]; readonly lost: readonly Lost[] } {
  const table = findTable(workbook, annex, places, log);
  if (!table) return { rows: [], lost: [{ name: '', label: annex.title, sheet: annex.code, wholeSheet: true }] };
  log.sheetFound(annex.code, table.sheet);
  const lost: Lost[] = annex.columns
    .filter((column) => !table.columns.has(column.key))
    .map((column) => ({ name: columnRangeName(annex.code, column.key), label: column.label, sheet: annex.code }));
  const rows = readRows(annex, table, log);
  const missing = missingLines(annex, table, rows);
  if (missing.length > 1 && missing.length === annex.lines.filter((line) => !line.extra).length)
    return { rows, lost: [{ name: '', label: annex.title, sheet: annex.code, wholeSheet: true }] };
  return { rows, lost: [...lost, ...missing] };
}

function findTable(
  workbook: WorkbookCells,
  annex: PeriodAnnex,
  places: ReadonlyMap<string, NamedPlace>,
  log: ReadingLog,
): Table | undefined {
  const named = annex.columns.flatMap((c) => {
    const place = places.get(columnRangeName(annex.code, c.key));
    return place ? [{ key: c.key, label: c.label.vi, place }] : [];
  });
  const keys = new Set(annex.columns.map((c) => c.key));
  const ours = workbook.sheets.find((s) => s.name.toLowerCase() === annex.code.toLowerCase());
  const sheet = named[0]?.place.sheet ?? ours;
  const at: { sheet: SheetCells; line: KeyLine | undefined } | undefined = sheet
    ? { sheet, line: keyLine(sheet, keys) }
    : renamedTable(workbook, keys);
  if (!at || (named.length === 0 && !at.line)) return undefined;
  const inSheet = named.filter(({ place }) => place.sheet === at.sheet);
  const columns = new Map<string, number>(inSheet.map(({ key, place }) => [key, place.column]));
  const firstNamed = Math.min(...inSheet.map(({ place }) => place.firstRow));
  const firstRow = at.line ? at.line.row + 1 : firstNamed;
  const keyed = new Set(at.line?.columns.values());
  for (const column of annex.columns) {
    const found = at.line?.columns.get(column.key);
    if (found === undefined) {
      // Its key is gone, and its name points to another's column: a program deleted it.
      if (keyed.has(columns.get(column.key) ?? 0)) columns.delete(column.key);
      continue;
    }
    columns.set(column.key, found);
    const name = columnRangeName(annex.code, column.key);
    const subject = { name, label: columnLabel(annex, '', column) };
    const place = places.get(name);
    const cell = addressOf(cellKey(firstRow, found));
    if (!place) log.lostName(at.sheet, cell, subject);
    else if (place.column !== found || place.sheet !== at.sheet)
      log.movedCell(at.sheet, cell, subject, `${place.sheet.name}!${columnName(place.column)}${place.firstRow}`);
  }
  if (inSheet.length > 0 && firstNamed !== firstRow)
    log.movedCell(at.sheet, `A${firstRow}`, { name: inSheet[0]!.key, label: annex.title }, `A${firstNamed}`);
  const lastNamed =
    inSheet.length === 0
      ? Number.POSITIVE_INFINITY
      : Math.max(...inSheet.map(({ place }) => place.lastRow)) + firstRow - firstNamed;
  // The first row is read even where nothing stands in it: what is said of a whole column is said there.
  const last = Math.max(firstRow, lastRow(at.sheet, at.line, columns, lastNamed));
  return { sheet: at.sheet, columns, firstRow, lastRow: last };
}

/** A sheet of another name with more than half of the keys in one line. */
function renamedTable(
  workbook: WorkbookCells,
  keys: ReadonlySet<string>,
): { sheet: SheetCells; line: KeyLine } | undefined {
  let best: { sheet: SheetCells; line: KeyLine } | undefined;
  for (const sheet of workbook.sheets) {
    if (/^PL\d$/i.test(sheet.name)) continue;
    const line = keyLine(sheet, keys);
    if (line && line.columns.size * 2 > keys.size && line.columns.size > (best?.line.columns.size ?? 0))
      best = { sheet, line };
  }
  return best;
}

/**
 * The last row that says something: as far as the names reach, and on from there while the lines are numbered or two and
 * more columns are filled (rows that a program inserted push others out of the names; a signature below is no row).
 */
function lastRow(
  sheet: SheetCells,
  line: KeyLine | undefined,
  columns: ReadonlyMap<string, number>,
  lastNamed: number,
): number {
  const ours = new Set(columns.values());
  const filled = new Map<number, number>();
  let last = 0;
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null || !ours.has(columnOf(key))) continue;
    const row = rowOf(key);
    last = Math.max(last, row);
    if (row > lastNamed) filled.set(row, (filled.get(row) ?? 0) + 1);
  }
  if (last <= lastNamed) return last;
  const numbers = line && numberColumn(sheet, line);
  const isNumbered = (row: number): boolean =>
    numbers !== undefined && typeof sheet.cells.get(cellKey(row, numbers))?.value === 'number';
  let row = lastNamed;
  while (row < last && (isNumbered(row + 1) || (filled.get(row + 1) ?? 0) >= 2)) row++;
  return row;
}

function numberColumn(sheet: SheetCells, { row, columns }: KeyLine): number | undefined {
  for (let column = Math.min(...columns.values()) - 1; column >= 1; column--) {
    const head = sheet.cells.get(cellKey(row - 1, column))?.value;
    if (typeof head === 'string' && isText(head, LINE_HEAD)) return column;
  }
  return undefined;
}

function readRows(annex: PeriodAnnex, table: Table, log: ReadingLog): ExtractedRow[] {
  const { sheet } = table;
  const [ownKey, ownLabel] = [keyColumn(annex), labelColumn(annex)];
  const lines = new Map(
    annex.lines.flatMap((line, i) => (line.key === undefined ? [] : [[fold(line.key), i] as const])),
  );
  const wanted = annex.columns.flatMap((column) => {
    const at = table.columns.get(column.key);
    const name = columnRangeName(annex.code, column.key);
    return at === undefined ? [] : [{ column, at, name, want: wantOf(column) as Want }];
  });
  const overlapping = log
    .mergedRangesOf(sheet)
    .some((r) => r.bottom >= table.firstRow && r.top <= table.lastRow && wanted.some((w) => r.right >= w.at));
  const rows: ExtractedRow[] = [];
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const cells: Record<string, Located> = {};
    let key = '';
    let answered = false;
    for (const { column, at, name, want } of wanted) {
      const label = (): Bilingual => columnLabel(annex, key, column);
      const found = log.read(sheet, cellKey(row, at), want, name, label);
      cells[column.key] = found;
      if (found.value === null) continue;
      if (column.key === ownKey) key = String(found.value);
      else if (column.key !== ownLabel) answered = true;
    }
    const line = lines.get(fold(key));
    rows.push(line === undefined ? { row, cells } : { row, line, cells });
    if (answered) log.answered(sheet, row);
    const counts = answered || (line !== undefined && !annex.lines[line]!.extra);
    if (overlapping && counts)
      for (const { column, at, name } of wanted)
        log.checkMerged(sheet, cellKey(row, at), {
          name,
          label: columnLabel(annex, key, column),
        });
  }
  return rows;
}

/** Prepared lines whose row is gone from the sheet. */
function missingLines(annex: PeriodAnnex, table: Table, rows: readonly ExtractedRow[]): Lost[] {
  const key = keyColumn(annex);
  if (key === undefined || !table.columns.has(key)) return [];
  const there = new Set(rows.map((row) => row.line));
  return annex.lines.flatMap((line, i) =>
    line.extra || line.key === undefined || there.has(i)
      ? []
      : [
          {
            name: columnRangeName(annex.code, key),
            label: lineLabel(line.key, line.label),
            sheet: annex.code,
            line: i,
          },
        ],
  );
}

/** `PL1, NQ-29, Trạng thái`; without the line's key where it has none. */
function columnLabel({ code }: PeriodAnnex, key: string, { label }: AnnexColumn): Bilingual {
  const line = key === '' ? code : `${code}, ${key}`;
  return { vi: `${line}, ${label.vi}`, en: `${line}, ${label.en}` };
}

function lineLabel(key: string, label = ''): Bilingual {
  const line = `${key} ${label}`.trim();
  return { vi: line, en: line };
}
