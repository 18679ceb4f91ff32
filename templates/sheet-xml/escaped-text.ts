// Characters written as `_xHHHH_` because XML cannot hold them (ECMA-376 part 1, 22.9.2.19 ST_Xstring).

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** `a_x000D_b` → `a\rb`; `_x005F_x0041_` → `_x0041_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
