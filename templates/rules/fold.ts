// Text as Excel compares it.

/** Choices and codes come again and again; long texts do not. */
const LONGEST = 40;
const MOST = 2_000;
const known = new Map<string, string>();

/** Without regard to case; composed and decomposed Vietnamese alike. */
export function fold(text: string): string {
  if (text.length > LONGEST) return text.normalize('NFC').toLowerCase();
  let folded = known.get(text);
  if (folded === undefined) {
    if (known.size >= MOST) known.clear();
    folded = text.normalize('NFC').toLowerCase();
    known.set(text, folded);
  }
  return folded;
}
