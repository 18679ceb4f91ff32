// A text as the criterion of COUNTIF that matches it and nothing else, quoted for a formula (ECMA-376 part 1, 18.17.7.58).

/** `Có` → `"Có"`, `>5` → `"=>5"`, `a*` → `"=a~*"`. */
export function criterionText(text: string): string {
  const literal = text.replace(/[?*~]/g, '~$&').replaceAll('"', '""');
  return literal === text && !/^[<>=]/.test(text) ? `"${literal}"` : `"=${literal}"`;
}
