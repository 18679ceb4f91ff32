// Where the warning at a cell is explained: beside the indicator, at the head of the annex, beside the narrative, on the
// cover for the header fields. An explanation is itself its own.

import type { Bilingual } from '../form-definition/form-schema';
import { explanationName } from '../form-definition/names';

/** An explanation shorter than this explains nothing. */
export const LEAST_EXPLANATION = 10;

/** `GT_BC`: one for all the header fields. */
export const HEADER_EXPLANATION = explanationName('BC');
export const HEADER_EXPLANATION_LABEL: Bilingual = { vi: 'Giải trình phần đầu', en: 'Explanation of the header' };

/** `CT_A_01` → `GT_A_01`, `PL1_so_hn` → `GT_PL1`, `TM_T_1` → `GT_T_1`, `BC_so_ky_hieu` → `GT_BC`. */
export function explainedAt(name: string): string {
  if (name.startsWith('GT_')) return name;
  const [prefix = ''] = name.split('_');
  if (prefix === 'BC') return HEADER_EXPLANATION;
  return /^PL\d$/.test(prefix) ? explanationName(prefix) : `GT_${name.slice(prefix.length + 1)}`;
}

/** Blanks around it, and more than one between words, do not count. */
export function explains(text: unknown): boolean {
  return typeof text === 'string' && text.trim().replace(/ +/g, ' ').length >= LEAST_EXPLANATION;
}
