// A filled report for a test: the sample's invented answers with changes, as a workbook or as its cells.

import { inventReport } from '../../functions/samples/invent-report';
import { readWorkbook } from '../../functions/xlsx/read-workbook';
import { renderPlan } from '../../functions/xlsx/render-plan';
import type { WorkbookCells } from '../../templates/cell/cell';
import { fillPlan } from '../../templates/layout/fill-plan';
import { planTemplate } from '../../templates/layout/plan-template';
import { realPeriod } from './real-form';

export interface Changes {
  readonly values?: Readonly<Record<string, string | number | null>>;
}

/** `null` leaves the answer out. */
export function filledPlan(period = '2024-H1', unitIndex = 0, changes: Changes = {}) {
  const form = realPeriod(period);
  const unit = form.definition.units[unitIndex]!;
  const { values, annexes } = inventReport(form, unit, unitIndex);
  const merged = Object.entries({ ...values, ...changes.values }).filter(
    (e): e is [string, string | number] => e[1] !== null,
  );
  return fillPlan(planTemplate({ form, unit }), { values: Object.fromEntries(merged), annexes });
}

export async function cellsOf(bytes: Uint8Array): Promise<WorkbookCells> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`${read.refusal.code} ${JSON.stringify(read.refusal)}`);
  return read.workbook;
}

export async function filledCells(period = '2024-H1', unitIndex = 0, changes: Changes = {}): Promise<WorkbookCells> {
  return cellsOf(await renderPlan(filledPlan(period, unitIndex, changes)));
}
