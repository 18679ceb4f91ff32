// The patterns of REGEXTEST, written in the form and checked with it. Browsers of before 2023 do not know how to look behind
// (`(?<!`): there such a pattern is not judged, as in an Excel that lacks the function; the centre knows how.

const LOOKS_BEHIND = compiled('(?<!a)b') !== undefined;
const known = new Map<string, RegExp | undefined>();

/** Whether it can be read, here or where more is known. */
export function isPattern(source: string): boolean {
  return compiled(LOOKS_BEHIND ? source : source.replace(/\(\?<([!=])/g, '(?$1')) !== undefined;
}

/** Undefined where nobody here can say. */
export function matches(source: string, text: string): boolean | undefined {
  if (!known.has(source)) known.set(source, compiled(source));
  return known.get(source)?.test(text);
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
