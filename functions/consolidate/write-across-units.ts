// What shows only when units are compared, as further rows of `CanhBao`, below what the reports themselves came in with.

import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { AcrossUnits } from '../../templates/validate/check-across-units';
import type { PutRow } from './put-row';
import { unitLabel } from './unit-label';
import { WARNINGS, warningHeight, warningRow } from './warnings-sheet';

/** More is read by nobody, and a sheet has an end: a thousand units with one and the same report make half a million pairs. */
export const MOST_ACROSS_UNITS = 20_000;

/** @returns what staff should know: whether there were more */
export async function writeAcrossUnits(
  across: AcrossUnits,
  units: ReadonlyMap<string, ReportingUnit>,
  put: PutRow,
  most = MOST_ACROSS_UNITS,
): Promise<string[]> {
  let rows = 0;
  for (const { unit, violation } of across.warnings()) {
    if (rows === most)
      return [`CanhBao: có hơn ${most} cảnh báo khi so sánh các đơn vị với nhau; phần còn lại không ghi.`];
    const cells = warningRow(violation, unitLabel(unit, units));
    const height = warningHeight(cells);
    await put(WARNINGS, cells, height === undefined ? undefined : { height });
    rows++;
  }
  return [];
}
