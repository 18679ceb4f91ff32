// Cells become named values with their addresses: by name, held against the codes of lines and columns; by code where a
// name was lost; never by position. Asks nothing about right or wrong; a value it cannot find is listed as lost.

import { addressOf, rowOf, type WorkbookCells } from '../cell/cell';
import type { PeriodForm } from '../form-definition/form-for-period';
import { annexTable } from './annex-table';
import type { Extracted, ExtractedRow, Located, Lost } from './extracted';
import { cellFinder, type Found } from './find-cell';
import { readIdentity } from './identity';
import { type NamedPlace, namedPlaces, placeKey } from './named-places';
import { ReadingLog } from './reading-log';
import { type Wanted, wantedCells } from './wanted-cells';

export function extract(workbook: WorkbookCells, form: PeriodForm): Extracted {
  const places = namedPlaces(workbook);
  const log = new ReadingLog(workbook);
  const wanted = wantedCells(form);
  const find = cellFinder(workbook, places, wanted);
  const values = new Map<string, Located>();
  const missing: Wanted[] = [];
  for (const one of wanted) {
    const found = find(one);
    if (found) values.set(one.name, readFound(one, found, places, log));
    else if (!one.mayBeLost) missing.push(one);
  }
  const lost = lostSheetsAndCells(missing, wanted);
  const annexes = new Map<string, readonly ExtractedRow[]>();
  for (const annex of form.annexes) {
    if (!annex.asked) continue;
    const table = annexTable(workbook, annex, places, log);
    annexes.set(annex.code, table.rows);
    lost.push(...table.lost);
  }
  const { merged, garbled } = log;
  return { identity: readIdentity(workbook), values, annexes, lost, merged, garbled, notices: log.notices() };
}

function readFound(
  wanted: Wanted,
  { sheet, key, by }: Found,
  places: ReadonlyMap<string, NamedPlace>,
  log: ReadingLog,
): Located {
  const located = log.read(sheet, key, wanted, wanted.name, wanted.label);
  const holds = located.value !== null;
  log.sheetFound(wanted.sheet, sheet);
  if (!wanted.mayBeLost) log.checkMerged(sheet, key, wanted);
  if (holds && wanted.reading !== 'derived') log.answered(sheet, rowOf(key));
  // Of what is optional and blank nobody wants to hear where it went.
  if (by === 'name' || (wanted.mayBeLost && (!holds || wanted.reading === 'derived'))) return located;
  const place = places.get(wanted.name);
  if (by === 'code' || !place) log.lostName(sheet, located.cell, wanted);
  else if (by === 'offLine') log.offLine(sheet, located.cell, wanted);
  else log.movedCell(sheet, located.cell, wanted, placeText(place, sheet.name));
  return located;
}

function placeText(place: NamedPlace, sheet: string): string {
  const cell = addressOf(placeKey(place));
  return place.sheet.name === sheet ? cell : `${place.sheet.name}!${cell}`;
}

/** A sheet of which nothing is left is one loss, not a hundred. */
function lostSheetsAndCells(missing: readonly Wanted[], wanted: readonly Wanted[]): Lost[] {
  const owed = countBySheet(wanted.filter((w) => !w.mayBeLost));
  const gone = countBySheet(missing);
  const lost: Lost[] = [];
  for (const [sheet, count] of gone) {
    if (count === owed.get(sheet) && count > 1)
      lost.push({ name: '', label: { vi: sheet, en: sheet }, sheet, wholeSheet: true });
    else for (const one of missing) if (one.sheet === sheet) lost.push({ name: one.name, label: one.label, sheet });
  }
  return lost;
}

function countBySheet(wanted: readonly Wanted[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sheet } of wanted) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}
