// The shared strings part: texts that cells point to by number (ECMA-376 part 1, 18.4). Rich text runs are joined,
// phonetic runs left out; an empty `<si/>` is the empty string and keeps its number.

import { unescapeText } from './escaped-text';
import { refuse } from './file-refused';
import { isLegacyFont } from './legacy-fonts';
import type { SheetXmlLimits } from './reader-limits';
import { type Attributes, type PushParser, parsePart } from './xml-part';

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Old Vietnamese fonts of rich text runs, by string number. */
  readonly legacyFonts: ReadonlyMap<number, string>;
}

export const NO_SHARED_STRINGS: SharedStrings = { texts: [], legacyFonts: new Map() };

export interface SharedStringsParser extends PushParser, SharedStrings {}

export function sharedStringsParser(part: string, limits: SheetXmlLimits): SharedStringsParser {
  const texts: string[] = [];
  const legacyFonts = new Map<number, string>();
  const item = new RichText();
  let units = 0;

  const parser = parsePart(part, 'sst', {
    open(name, attributes) {
      if (name !== 'si') {
        item.open(name, attributes);
        return;
      }
      if (texts.length >= limits.sharedStrings) refuse('TOO_MANY_STRINGS', { part });
      item.begin();
    },
    text(text) {
      if (!item.wantsText) return;
      units += text.length;
      if (units > limits.sharedStringUnits) refuse('TOO_MANY_STRINGS', { part });
      item.text += text;
    },
    close(name) {
      if (name !== 'si') {
        item.close(name);
        return;
      }
      if (item.legacyFont !== undefined) legacyFonts.set(texts.length, item.legacyFont);
      texts.push(unescapeText(item.text));
    },
  });
  return { ...parser, texts, legacyFonts };
}

/** CT_Rst (ECMA-376 part 1, 18.4.8 `si`, 18.3.1.53 `is`): the text of all `t` that are not inside `rPh`. */
export class RichText {
  text = '';
  legacyFont: string | undefined;
  wantsText = false;
  private phonetic = false;

  begin(): void {
    this.text = '';
    this.legacyFont = undefined;
    this.wantsText = false;
    this.phonetic = false;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 't') this.wantsText = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'rFont' && isLegacyFont(attributes.val ?? '')) this.legacyFont ??= attributes.val;
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false;
    else if (name === 'rPh') this.phonetic = false;
  }
}
