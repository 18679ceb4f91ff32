// A report that passed its checks, as the centre keeps it: by code, in canonical types (numbers, text, ISO days), choices
// spelt as the form spells them.

import { isCellError } from '../cell/cell';
import type { Extracted, Located } from '../extract/extracted';
import type { PeriodForm } from '../form-definition/form-for-period';
import { explanationName, headerName, indicatorName, narrativeName } from '../form-definition/names';
import { fromSerial } from '../reporting-period/day';
import { type Choosable, choicesOf } from '../rules/choices';
import { fold } from '../rules/fold';
import type { Value } from '../rules/value';
import { saysSomething } from '../validate/annex-rows';
import type { Verdict } from '../validate/validate';
import type { AnnexRow, Submission, SubmittedValue } from './submission';

export type Arrival = Pick<Submission, 'unit' | 'revision' | 'receivedAt' | 'sha256' | 'file'>;

export function toSubmission(extracted: Extracted, verdict: Verdict, form: PeriodForm, arrival: Arrival): Submission {
  const values: Record<string, SubmittedValue> = {};
  for (const indicator of form.indicators) {
    const value = canonical(verdict.values.lookup(indicatorName(indicator.code)) as Value | undefined, indicator);
    if (value !== undefined) values[indicator.code] = value;
  }
  const narratives: Record<string, string> = {};
  for (const { code } of form.narratives) take(narratives, code, extracted.values.get(narrativeName(code)));
  const explanations: Record<string, string> = {};
  for (const { code } of [...form.indicators, ...form.annexes, ...form.narratives, { code: 'BC' }])
    take(explanations, code, extracted.values.get(explanationName(code)));
  return {
    form: form.definition.form,
    version: form.definition.version,
    period: form.period,
    ...arrival,
    header: header(extracted),
    values,
    annexes: annexRows(extracted, form),
    narratives,
    explanations,
    nothing: verdict.values.nothing,
    warnings: verdict.violations.filter((v) => v.severity !== 'error'),
    notices: extracted.notices,
  };
}

/** What later checks need of the header. Who signed and whom to call stay in the original. */
export const KEPT_HEADER = ['so_ky_hieu', 'ngay_ky'] as const;

function header(extracted: Extracted): Record<string, string> {
  const [number, signedOn] = KEPT_HEADER;
  const kept: Record<string, string> = {};
  take(kept, number, extracted.values.get(headerName(number)));
  const signed = extracted.values.get(headerName(signedOn))?.value;
  const day = typeof signed === 'number' ? fromSerial(signed) : undefined;
  if (day !== undefined) kept[signedOn] = day;
  return kept;
}

function canonical(value: Value | undefined, as: Choosable): SubmittedValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (as.type === 'date') return typeof value === 'number' ? fromSerial(value) : String(value);
  const choices = choicesOf(as);
  if (choices.length > 0) return choices.find((c) => fold(c) === fold(String(value))) ?? String(value);
  return typeof value === 'boolean' ? String(value) : value;
}

function take(into: Record<string, string>, code: string, found: Located | undefined): void {
  const value = found?.value;
  if (value !== null && value !== undefined && !isCellError(value)) into[code] = String(value);
}

function annexRows(extracted: Extracted, form: PeriodForm): Record<string, AnnexRow[]> {
  const annexes: Record<string, AnnexRow[]> = {};
  for (const annex of form.annexes) {
    if (!annex.asked) continue;
    annexes[annex.code] = (extracted.annexes.get(annex.code) ?? [])
      .filter((row) => saysSomething(annex, row))
      .map((row) => {
        const cells: Record<string, SubmittedValue> = {};
        for (const column of annex.columns) {
          const found = row.cells[column.key]?.value;
          const value = isCellError(found) ? undefined : canonical(found, column);
          if (value !== undefined) cells[column.key] = value;
        }
        return cells;
      });
  }
  return annexes;
}
