// The single cells that a unit types into, by name: what a report that comes as values may hold outside the annexes.
// Derived indicators, zeros that are laid down for a kind of unit, and the board's part of the header are not among them.

import { type Wanted, wantedCells } from '../extract/wanted-cells';
import type { PeriodForm } from '../form-definition/form-for-period';
import { headerName, indicatorName } from '../form-definition/names';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';

/** In the order of the sheets. */
export function typedNames(
  form: PeriodForm,
  unit: Pick<ReportingUnit, 'kind'> | undefined,
): ReadonlyMap<string, Wanted> {
  const locked = new Set([
    ...form.definition.header.filter((field) => field.source !== 'typed').map((field) => headerName(field.name)),
    ...form.indicators.filter((i) => unit && i.zeroFor?.includes(unit.kind)).map((i) => indicatorName(i.code)),
  ]);
  return new Map(
    wantedCells(form)
      .filter(({ name, reading }) => reading !== 'derived' && !locked.has(name))
      .map((wanted) => [wanted.name, wanted]),
  );
}
