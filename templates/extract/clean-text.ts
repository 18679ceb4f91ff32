// Text as it is kept: in Unicode's composed form (NFC), without characters that nobody sees, ordinary blanks only and none
// around. Also says what had to be done, where the clerk should know: blanks around a text are not worth a word.

/** Zero width, soft hyphen, directions of writing, byte order mark. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
/** No-break and other blanks that look like one. */
const ODD_BLANK = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
/** With `u` two halves that belong together are one character. Looking behind (`(?<!`) is too new for some browsers. */
export const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
/** Anything of the three above, and more: only then they are looked for. */
const ODD = /[\u00A0\u00AD\u061C\u180E\u2000-\u200F\u202A-\u202F\u205F-\u206F\u3000\uD800-\uDFFF\uFEFF]/;

/** A lone half of a surrogate pair becomes the replacement character. */
export function cleanText(text: string): string {
  if (!ODD.test(text)) return text.normalize('NFC').trim();
  return text.replace(INVISIBLE, '').replace(ODD_BLANK, ' ').replace(LONE_SURROGATE, '\uFFFD').normalize('NFC').trim();
}

/** Whether a cell's text, once clean, is `wanted`. Most are as written. */
export function isText(text: string, wanted: string): boolean {
  return text === wanted || (text.length <= wanted.length * 3 + 20 && cleanText(text) === wanted);
}

/** What cleaning a text changes that the clerk should know. */
export function cleaned(text: string): 'composedUnicode' | 'invisibleCharacters' | undefined {
  if (!ODD.test(text)) return text.normalize('NFC') === text ? undefined : 'composedUnicode';
  const seen = text.replace(INVISIBLE, '');
  if (seen.normalize('NFC') !== seen) return 'composedUnicode';
  return seen !== text || seen.trim().replace(ODD_BLANK, ' ') !== seen.trim() ? 'invisibleCharacters' : undefined;
}

/** Full-width digits and signs (U+FF01 to U+FF5E) as the keyboard has them, and the minus sign as a hyphen. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, '-');
}
