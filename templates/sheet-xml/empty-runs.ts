// Forms are full of cells that have a border and nothing else. Runs of such cells, and rows of nothing but them, are taken
// out of the text before the XML parser sees them: most of the reading time of a blank form. Only complete elements of the
// plain spelling are taken, their row number checked, and the last one before a gap stays, so that no other cell moves.
// From the first `<!` on (comment, CDATA) nothing is touched.

import { PlainSoFar } from './plain-so-far';

/** A cell of a style and perhaps a type, without content: `<c r="B7" s="12"/>`, `<c r="B7" s="1" t="n"></c>`. */
const emptyCell = (row: string) => `<c r="[A-Z]{1,3}${row}"(?: [st]="\\w{1,9}")* ?(?:/>|></c>)`;

/** Two or more such cells side by side in one row. The last is kept. */
const CELL_RUN = new RegExp(`${emptyCell('([1-9]\\d{0,6})')}(?:${emptyCell('\\1')})+`, 'g');

/** Rows, not hidden, of nothing but such cells, when a row with a number of its own follows. */
const ROW_RUN = new RegExp(
  `(?:<row r="([1-9]\\d{0,6})"(?: (?!hidden="(?:1|true)")[\\w:]+="[^"<&]*")* ?(?:/>|>(?:${emptyCell('\\1')})*</row>))+(?=<row r=")`,
  'g',
);

export class EmptyRuns {
  /** Cells taken out so far. */
  taken = 0;
  private readonly plain = new PlainSoFar();

  /** The chunk without the cells that carry nothing. */
  collapse(chunk: string): string {
    if (!this.plain.includes(chunk)) return chunk;
    return chunk
      .replace(ROW_RUN, (run) => {
        this.taken += cellsIn(run);
        return '';
      })
      .replace(CELL_RUN, (run) => {
        this.taken += cellsIn(run) - 1;
        return run.slice(run.lastIndexOf('<c '));
      });
  }
}

function cellsIn(run: string): number {
  let count = 0;
  for (let at = run.indexOf('<c '); at !== -1; at = run.indexOf('<c ', at + 1)) count++;
  return count;
}
