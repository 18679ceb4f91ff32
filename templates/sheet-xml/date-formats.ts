// Which number formats show a date or a time: the built-in ids (ECMA-376 part 1, 18.8.30, with those of East Asian
// editions) and custom codes (18.8.31). Looks at the code only; formats nothing.

const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

export function isBuiltInDateFormat(id: number): boolean {
  return BUILT_IN_DATES.has(id);
}

/** Quoted text, escaped and padded characters, and brackets (colours, conditions, locales) except elapsed time. */
const NOT_A_PLACEHOLDER = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/** `dd/mm/yyyy` and `[h]:mm` are dates; `#,##0" đồng"`, `[Red]0` and `General` are not. */
export function isDateFormatCode(code: string): boolean {
  return /[dmyhs]/i.test(placeholders(code).replace(/general/gi, ''));
}

/** A format code without what it only shows. */
export function placeholders(code: string): string {
  return code.slice(0, 1_000).replace(NOT_A_PLACEHOLDER, '');
}
