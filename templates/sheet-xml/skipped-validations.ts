// Data validations are most of what stands behind the cells of a form, and none of it is read. Where they are written plainly
// they are taken out of the text before it is parsed: what is taken out is well-formed by itself, and anything not plain
// stays for the parser. Switched off by the first `<!`: behind it (a comment, CDATA) text may only look like an element.

import { PlainSoFar } from './plain-so-far';

const VALUE = `(?:[^"<&\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff\\ud800-\\udfff]|&(?:amp|lt|gt|quot|apos|#10|#13|#9|#xA|#xD);)*`;
const TEXT = VALUE.replace('[^"<&', '[^<&>');
const VALIDATION = new RegExp(
  `(?:<dataValidation(?: [A-Za-z:]+="${VALUE}")*(?:/>|>(?:<formula1>${TEXT}</formula1>)?(?:<formula2>${TEXT}</formula2>)?</dataValidation>))+`,
  'g',
);
const END_OF_DATA = '</sheetData>';

export class SkippedValidations {
  private behind = false;
  private readonly plain = new PlainSoFar();

  /** @param chunk a piece of a worksheet part; pieces come in order */
  skip(chunk: string): string {
    if (!this.plain.includes(chunk)) return chunk;
    if (this.behind) return chunk.replace(VALIDATION, '');
    const end = chunk.indexOf(END_OF_DATA);
    if (end === -1) return chunk;
    this.behind = true;
    return chunk.slice(0, end) + chunk.slice(end).replace(VALIDATION, '');
  }
}
