// "Distinct across units" for rows of an annex that have no id of ours, such as classes: a row counts where its name was
// not met before, in whatever case, spacing and composition of letters the units wrote it.

import type { Indicator } from '../../templates/form-definition/form-schema';
import { compiled } from '../../templates/rules/compiled';
import { evaluate } from '../../templates/rules/evaluate';
import { fold } from '../../templates/rules/fold';
import type { AnnexRow } from '../../templates/submission/submission';

export type Distinct = NonNullable<Indicator['distinct']>;

/** `"  Lớp  A "` and `"lớp a"` are one. */
export function foldedName(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}

export class FirstOccurrences {
  private readonly seen = new Set<string>();

  constructor(private readonly distinct: Distinct) {}

  get count(): number {
    return this.seen.size;
  }

  /** 1 for a row that meets the condition under a name not met before, else 0. */
  take(row: AnnexRow): 0 | 1 {
    if (evaluate(compiled(this.distinct.where), (name) => row[name] ?? null) !== true) return 0;
    const before = this.seen.size;
    this.seen.add(foldedName(String(row[this.distinct.by] ?? '')));
    return this.seen.size > before ? 1 : 0;
  }
}
