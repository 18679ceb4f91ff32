// A stored report as the values that were typed for it, so that it can be put into a template again or held against the
// workbook at hand. What the centre worked out, and the zeros that "Không phát sinh" stands for, are left out; what the form
// does not know is told under its own name.

import { keyColumn } from '../form-definition/annex-columns';
import { isDerived, type PeriodAnnex, type PeriodForm } from '../form-definition/form-for-period';
import { explanationName, headerName, indicatorName, narrativeName, nothingName } from '../form-definition/names';
import { fold } from '../rules/fold';
import { impliedZero } from '../rules/type-check';
import { type CanonicalReport, type CanonicalRow, typedColumnKeys } from './canonical-report';
import type { AnnexRow, Submission, SubmittedValue } from './submission';

export function canonicalOf(submission: Submission, form: PeriodForm): CanonicalReport {
  const { version, period, unit } = submission;
  const kind = form.definition.units.find(({ code }) => code === unit)?.kind;
  const values: Record<string, SubmittedValue> = {};
  for (const [field, value] of Object.entries(submission.header ?? {})) values[headerName(field)] = value;
  for (const section of form.sections) {
    const marked = submission.nothing.includes(section.code);
    if (marked) values[nothingName(section.code)] = 'x';
    for (const indicator of section.indicators) {
      const value = submission.values[indicator.code];
      if (value === undefined || isDerived(indicator) || (kind && indicator.zeroFor?.includes(kind))) continue;
      if (!marked || value !== impliedZero(indicator)) values[indicatorName(indicator.code)] = value;
    }
  }
  for (const [code, value] of Object.entries(submission.values))
    if (!form.indicators.some((indicator) => indicator.code === code)) values[indicatorName(code)] = value;
  for (const code of submission.nothing)
    if (!form.sections.some((section) => section.code === code)) values[nothingName(code)] = 'x';
  for (const [code, text] of Object.entries(submission.narratives)) values[narrativeName(code)] = text;
  for (const [code, text] of Object.entries(submission.explanations)) values[explanationName(code)] = text;
  const annexes: Record<string, readonly CanonicalRow[]> = {};
  for (const annex of form.annexes)
    if (annex.asked) annexes[annex.code] = (submission.annexes[annex.code] ?? []).map((row) => typedRow(annex, row));
  for (const [code, rows] of Object.entries(submission.annexes)) if (rows.length > 0) annexes[code] ??= rows;
  return { form: submission.form, version, period, unit, values, annexes };
}

function typedRow(annex: PeriodAnnex, row: AnnexRow): CanonicalRow {
  const key = fold(String(row[keyColumn(annex) ?? ''] ?? ''));
  const prepared = annex.lines.some((line) => line.key !== undefined && !line.extra && fold(line.key) === key);
  const kept = typedColumnKeys(annex, prepared);
  const isKnown = (key: string): boolean => annex.columns.some((column) => column.key === key);
  return Object.fromEntries(Object.entries(row).filter(([key]) => kept.includes(key) || !isKnown(key)));
}
