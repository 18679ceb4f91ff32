// The workbook part: its sheets in order, its workbook-scoped names, its date system (ECMA-376 part 1, 18.2).
// Leaves out names scoped to one sheet and built-in names such as print areas. Judges no reference.

import type { SheetCells } from '../cell/cell';
import { refuse } from './file-refused';
import { MAX_TOKEN, type SheetXmlLimits } from './reader-limits';
import { type Attributes, isTrue, type PushParser, parsePart, prefixedAttribute } from './xml-part';

/** Excel allows 31; other programs write more, and a long name harms nobody. */
const MAX_SHEET_NAME = 255;

export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetCells['visibility'];
  readonly relationshipId: string;
}

export interface WorkbookParser extends PushParser {
  readonly sheets: readonly SheetEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly date1904: boolean;
}

export function workbookParser(part: string, limits: SheetXmlLimits): WorkbookParser {
  const sheets: SheetEntry[] = [];
  const sheetNames = new Set<string>();
  const names = new DefinedNames(part, limits);
  let date1904 = false;

  const addSheet = (attributes: Attributes) => {
    const name = attributes.name ?? '';
    if (name === '' || name.length > MAX_SHEET_NAME) refuse('SHEET_NAME', { part });
    if (sheets.length >= limits.sheets) refuse('TOO_MANY_SHEETS', { part });
    const key = name.normalize('NFC').toLowerCase();
    if (sheetNames.has(key)) refuse('SHEET_DUPLICATE', { sheet: name, part });
    sheetNames.add(key);
    const relationshipId = prefixedAttribute(attributes, 'id') ?? '';
    sheets.push({ name, visibility: visibilityOf(attributes.state), relationshipId });
  };

  const parser = parsePart(part, 'workbook', {
    open(name, attributes) {
      if (name === 'sheet') addSheet(attributes);
      else if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      else if (name === 'definedName') names.open(attributes);
    },
    text: (text) => names.text(text),
    close(name) {
      if (name === 'definedName') names.close();
    },
  });
  return {
    ...parser,
    sheets,
    names: names.found,
    get date1904() {
      return date1904;
    },
  };
}

function visibilityOf(state: string | undefined): SheetCells['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** ECMA-376 part 1, 18.2.5: a name without `localSheetId` belongs to the workbook; `_xlnm.` opens a built-in one. */
class DefinedNames {
  readonly found = new Map<string, string>();
  private readonly seen = new Set<string>();
  private count = 0;
  private name: string | undefined;
  private reference = '';

  constructor(
    private readonly part: string,
    private readonly limits: SheetXmlLimits,
  ) {}

  open(attributes: Attributes): void {
    if (++this.count > this.limits.definedNames) refuse('TOO_MANY_NAMES', { part: this.part });
    const name = attributes.name ?? '';
    if (name === '' || name.startsWith('_xlnm.') || attributes.localSheetId !== undefined) return;
    const key = name.normalize('NFC').toLowerCase();
    if (this.seen.has(key)) refuse('NAME_DUPLICATE', { part: this.part, found: name });
    this.seen.add(key);
    this.name = name;
    this.reference = '';
  }

  text(text: string): void {
    if (this.name === undefined) return;
    this.reference += text;
    if (this.reference.length > MAX_TOKEN) refuse('XML_TOO_COMPLEX', { part: this.part });
  }

  close(): void {
    if (this.name !== undefined) this.found.set(this.name, this.reference.trim());
    this.name = undefined;
  }
}
