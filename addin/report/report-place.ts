// Whose report on which period of which form: what a workbook says of itself, what a try or a receipt is of.

import type { Identity } from '../../templates/extract/extracted';
import type { Place } from '../centre';

export interface ReportPlace extends Place {
  readonly unit: string;
}

/** Undefined where the workbook is no report. */
export function placeIn({ form, period, unit }: Identity): ReportPlace | undefined {
  return form && period && unit ? { form, period, unit } : undefined;
}

export function isSamePlace(a: ReportPlace | undefined, b: ReportPlace | undefined): boolean {
  return a?.form === b?.form && a?.period === b?.period && a?.unit === b?.unit;
}
