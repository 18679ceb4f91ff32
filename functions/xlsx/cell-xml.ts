// One cell of a streamed row as XML (ECMA-376 part 1, 18.3.1.4 CT_Cell). A number that is none is a bug of the caller and
// throws; text is text whatever it begins with.

import { escapeText, fitText, textElement } from './cell-text';
import type { SharedStringsWriter } from './shared-strings-writer';

export type StreamedCell =
  | null
  | number
  | string
  | boolean
  /** `result` null: no stored result, Excel computes it on opening. The formula has no leading `=`. */
  | { readonly formula: string; readonly result: number | string | null }
  /** Serial date in the workbook's date system; the exemplar cell gives the format. */
  | { readonly date: number };

/** `attributes`: ` r="D5" s="3"`. Throws `RangeError` for NaN and infinities. */
export function cellXml(attributes: string, cell: StreamedCell, strings: SharedStringsWriter): string {
  if (cell === null) return `<c${attributes}/>`;
  switch (typeof cell) {
    case 'number':
      return `<c${attributes}><v>${finite(cell)}</v></c>`;
    case 'string':
      return textCell(attributes, fitText(cell), strings);
    case 'boolean':
      return `<c${attributes} t="b"><v>${cell ? 1 : 0}</v></c>`;
    default:
      return 'date' in cell ? `<c${attributes}><v>${finite(cell.date)}</v></c>` : formulaCell(attributes, cell);
  }
}

function textCell(attributes: string, text: string, strings: SharedStringsWriter): string {
  const index = strings.indexOf(text);
  if (index !== undefined) return `<c${attributes} t="s"><v>${index}</v></c>`;
  return `<c${attributes} t="inlineStr"><is>${textElement(text)}</is></c>`;
}

function formulaCell(attributes: string, cell: { formula: string; result: number | string | null }): string {
  const formula = `<f>${escapeText(cell.formula.replace(/^=/, ''))}</f>`;
  if (cell.result === null) return `<c${attributes}>${formula}</c>`;
  if (typeof cell.result === 'number') return `<c${attributes}>${formula}<v>${finite(cell.result)}</v></c>`;
  return `<c${attributes} t="str">${formula}<v>${escapeText(fitText(cell.result))}</v></c>`;
}

function finite(number: number): number {
  if (!Number.isFinite(number)) throw new RangeError(`${number} cannot be stored in a cell`);
  return number;
}
