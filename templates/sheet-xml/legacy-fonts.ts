// Old Vietnamese fonts, recognised by name: TCVN3 (`.VnTime`, `.VnArial`...) and VNI (`VNI-Times`...). Text set in them is
// stored in one-byte codes of its own and reads as nonsense in Unicode. Recognises; never converts.

const LEGACY = /^\s*(?:\.Vn|VNI-)/i;

export function isLegacyFont(name: string): boolean {
  return LEGACY.test(name);
}
