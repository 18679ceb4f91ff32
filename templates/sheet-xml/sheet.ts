// One worksheet part → its cells and merged ranges (ECMA-376 part 1, 18.3.1). The hottest file of the reader: states are
// numbers, a cell without content costs no object. Inside `sheetData` anything unknown is refused, because skipping it
// could mean losing figures; outside it (widths, validations, formats) everything else is skipped unread.

import type { Cell } from '../cell/cell';
import { CellAssembler, type CellSources } from './cell-assembler';
import { rowNumber } from './cell-reference';
import { EmptyRuns } from './empty-runs';
import { refuse } from './file-refused';
import type { SheetXmlLimits } from './reader-limits';
import { SkippedValidations } from './skipped-validations';
import { type Attributes, isTrue, type PartHandlers, type PushParser, parsePart } from './xml-part';

export interface SheetSources extends CellSources {
  readonly part: string;
  readonly limits: SheetXmlLimits;
}

export interface SheetParser extends PushParser {
  readonly cells: ReadonlyMap<number, Cell>;
  readonly merges: readonly string[];
  /** Hidden rows with something in them. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Some row, or some column, is hidden. */
  readonly hidden: { readonly rows: boolean; readonly columns: boolean };
}

export function sheetParser(sources: SheetSources): SheetParser {
  const reader = new SheetReader(sources);
  const runs = new EmptyRuns();
  const validations = new SkippedValidations();
  const parser = parsePart(sources.part, 'worksheet', reader);
  return {
    write(chunk) {
      const before = runs.taken;
      parser.write(runs.collapse(validations.skip(chunk)));
      sources.budget.spendEmpty(sources.sheet, runs.taken - before);
    },
    close: parser.close,
    cells: reader.assembler.cells,
    merges: reader.merges,
    hiddenRows: reader.hiddenRows,
    hidden: reader.hidden,
  };
}

enum Place {
  Outside,
  Data,
  Row,
  Cell,
  Value,
  Formula,
  Inline,
  Extension,
}

class SheetReader implements PartHandlers {
  readonly assembler: CellAssembler;
  readonly merges: string[] = [];
  readonly hidden = { rows: false, columns: false };
  readonly hiddenRows = new Set<number>();
  private rowHidden = false;
  private cellsBefore = 0;
  private place = Place.Outside;
  /** Where an extension list returns to, and how deep inside it we are. */
  private outer = Place.Outside;
  private depth = 0;
  private row = 0;

  constructor(private readonly sources: SheetSources) {
    this.assembler = new CellAssembler(sources);
  }

  open(name: string, attributes: Attributes): void {
    switch (this.place) {
      case Place.Row:
        if (name === 'c') {
          this.assembler.begin(attributes);
          this.place = Place.Cell;
        } else this.openOther(name);
        break;
      case Place.Cell:
        this.openInCell(name);
        break;
      case Place.Data:
        if (name === 'row') this.openRow(attributes);
        else this.openOther(name);
        break;
      case Place.Outside:
        this.openOutside(name, attributes);
        break;
      case Place.Inline:
        if (name === 'is') this.unexpected(name);
        this.assembler.inline.open(name, attributes);
        break;
      case Place.Extension:
        this.depth++;
        break;
      default:
        this.unexpected(name);
    }
  }

  text(text: string): void {
    if (this.place === Place.Value) this.assembler.addValue(text);
    else if (this.place === Place.Inline) this.assembler.addInline(text);
  }

  close(name: string): void {
    switch (this.place) {
      case Place.Value:
      case Place.Formula:
        this.place = Place.Cell;
        break;
      case Place.Cell:
        this.assembler.end();
        this.place = Place.Row;
        break;
      case Place.Row:
        if (this.rowHidden && this.assembler.cells.size > this.cellsBefore) this.hiddenRows.add(this.row);
        this.place = Place.Data;
        break;
      case Place.Data:
        this.place = Place.Outside;
        break;
      case Place.Inline:
        if (name === 'is') this.place = Place.Cell;
        else this.assembler.inline.close(name);
        break;
      case Place.Extension:
        if (--this.depth === 0) this.place = this.outer;
        break;
      default:
    }
  }

  private openRow(attributes: Attributes): void {
    const { r } = attributes;
    this.row = r === undefined ? this.row + 1 : rowNumber(r);
    if (this.row === -1) refuse('BAD_ROW', { sheet: this.sources.sheet, part: this.sources.part, found: r! });
    this.rowHidden = attributes.hidden !== undefined && isTrue(attributes.hidden);
    if (this.rowHidden) {
      this.hidden.rows = true;
      this.cellsBefore = this.assembler.cells.size;
    }
    this.assembler.beginRow(this.row);
    this.place = Place.Row;
  }

  private openInCell(name: string): void {
    if (name === 'v' && this.assembler.takeValue()) this.place = Place.Value;
    else if (name === 'f' && this.assembler.takeFormula()) this.place = Place.Formula;
    else if (name === 'is' && this.assembler.takeInline()) this.place = Place.Inline;
    else this.openOther(name);
  }

  private openOutside(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.place = Place.Data;
    else if (name === 'mergeCell') this.addMerge(attributes.ref);
    else if (name === 'col' && isTrue(attributes.hidden)) this.hidden.columns = true;
  }

  private addMerge(ref: string | undefined): void {
    if (ref === undefined) return;
    if (this.merges.length >= this.sources.limits.merges) refuse('TOO_MANY_MERGES', { sheet: this.sources.sheet });
    this.merges.push(ref);
  }

  private openOther(name: string): void {
    if (name !== 'extLst') this.unexpected(name);
    this.outer = this.place;
    this.depth = 1;
    this.place = Place.Extension;
  }

  private unexpected(name: string): never {
    const { sheet, part } = this.sources;
    return refuse('XML_UNEXPECTED', { sheet, part, found: name === '' ? 'xmlns' : `<${name}>` });
  }
}
