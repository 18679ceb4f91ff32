// The header fields that the board fills in: who reports and on what period. Locked in the workbook; the centre goes by its
// own, whatever the file says.

import { toSerial } from '../reporting-period/day';
import { periodLabel } from '../reporting-period/period-code';
import { type ReportingUnit, UNIT_KIND_LABELS } from '../reporting-unit/reporting-unit';
import type { PeriodForm } from './form-for-period';

/** By field name; dates as serial numbers. */
export function headerFacts(
  { definition, dates, period }: PeriodForm,
  unit: ReportingUnit,
): Readonly<Record<string, string | number>> {
  return {
    don_vi: unit.code,
    ten_don_vi: unit.name,
    loai_don_vi: UNIT_KIND_LABELS[unit.kind].vi,
    cap_tren: definition.board.parent,
    ky: period,
    ten_ky: periodLabel(period),
    tu_ngay: toSerial(dates.from),
    den_ngay: toSerial(dates.to),
    han_nop: toSerial(dates.unitDue),
    mau: `${definition.form} ${definition.version}`,
  };
}
