// A report as its values only, for when Excel does not give a workbook's bytes: what was typed, by name, and the rows of the
// annexes by column key. Nothing derived, nothing locked; not judged, so a text may stand where a number belongs.

import { isCellError } from '../cell/cell';
import type { Extracted, ExtractedRow, Located } from '../extract/extracted';
import { keyColumn, labelColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import { lineOf, saysSomething } from '../validate/annex-rows';
import type { SubmittedValue } from './submission';
import { typedNames } from './typed-names';

export interface CanonicalReport {
  readonly form: string;
  readonly version: string;
  readonly period: string;
  readonly unit: string;
  /** By name: `CT_A_01`, `TM_T_1`, `GT_A_01`, `KPS_A`, `BC_so_ky_hieu`. Days as serial numbers or `YYYY-MM-DD`. */
  readonly values: Readonly<Record<string, SubmittedValue>>;
  /**
   * By annex: the rows that say something, in order, each by column key; the key of a prepared row is among them. Rows without a
   * key stand where they stand in the sheet: a blank one before a filled one is `{}`.
   */
  readonly annexes: Readonly<Record<string, readonly CanonicalRow[]>>;
}

export type CanonicalRow = Readonly<Record<string, SubmittedValue>>;

export function canonicalReport(extracted: Extracted, form: PeriodForm, unit: ReportingUnit): CanonicalReport {
  const values: Record<string, SubmittedValue> = {};
  for (const name of typedNames(form, unit).keys()) {
    const value = plain(extracted.values.get(name));
    if (value !== undefined) values[name] = value;
  }
  const annexes: Record<string, readonly CanonicalRow[]> = {};
  for (const annex of form.annexes)
    if (annex.asked)
      annexes[annex.code] = rowsToTell(annex, extracted.annexes.get(annex.code) ?? []).map((row) =>
        typedRow(annex, row),
      );
  return {
    form: form.definition.form,
    version: form.definition.version,
    period: form.period,
    unit: unit.code,
    values,
    annexes,
  };
}

function rowsToTell(annex: PeriodAnnex, rows: readonly ExtractedRow[]): readonly ExtractedRow[] {
  const filled = rows.map((row) => saysSomething(annex, row));
  if (keyColumn(annex) === undefined) return rows.slice(0, filled.lastIndexOf(true) + 1);
  return rows.filter((_, i) => filled[i]);
}

function typedRow(annex: PeriodAnnex, row: ExtractedRow): CanonicalRow {
  const line = lineOf(annex, row);
  const cells: Record<string, SubmittedValue> = {};
  for (const key of typedColumnKeys(annex, line !== undefined && !line.extra)) {
    const value = plain(row.cells[key]);
    if (value !== undefined) cells[key] = value;
  }
  return cells;
}

/** The key of a row is told, too; what a document of the catalogue is, is ours. */
export function typedColumnKeys(annex: PeriodAnnex, prepared: boolean): string[] {
  const label = prepared && keyColumn(annex) !== undefined ? labelColumn(annex) : undefined;
  return annex.columns.map((column) => column.key).filter((key) => key !== label);
}

/** An error is told as it is seen: `#REF!`. */
function plain(found: Located | undefined): SubmittedValue | undefined {
  const value = found?.value;
  if (value === null || value === undefined || value === '') return undefined;
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value) : value;
}
