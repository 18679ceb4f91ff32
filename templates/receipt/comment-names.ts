// What of a form the board may comment on, by name: the cells and columns of the period's form, whole annexes and sections,
// and the report itself. Says nothing of where that stands in a workbook.

import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import { columnRangeName, headerName, indicatorName, narrativeName } from '../form-definition/names';
import type { ReturnComment } from './receipt';

/** @param rows how many rows of an annex the report has */
export function isCommentable(
  { name, row }: Pick<ReturnComment, 'name' | 'row'>,
  form: PeriodForm,
  rows: (annex: string) => number,
): boolean {
  const annex = annexOfColumn(name, form);
  if (annex) return row === undefined || (row >= 1 && row <= rows(annex.code));
  return row === undefined && wholeNames(form).has(name);
}

/** The annex of which `PL1_so_hn` is a column. */
export function annexOfColumn(name: string, form: PeriodForm): PeriodAnnex | undefined {
  return form.annexes.find((a) => a.asked && a.columns.some((c) => columnRangeName(a.code, c.key) === name));
}

function wholeNames(form: PeriodForm): ReadonlySet<string> {
  return new Set([
    '',
    ...form.definition.header.map(({ name }) => headerName(name)),
    ...form.sections.map(({ code }) => code),
    ...form.indicators.map(({ code }) => indicatorName(code)),
    ...form.annexes.filter(({ asked }) => asked).map(({ code }) => code),
    ...form.narratives.map(({ code }) => narrativeName(code)),
  ]);
}
