// What is remembered of one document of the catalogue annex (PL1) while the units pass by: how many it applies to, how many
// stand where, what they held, and who is behind. Which columns say so is read from the form, by their types.

import type { PeriodAnnex } from '../../templates/form-definition/form-for-period';
import type { AnnexColumn } from '../../templates/form-definition/form-schema';
import { choicesOf } from '../../templates/rules/choices';
import type { AnnexRow } from '../../templates/submission/submission';
import { NameList } from './name-list';
import { valueCell } from './value-cell';

export const YES = 'Có';
export const NOT_STARTED = 'Chưa triển khai';
/** Statuses whose units are named. */
export const BEHIND: readonly string[] = [NOT_STARTED, 'Chậm tiến độ'];

export interface DocumentColumns {
  /** "Áp dụng với đơn vị?" */
  readonly applies: AnnexColumn;
  readonly status: AnnexColumn;
  readonly statuses: readonly string[];
  /** Counts that add up over units: every whole number that is no percentage. */
  readonly sums: readonly AnnexColumn[];
}

/** Undefined where the annex has no such columns: the form follows no documents then. */
export function documentColumns({ columns }: Pick<PeriodAnnex, 'columns'>): DocumentColumns | undefined {
  const applies = columns.find((c) => c.type === 'yesNo');
  const status = columns.find((c) => c.type === 'choice');
  if (!applies || !status) return undefined;
  const sums = columns.filter((c) => c.type === 'integer' && c.unit !== '%');
  return { applies, status, statuses: choicesOf(status), sums };
}

export class DocumentTally {
  applies = 0;
  readonly byStatus: number[];
  readonly sums: number[];
  readonly behind: ReadonlyMap<string, NameList>;

  constructor(private readonly columns: DocumentColumns) {
    this.byStatus = columns.statuses.map(() => 0);
    this.sums = columns.sums.map(() => 0);
    this.behind = new Map(BEHIND.filter((s) => columns.statuses.includes(s)).map((s) => [s, new NameList()]));
  }

  /** Statuses count only where the document applies, as in the indicators B.03 to B.06. */
  add(row: AnnexRow, unitName: string): void {
    const { applies, status, statuses, sums } = this.columns;
    sums.forEach((column, i) => {
      const value = row[column.key];
      if (typeof value === 'number') this.sums[i]! += value;
    });
    if (valueCell(row[applies.key], applies) !== YES) return;
    this.applies++;
    const at = valueCell(row[status.key], status);
    const index = statuses.indexOf(String(at));
    if (index < 0) return;
    this.byStatus[index]!++;
    this.behind.get(statuses[index]!)?.add(unitName);
  }
}
