// Beside each row of an annex: the first thing that is wrong in it, and how many more there are, taken from KiemTra.

import { CHECK_SHEET, FIRST_CHECK_ROW, type PlacedLine } from './check-sheet';
import type { SheetPlan } from './sheet-plan';

const HEAD = 'Kiểm tra';
const WIDTH = 60;

/** The column on the right of an annex's table; a sheet without rows of checks stays as it is. */
export function withRowChecks(sheet: SheetPlan, lines: readonly PlacedLine[]): SheetPlan {
  const range = sheet.ranges[0];
  const blocks = range ? blocksOf(sheet.name, lines) : [];
  if (!range || blocks.length === 0) return sheet;
  const column = sheet.columns.length + 1;
  return {
    ...sheet,
    columns: [...sheet.columns, WIDTH],
    print: { ...sheet.print, area: { columns: sheet.columns.length, rows: sheet.rows.length } },
    rows: sheet.rows.map((row, i) => {
      const number = i + 1;
      if (number === range.firstRow - 2)
        return { ...row, cells: [...row.cells, { column, content: HEAD, style: 'head' as const }] };
      const block = blocks[number - range.firstRow];
      return block
        ? { ...row, cells: [...row.cells, { column, content: shown(block), style: 'message' as const }] }
        : row;
    }),
  };
}

interface Block {
  readonly first: number;
  readonly last: number;
  readonly open: readonly PlacedLine[];
}

/** The lines of each row stand together in KiemTra. */
function blocksOf(annex: string, lines: readonly PlacedLine[]): Block[] {
  const blocks: { first: number; last: number; open: PlacedLine[] }[] = [];
  lines.forEach((line, i) => {
    if (line.row === undefined || !line.name.startsWith(`${annex}_`)) return;
    const at = FIRST_CHECK_ROW + i;
    blocks[line.row] ??= { first: at, last: at, open: [] };
    const block = blocks[line.row]!;
    block.last = at;
    if (line.result !== '') block.open.push(line);
  });
  return blocks;
}

function shown({ first, last, open }: Block): { formula: string; result: string } {
  const column = (letter: string): string => `${CHECK_SHEET}!$${letter}$${first}:$${letter}$${last}`;
  const at = `MATCH("?*",${column('D')},0)`;
  const cell = `MID(INDEX(${column('E')},${at}),5,9)`;
  const more = `COUNTIF(${column('D')},"?*")-1`;
  const message = (line: PlacedLine): string => `${line.rule} (${line.place?.cell ?? ''}): ${line.result}`;
  const [line] = open;
  return {
    formula: `IFERROR(INDEX(${column('A')},${at})&" ("&${cell}&"): "&INDEX(${column('D')},${at})&IF(${more}>0," (và "&${more}&" điều khác)",""),"")`,
    result: line ? `${message(line)}${open.length > 1 ? ` (và ${open.length - 1} điều khác)` : ''}` : '',
  };
}
