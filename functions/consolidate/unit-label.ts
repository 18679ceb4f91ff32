// How a unit is shown in the rows of the master: its name and the kind of party organisation it is. A unit that the list
// does not have (any more) is shown by its code, never left out.

import { type ReportingUnit, UNIT_KIND_LABELS } from '../../templates/reporting-unit/reporting-unit';

export interface UnitLabel {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export function unitLabel(code: string, units: ReadonlyMap<string, ReportingUnit>): UnitLabel {
  const unit = units.get(code);
  return { code, name: unit?.name ?? code, kind: unit ? UNIT_KIND_LABELS[unit.kind].vi : '' };
}
