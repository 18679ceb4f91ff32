// The zeros that a section marked "Không phát sinh" answers for its blank cells: typed or not, they mean the same.

import type { Indicator } from '../form-definition/form-schema';
import { NO } from '../rules/choices';
import { isZeroable } from '../rules/type-check';
import type { SubmittedValue } from './submission';

export function isImpliedZero(indicator: Indicator, value: SubmittedValue | undefined): boolean {
  return isZeroable(indicator) && !indicator.optional && value === (indicator.type === 'yesNo' ? NO : 0);
}
