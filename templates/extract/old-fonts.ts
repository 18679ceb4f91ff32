// Text set in an old Vietnamese font → Unicode. TCVN3 (`.VnTime`...) gives each letter one code of Latin-1, capitals with a
// tone by a font of capitals whose name ends in H; VNI writes the letter and then its mark, also as Latin-1. Converts where
// the whole text can be of that encoding: people also type Unicode into cells that have such a font.

import { isSyllable } from './syllable';

/** By code from U+00A1; a blank where TCVN3 has no letter. */
const TCVN3 = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ';
const TCVN3_FIRST = 0xa1;

/** Each letter with the marks it may carry behind it, and what they make of it. */
const VNI_MARKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: marks('ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'),
  e: marks('ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'),
  o: marks('ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'),
  u: marks('ùøûõï', 'úùủũụ'),
  y: marks('ùøûõ', 'ýỳỷỹ'),
  ô: marks('ùøûõï', 'ớờởỡợ'),
  ö: marks('ùøûõï', 'ứừửữự'),
};
const VNI_ALONE = marks('íìæóòîñôö', 'íìỉĩịỵđơư');

const OLD_LETTER = /[\u00A1-\u00FF]/;
/** Vietnamese letters that no old encoding has, and combining marks. */
const UNICODE_LETTER = /[\u0100-\u024F\u1E00-\u1EFF]|\p{M}/u;
const WORD = /[A-Za-z\u00A1-\u00FF]+/g;

/** Undefined where the text is not of the font's encoding, or is the same in both. */
export function fromOldFont(text: string, font: string): string | undefined {
  const name = font.trim();
  if (UNICODE_LETTER.test(text) || isUnicode(text)) return undefined;
  const tcvn3 = name.startsWith('.');
  const converted = tcvn3 ? fromTcvn3(text) : fromVni(text);
  const shown = tcvn3 && name.endsWith('H') ? converted?.toUpperCase() : converted;
  return shown === text ? undefined : shown;
}

/** Three words and more with letters of Latin-1, all of them right as they stand: no old text looks like that. */
function isUnicode(text: string): boolean {
  const words = (text.match(WORD) ?? []).filter((word) => OLD_LETTER.test(word));
  return words.length >= 3 && words.every(isSyllable);
}

/** Undefined where a letter stands there that TCVN3 has not. */
export function fromTcvn3(text: string): string | undefined {
  let converted = '';
  for (const character of text) {
    const letter = TCVN3[character.charCodeAt(0) - TCVN3_FIRST];
    if (letter === ' ' && /\p{L}/u.test(character)) return undefined;
    converted += letter === undefined || letter === ' ' ? character : letter;
  }
  return converted;
}

/** Undefined where a mark stands behind no letter that takes it. */
export function fromVni(text: string): string | undefined {
  let converted = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const small = character.toLowerCase();
    const marked = VNI_MARKED[small]?.[text[at + 1]?.toLowerCase() ?? ''];
    if (marked !== undefined) at++;
    else if (OLD_LETTER.test(character) && VNI_ALONE[small] === undefined) {
      if (/\p{L}/u.test(character)) return undefined;
      converted += character;
      continue;
    }
    const letter = marked ?? VNI_ALONE[small] ?? small;
    converted += character === small ? letter : letter.toUpperCase();
  }
  return converted;
}

function marks(written: string, meant: string): Record<string, string> {
  return Object.fromEntries([...written].map((mark, i) => [mark, meant[i]!]));
}
