// Text as Excel compares it.

/** Without regard to case; composed and decomposed Vietnamese alike. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
