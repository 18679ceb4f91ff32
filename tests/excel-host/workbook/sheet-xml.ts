// The cells of a worksheet part with what a reader of reports has no use for: formulas as written, styles, protection. Reads
// what exceljs and LibreOffice write for us; a formula that is written once for several cells is refused, not guessed.

import { cellKey, columnOf, parseAddress } from '../../../templates/cell/cell';
import { unescapeText } from '../../../templates/sheet-xml/escaped-text';
import type { StoredCell } from './stored-cell';

export interface SheetXml {
  readonly cells: Map<number, StoredCell>;
  /** Of cells that are not written: by row, and by column from 1. */
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly columnStyles: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly string[];
  readonly isProtected: boolean;
}

export const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
export const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

export function parseSheetXml(xml: string, sharedStrings: readonly string[]): SheetXml {
  const cells = new Map<number, StoredCell>();
  const rowStyles = new Map<number, number>();
  const hiddenRows = new Set<number>();
  for (const [, rowTag = '', row = ''] of xml.matchAll(ROW)) {
    const number = Number(attribute(rowTag, 'r'));
    if (isTrue(attribute(rowTag, 'customFormat'))) rowStyles.set(number, Number(attribute(rowTag, 's') ?? 0));
    if (isTrue(attribute(rowTag, 'hidden'))) hiddenRows.add(number);
    for (const [, tag = '', inner = ''] of row.matchAll(CELL)) {
      const key = parseAddress(attribute(tag, 'r') ?? '');
      if (key === undefined) throw new Error(`A cell without an address in row ${number}`);
      cells.set(cellKey(number, columnOf(key)), parseCell(tag, inner, sharedStrings));
    }
  }
  return {
    cells,
    rowStyles,
    columnStyles: columnStyles(xml),
    hiddenRows,
    merges: Array.from(xml.matchAll(/<mergeCell ref="([^"]+)"/g), (m) => m[1]!),
    isProtected: isTrue(attribute(/<sheetProtection\b[^>]*>/.exec(xml)?.[0] ?? '', 'sheet')),
  };
}

function parseCell(tag: string, inner: string, sharedStrings: readonly string[]): StoredCell {
  const style = Number(attribute(tag, 's') ?? 0);
  const value = parseValue(attribute(tag, 't') ?? 'n', inner, sharedStrings);
  const formula = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner);
  if (!formula) return { value, style };
  if (!formula[2]) throw new Error(`${attribute(tag, 'r')}: a formula written elsewhere is not read`);
  return { value, style, formula: plainText(formula[2]) };
}

function parseValue(type: string, inner: string, sharedStrings: readonly string[]): StoredCell['value'] {
  if (type === 'inlineStr') return texts(inner);
  const text = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1];
  if (text === undefined) return null;
  switch (type) {
    case 's':
      return sharedStrings[Number(text)] ?? '';
    case 'b':
      return text === '1';
    case 'e':
      return { error: plainText(text) };
    case 'n':
      return text === '' ? null : Number(text);
    default:
      return plainText(text);
  }
}

function columnStyles(xml: string): Map<number, number> {
  const styles = new Map<number, number>();
  for (const [tag] of xml.matchAll(/<col\b[^>]*>/g)) {
    const style = attribute(tag, 'style');
    if (style === undefined) continue;
    const last = Math.min(Number(attribute(tag, 'max')), 1_000);
    for (let column = Number(attribute(tag, 'min')); column <= last; column++) styles.set(column, Number(style));
  }
  return styles;
}

/** `<si>` by `<si>`; phonetic runs are no text. */
export function parseSharedStrings(xml: string): string[] {
  return Array.from(xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g), ([, inner = '']) => texts(inner));
}

function texts(xml: string): string {
  const runs = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g);
  return Array.from(runs, ([, text = '']) => plainText(text)).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export function plainText(xml: string): string {
  const text = xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
    return ENTITIES[name] ?? whole;
  });
  return unescapeText(text);
}

export function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plainText(value);
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
