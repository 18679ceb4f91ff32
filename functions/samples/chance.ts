// Chance with a seed: the same unit and period give the same sample, on every machine.

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True about `percent` times in a hundred. */
  happens(percent: number): boolean;
}

/** Mulberry32 over a hash of the text. */
export function chance(seed: string): Chance {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 16777619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { int, pick: (choices) => choices[int(0, choices.length - 1)]!, happens: (percent) => next() * 100 < percent };
}
