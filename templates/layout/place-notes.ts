// What the board has to say, as notes on a template's cells: at the cell by its name, a row of an annex at its line, a whole
// column at its head, an annex, a section or the report at its title. A note holds no more than a cell does: what does not
// fit is not cut in silence, the note says that more stands in the receipt.

import type { ReturnComment } from '../receipt/receipt';
import { MAX_CELL_TEXT } from '../sheet-xml/reader-limits';
import { INDICATOR_SHEET } from './plan-indicators';
import type { PlannedCell, SheetPlan, WorkbookPlan } from './sheet-plan';

export const NOTE_OPENING = 'Ban Tuyên giáo:\n';
const COVER = 'BiaBC';

/** @param lines by annex, for each row of the report its line in the template, from 0 */
export function placeNotes(
  plan: WorkbookPlan,
  comments: readonly ReturnComment[],
  lines: Readonly<Record<string, readonly number[]>>,
): WorkbookPlan {
  const notes = new Map<string, string[]>();
  for (const comment of comments) {
    const place = placeOf(plan, comment, lines);
    notes.set(place, [...(notes.get(place) ?? []), comment.text]);
  }
  const noted = (cell: PlannedCell, place: string): PlannedCell => {
    const texts = notes.get(place);
    return texts ? { ...cell, note: noteOf(texts) } : cell;
  };
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, i) => ({
      ...row,
      cells: row.cells.map((cell) => noted(cell, placeKey(sheet, i + 1, cell.column))),
    })),
  }));
  return { ...plan, sheets };
}

/** The comments that fit, each whole. */
function noteOf(texts: readonly string[]): string {
  const whole = NOTE_OPENING + texts.join('\n');
  if (whole.length <= MAX_CELL_TEXT) return whole;
  const room = MAX_CELL_TEXT - more(texts.length).length;
  let note = NOTE_OPENING;
  let said = 0;
  for (; said < texts.length && note.length + texts[said]!.length < room; said++) note += `${texts[said]}\n`;
  return note + more(texts.length - said);
}

const more = (count: number): string =>
  `(Còn ${count} ý kiến nữa ở chỗ này: xem trong biên nhận. ${count} more at this place: see the receipt.)`;

const placeKey = (sheet: SheetPlan, row: number, column: number): string => `${sheet.name} ${row} ${column}`;

/** What has no place of its own in this template is said on the cover. */
function placeOf(
  plan: WorkbookPlan,
  { name, row }: ReturnComment,
  lines: Readonly<Record<string, readonly number[]>>,
): string {
  for (const sheet of plan.sheets) {
    const range = sheet.ranges.find((r) => r.name === name);
    if (range) {
      const line = row === undefined ? -1 : (lines[sheet.name]?.[row - 1] ?? -1);
      // Above the first row stand the keys, and above them the heads.
      return placeKey(sheet, line < 0 ? range.firstRow - 2 : range.firstRow + line, range.column);
    }
    if (sheet.name === name) return titleOf(sheet);
    const named = find(sheet, (cell) => name !== '' && cell.name === name);
    if (named) return named;
  }
  const indicators = plan.sheets.find((sheet) => sheet.name === INDICATOR_SHEET);
  const section = indicators && find(indicators, (cell) => cell.style === 'sectionCode' && cell.content === name);
  return section ?? titleOf(plan.sheets.find((sheet) => sheet.name === COVER)!);
}

const titleOf = (sheet: SheetPlan): string => find(sheet, (cell) => cell.style === 'title') ?? placeKey(sheet, 1, 1);

function find(sheet: SheetPlan, is: (cell: PlannedCell) => boolean): string | undefined {
  for (const [i, { cells }] of sheet.rows.entries()) {
    const cell = cells.find(is);
    if (cell) return placeKey(sheet, i + 1, cell.column);
  }
  return undefined;
}
