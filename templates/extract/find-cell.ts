// Where a wanted cell stands: at its name, unless its name points into another line or column than its code and head say
// (a cell that was cut and pasted takes its name along, a row inserted by a program leaves the names behind); by its code
// where its name was lost.

import { cellKey, type SheetCells, type WorkbookCells } from '../cell/cell';
import type { CodedLines } from './coded-lines';
import { codedLines, filledBeside, nextTo, standsBeside } from './coded-lines';
import { type NamedPlace, placeKey } from './named-places';
import type { Wanted } from './wanted-cells';

export interface Found {
  readonly sheet: SheetCells;
  readonly key: number;
  /**
   * `code`: the name is lost · `line`: the name points elsewhere and the code's own line is read · `offLine`: the cell is
   * off its line and is read where it is, since its line holds nothing.
   */
  readonly by: 'name' | 'code' | 'line' | 'offLine';
}

/** Heads of the template's columns; some go on with the period they are about. */
const KNOWN_HEAD =
  /^(?:Mã|Chỉ tiêu|ĐVT|Kỳ này|Kỳ trước|Cùng kỳ năm trước|± so với kỳ trước|Giải trình|Mục|Nội dung|Số ký tự)/;

export type CellFinder = (wanted: Wanted) => Found | undefined;

export function cellFinder(
  workbook: WorkbookCells,
  places: ReadonlyMap<string, NamedPlace>,
  wantedCells: readonly Wanted[],
): CellFinder {
  const named = new Map(workbook.sheets.map((s) => [s.name.toLowerCase(), s]));
  const home = (wanted: Wanted): SheetCells | undefined => named.get(wanted.sheet.toLowerCase());
  const lines = new Map<SheetCells, CodedLines | undefined>();
  const linesOf = (sheet: SheetCells): CodedLines | undefined => {
    if (!lines.has(sheet)) lines.set(sheet, codedLines(sheet));
    return lines.get(sheet);
  };
  let codes: ReadonlySet<string> | undefined;
  const isCode = (text: string | undefined): boolean => {
    codes ??= new Set(wantedCells.flatMap((w) => (w.code ? [w.code[0]] : [])));
    return text !== undefined && codes.has(text);
  };

  const byCode = (wanted: Wanted): Found | undefined => {
    const ours = home(wanted);
    if (wanted.beside !== undefined) {
      const key = ours && (wanted.next ? nextTo : filledBeside)(ours, wanted.beside);
      return ours && key !== undefined ? { sheet: ours, key, by: 'code' } : undefined;
    }
    if (!wanted.code) return undefined;
    const [code, head] = wanted.code;
    for (const sheet of ours ? [ours] : workbook.sheets) {
      const row = linesOf(sheet)?.rows.get(code);
      const column = linesOf(sheet)?.columns.get(head);
      if (row !== undefined && column !== undefined) return { sheet, key: cellKey(row, column), by: 'code' };
    }
    return undefined;
  };

  /** The cell that code and head say, where that is another one than the name's. */
  const onItsLine = (wanted: Wanted, place: NamedPlace): { found: Found; certain: boolean } | 'gone' | undefined => {
    const sheet = home(wanted) ?? place.sheet;
    const inPlace = sheet === place.sheet;
    if (wanted.next) return undefined;
    if (wanted.beside !== undefined) {
      if (inPlace && standsBeside(sheet, wanted.beside, place.firstRow, place.column)) return undefined;
      const key = filledBeside(sheet, wanted.beside);
      return key === undefined ? undefined : { found: { sheet, key, by: 'line' }, certain: false };
    }
    const coded = wanted.code && linesOf(sheet);
    if (!coded) return undefined;
    const [code, head] = wanted.code;
    const [codeThere, headThere] = inPlace ? [coded.codes.get(place.firstRow), coded.heads.get(place.column)] : [];
    if (codeThere === code && headThere === head) return undefined;
    const otherLine = codeThere !== code && isCode(codeThere);
    const otherColumn = headThere !== undefined && !headThere.startsWith(head) && KNOWN_HEAD.test(headThere);
    // Another line's cell, or another column's, is not ours, even where ours is gone.
    if ((otherLine && !coded.rows.has(code)) || (otherColumn && !coded.columns.has(head))) return 'gone';
    const row = codeThere === code ? place.firstRow : (coded.rows.get(code) ?? (inPlace ? place.firstRow : undefined));
    const column =
      headThere === head ? place.column : (coded.columns.get(head) ?? (inPlace ? place.column : undefined));
    if (row === undefined || column === undefined) return undefined;
    const key = cellKey(row, column);
    if (inPlace && key === placeKey(place)) return undefined;
    const certain = otherLine || (headThere !== head && Boolean(headThere));
    return { found: { sheet, key, by: 'line' }, certain };
  };

  return (wanted) => {
    const place = places.get(wanted.name);
    if (!place) return byCode(wanted);
    const atName: Found = { sheet: place.sheet, key: placeKey(place), by: 'name' };
    const line = onItsLine(wanted, place);
    if (!line) return atName;
    if (line === 'gone') return undefined;
    const nothingThere = !holds(line.found) && holds(atName);
    return !line.certain && nothingThere ? { ...atName, by: 'offLine' } : line.found;
  };
}

function holds({ sheet, key }: Found): boolean {
  const value = sheet.cells.get(key)?.value;
  return value !== undefined && value !== null && value !== '';
}
