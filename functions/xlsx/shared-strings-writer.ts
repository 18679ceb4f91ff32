// The shared strings of a master: those of the skeleton, and after them short texts of the streamed rows, each once. Bounded:
// when it is full, or a text is long, the text is written into its cell instead.

import { textElement } from './cell-text';

const MAX_DISTINCT = 100_000;
const MAX_UNITS = 64;

export class SharedStringsWriter {
  private readonly indexes = new Map<string, number>();
  private readonly head: string;
  private readonly base: number;

  /** `xml`: the part of the skeleton; `undefined` where it has none. */
  constructor(xml: string | undefined) {
    const part = xml ?? '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>';
    this.base = part.match(/<si[\s>/]/g)?.length ?? 0;
    // Both counts are optional (ECMA-376 part 1, 18.4.9) and would be wrong now.
    const open = part
      .replace(/(<sst\b[^>]*?)\/>\s*$/, '$1></sst>')
      .replace(/<sst\b[^>]*>/, (tag) => tag.replace(/ (?:uniqueCount|count)="\d*"/g, ''));
    this.head = open.slice(0, open.lastIndexOf('</sst>'));
  }

  /** The number of a text, or undefined where it has to stand in its cell. */
  indexOf(text: string): number | undefined {
    if (text.length > MAX_UNITS) return undefined;
    const known = this.indexes.get(text);
    if (known !== undefined || this.indexes.size >= MAX_DISTINCT) return known;
    const index = this.base + this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  /** The whole part, piece by piece. */
  *xml(): Generator<string> {
    yield this.head;
    for (const text of this.indexes.keys()) yield `<si>${textElement(text)}</si>`;
    yield '</sst>';
  }
}
