// Sections of the form that may be declared empty as a whole.

import { isDerived } from './form-for-period';
import type { Section } from './form-schema';

/** Whether blanks of the section may be declared zeros: all it needs typed are counts, amounts, and yes or no. */
export function mayBeNothing(section: Section): boolean {
  return section.indicators.every(
    (i) =>
      isDerived(i) ||
      i.optional ||
      i.requiredIf ||
      i.requiredBy ||
      (['integer', 'money', 'yesNo'].includes(i.type) && !i.minimum),
  );
}
