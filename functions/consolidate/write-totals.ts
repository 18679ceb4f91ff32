// What only the whole pass knows: the rows of `PL1_TongHop` and of `TongHop`, live formulas over the rows that are in.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { byUnitRange } from './by-unit-sheet';
import { documentTotal } from './distinct-totals';
import { DOCUMENTS, documentHeight, documentRow } from './documents-sheet';
import { DOCUMENT_ID, type FollowedDocuments, type MasterPlan } from './master-plan';
import type { PutRow } from './put-row';
import { type LiveTotal, spreadOf, type TotalSources, totalOf } from './total-formulas';
import { sectionRow, TOTALS, totalRow, totalRows } from './totals-sheet';
import type { UnitPass } from './unit-pass';

export interface TotalsToWrite {
  readonly form: PeriodForm;
  readonly plan: MasterPlan;
  readonly pass: UnitPass;
  readonly units: number;
  readonly put: PutRow;
}

/** The totals by indicator code; null where there is none. */
export async function writeTotals(work: TotalsToWrite): Promise<ReadonlyMap<string, number | null>> {
  const { form, plan, pass, units, put } = work;
  if (plan.documents) await writeDocuments(plan.documents, work);
  const rows = totalRows(form);
  const range = byUnitRange(form, units);
  const sources: TotalSources = {
    form,
    tallies: pass.tallies,
    range,
    cell: (code) => `D${rows.get(code)!}`,
    distinct: (code) => distinctTotal(code, work),
  };
  const totals = new Map<string, number | null>();
  for (const section of form.sections) {
    await put(TOTALS, ...sectionRow(section.title.vi));
    for (const indicator of section.indicators) {
      const { code } = indicator;
      const total = totalOf(indicator, sources);
      const answered = { formula: `COUNTA(${range(code)})`, result: pass.tallies.get(code)!.answered };
      await put(TOTALS, ...totalRow({ indicator, total, answered, spread: spreadOf(indicator, sources) }));
      totals.set(code, typeof total?.result === 'number' ? total.result : null);
    }
  }
  return totals;
}

async function writeDocuments(followed: FollowedDocuments, { form, pass, put }: TotalsToWrite): Promise<void> {
  const { board, layout, stack } = followed;
  const rows = pass.annexRows.get(stack.code) ?? 0;
  const over = {
    form,
    columns: board.columns,
    layout,
    range: (column: string) => stack.range(column, rows),
    ids: stack.range(DOCUMENT_ID, rows),
  };
  let added = 0;
  for (const [i, document] of board.documents.entries()) {
    if (!document.listed) added++;
    const cells = documentRow(document, i + 2, added, over);
    const height = documentHeight(cells, layout);
    await put(DOCUMENTS, cells, height === undefined ? undefined : { height });
  }
}

function distinctTotal(code: string, { form, plan, pass }: TotalsToWrite): LiveTotal | undefined {
  const annex = form.indicators.find((indicator) => indicator.code === code)?.distinct?.annex;
  if (!form.annexes.find((a) => a.code === annex)?.asked) return undefined;
  const measure = plan.documents?.measures.get(code);
  if (plan.documents && measure) return documentTotal(measure, plan.documents.board.documents);
  const counting = plan.occurrences.find((column) => column.indicator.code === code);
  const stack = plan.stacks.find((s) => s.code === annex);
  if (!counting || !stack) return undefined;
  const range = stack.range(counting.own.head, pass.annexRows.get(stack.code) ?? 0);
  return { formula: `SUM(${range})`, result: counting.occurrences.count };
}
