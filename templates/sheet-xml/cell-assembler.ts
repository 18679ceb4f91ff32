// Puts one cell together from what the sheet parser meets between `<c>` and `</c>`, and keeps it where it holds something.
// Knows addresses and types (ECMA-376 part 1, 18.3.1.4 CT_Cell); knows no XML.

import { addressOf, type Cell, cellKey, columnOf, MAX_COLUMN, rowOf } from '../cell/cell';
import type { FileRefusal, FileRefusalCode } from '../violation/file-refusals';
import type { CellBudget } from './cell-budget';
import { keyOfReference } from './cell-reference';
import { collapse, isCellType, type Stored, storedBoolean, storedDate, storedIndex, storedNumber } from './cell-value';
import { unescapeText } from './escaped-text';
import { refuse } from './file-refused';
import { MAX_CELL_TEXT, MAX_TOKEN } from './reader-limits';
import { RichText, type SharedStrings } from './shared-strings';
import { type CellStyle, PLAIN_STYLE } from './styles';

export interface CellSources {
  readonly sheet: string;
  readonly strings: SharedStrings;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly budget: CellBudget;
}

export class CellAssembler {
  readonly cells = new Map<number, Cell>();
  readonly inline = new RichText();
  private value = '';
  private hasValue = false;
  private hasFormula = false;
  private hasInline = false;
  private row = 0;
  private column = 0;
  private key = 0;
  private type = 'n';
  private style: string | undefined;
  private textFont: string | undefined;

  constructor(private readonly sources: CellSources) {}

  beginRow(row: number): void {
    this.row = row;
    this.column = 0;
  }

  begin(attributes: Readonly<Record<string, string>>): void {
    const { r } = attributes;
    if (r === undefined) this.key = this.column < MAX_COLUMN ? cellKey(this.row, this.column + 1) : -1;
    else this.key = keyOfReference(r);
    if (this.key === -1) this.fail('BAD_CELL_ADDRESS', { cell: r ?? `XFE${this.row}` });
    if (rowOf(this.key) !== this.row) this.fail('CELL_ROW_MISMATCH', { found: String(this.row) });
    this.column = columnOf(this.key);
    this.type = attributes.t ?? 'n';
    this.style = attributes.s;
    this.value = '';
    this.hasValue = this.hasFormula = this.hasInline = false;
    this.textFont = undefined;
  }

  /** False where the cell already has one. */
  takeValue(): boolean {
    const first = !this.hasValue;
    this.hasValue = true;
    return first;
  }

  takeFormula(): boolean {
    const first = !this.hasFormula;
    this.hasFormula = true;
    return first;
  }

  takeInline(): boolean {
    if (this.hasInline) return false;
    this.inline.begin();
    this.hasInline = true;
    return true;
  }

  /** Text inside `<v>`. Markup may cut it into any number of pieces, so the sum is bounded here. */
  addValue(text: string): void {
    this.value += text;
    if (this.value.length > MAX_TOKEN) this.fail('TEXT_TOO_LONG');
  }

  /** Text inside `<is>`. */
  addInline(text: string): void {
    if (this.inline.wantsText) this.inline.text += text;
    if (this.inline.text.length > MAX_TOKEN) this.fail('TEXT_TOO_LONG');
  }

  end(): void {
    const { budget, sheet } = this.sources;
    const value = this.hasValue || this.hasInline ? this.storedValue() : null;
    if (value === null && !this.hasFormula) {
      budget.spendEmpty(sheet, 1);
      return;
    }
    if (typeof value === 'string' && value.length > MAX_CELL_TEXT) this.fail('TEXT_TOO_LONG');
    if (this.cells.has(this.key)) this.fail('CELL_DUPLICATE');
    budget.spendCell(sheet);
    this.cells.set(this.key, this.cellOf(value));
  }

  private cellOf(value: Cell['value']): Cell {
    const style = this.style === undefined ? PLAIN_STYLE : (this.sources.styles[Number(this.style)] ?? PLAIN_STYLE);
    const date = typeof value === 'number' && (style.date || this.type === 'd');
    const percent = typeof value === 'number' && style.percent;
    const legacyFont = style.legacyFont ?? this.textFont;
    if (!this.hasFormula && !date && !percent && legacyFont === undefined) return { value };
    return {
      value,
      ...(this.hasFormula ? { formula: true } : undefined),
      ...(date ? { date: true } : undefined),
      ...(percent ? { percent: true } : undefined),
      ...(legacyFont === undefined ? undefined : { legacyFont }),
    };
  }

  private storedValue(): Cell['value'] {
    const { type } = this;
    if (!isCellType(type)) return this.fail('CELL_TYPE', { found: type.slice(0, 60) });
    if (type === 'str') return this.hasValue ? unescapeText(this.value) : null;
    if (type === 'inlineStr') return this.inlineText();
    const text = collapse(this.value);
    if (text === '') return null;
    switch (type) {
      case 'n':
        return storedNumber(text) ?? this.fail('BAD_NUMBER', { found: text.slice(0, 60) });
      case 's':
        return this.sharedText(text);
      case 'b':
        return this.valueOf(storedBoolean(text), text);
      case 'd':
        return this.valueOf(storedDate(text, this.sources.date1904), text);
      case 'e':
        return { error: text.slice(0, 60) };
    }
  }

  private valueOf(stored: Stored, text: string): Cell['value'] {
    return 'value' in stored ? stored.value : this.fail(stored.refused, { found: text.slice(0, 60) });
  }

  private sharedText(text: string): string {
    const index = storedIndex(text) ?? -1;
    this.textFont = this.sources.strings.legacyFonts.get(index);
    return this.sources.strings.texts[index] ?? this.fail('BAD_STRING_INDEX', { found: text.slice(0, 60) });
  }

  /** Some programs write the text of an inline string into `<v>`. */
  private inlineText(): string | null {
    if (!this.hasInline) return this.hasValue ? unescapeText(this.value) : null;
    this.textFont = this.inline.legacyFont;
    return unescapeText(this.inline.text);
  }

  private fail(code: FileRefusalCode, more: Partial<FileRefusal> = {}): never {
    return refuse(code, {
      sheet: this.sources.sheet,
      ...(this.key > 0 ? { cell: addressOf(this.key) } : undefined),
      ...more,
    });
  }
}
