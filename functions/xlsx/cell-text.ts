// Text on its way into XML: always text, never markup, never more than a cell holds. What XML cannot hold is written as
// `_xHHHH_`, and text that looks like such an escape is escaped itself (ECMA-376 part 1, 22.9.2.19 ST_Xstring). exceljs is
// given text without what XML cannot hold: of that it writes one half as it is, which breaks the file, and drops the other.

import { LONE_SURROGATE } from '../../templates/extract/clean-text';
import { MAX_CELL_TEXT } from '../../templates/sheet-xml/reader-limits';

const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udfff]/;
const NOT_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/** With DEL, which exceljs drops after us: what is left could look like an escape. A carriage return it writes as it is. */
const NOT_FOR_EXCELJS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const LIKE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** As element content. Unpaired surrogates become U+FFFD, carriage returns `_x000D_`. */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(LIKE_ESCAPE, '_x005F_')
    .replace(/[&<>]/g, (char) => ENTITIES[char]!)
    .replace(NOT_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** For exceljs, which escapes markup itself: a formula. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(NOT_FOR_EXCELJS, '');
}

/** For exceljs: the text of a cell, a stored result or a note (18.4.12: the `t` of a note is that of a shared string). */
export function storedText(text: string): string {
  return fitText(wellFormed(text)).replace(LIKE_ESCAPE, '_x005F_');
}

/** At most 32,767 UTF-16 units; what is cut is marked with an ellipsis. */
export function fitText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const end = MAX_CELL_TEXT - 1;
  const splitsPair = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** `<t>` with its text; white space at the ends and line breaks are kept. */
export function textElement(text: string): string {
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(text)}</t>`;
}
