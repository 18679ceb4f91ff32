// R001 and R002 over the single cells, R017 for computed cells whose stored result is not what their parts give, then the
// form's own rules over the whole report.

import { isCellError } from '../cell/cell';
import { checksOf } from '../checks/checks-of';
import { isOwed } from '../checks/is-judged';
import { shownInReport } from '../checks/shown-as';
import { shortLabel, type TypedCell, typedCells } from '../checks/typed-cells';
import type { Extracted, Located } from '../extract/extracted';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import { indicatorName } from '../form-definition/names';
import { showValue } from '../rules/message-text';
import { sourcesOf } from '../rules/sources';
import { fits } from '../rules/type-check';
import type { Result } from '../rules/value';
import { wrongResult } from '../violation/messages';
import { placeOf, type Violation } from '../violation/violation';
import { swallowedCells } from './check-reading';
import { type Filling, judged, violationAt } from './judged';
import type { ReportValues } from './report-values';

export function* checkCells(extracted: Extracted, form: PeriodForm, values: ReportValues): Generator<Violation> {
  const filling: Filling = { lookup: values.lookup, shownAs: shownInReport(form) };
  const swallowed = swallowedCells(extracted);
  for (const cell of typedCells(form)) {
    const found = extracted.values.get(cell.name);
    if (found && !swallowed.has(placeOf(found))) yield* checkTyped(cell, found, filling);
  }
  yield* checkResults(extracted, form, filling);
}

function* checkTyped(cell: TypedCell, found: Located, filling: Filling): Generator<Violation> {
  const { name } = cell;
  if (found.value !== null) {
    if (!fits(found.value, cell.type)) yield violationAt('R001', 'error', name, found, cell.wrongType, filling);
  } else if (filling.lookup(name) === null && isOwed(cell, filling.lookup))
    yield violationAt('R002', 'error', name, found, cell.missing, filling);
}

/**
 * A result that is missing is as good as any other (openpyxl stores none); one that differs is not, unless we read one of its
 * parts differently from the program that computed it: a number that was pasted as text is no number to Excel.
 */
function* checkResults(extracted: Extracted, form: PeriodForm, filling: Filling): Generator<Violation> {
  const readOtherwise = new Set(extracted.notices.map((n) => n.name).filter((name) => name !== ''));
  const sources = readOtherwise.size > 0 ? sourcesOf(form) : undefined;
  for (const { code, label } of form.indicators.filter(isDerived)) {
    const name = indicatorName(code);
    const found = extracted.values.get(name);
    const expected = filling.lookup(name) as Result;
    if (!found || found.value === null || isSame(found.value, expected)) continue;
    if ([...(sources?.get(name) ?? [])].some((source) => readOtherwise.has(source))) continue;
    const shown = (value: Result, language: 'vi' | 'en'): string => showValue(value, filling.shownAs(name), language);
    const both = (value: Result) => ({ vi: shown(value, 'vi'), en: shown(value, 'en') });
    const message = wrongResult(shortLabel(code, label), both(found.value), both(expected));
    yield violationAt('R017', 'error', name, found, message, filling);
  }
}

/** An empty text is stored as nothing; an error (a name was deleted, a cell is text) is a result that is missing. */
function isSame(found: Result, expected: Result): boolean {
  if (isCellError(found)) return true;
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  return found === expected;
}

export function* checkReport(extracted: Extracted, form: PeriodForm, values: ReportValues): Generator<Violation> {
  const filling: Filling = { lookup: values.lookup, shownAs: shownInReport(form) };
  for (const check of checksOf(form).report) {
    const at = foundAt(check.at, extracted);
    if (at) yield* judged(check, at, filling);
  }
}

/** A check of a whole column is shown at its first cell. */
function foundAt(name: string, extracted: Extracted): Located | undefined {
  const single = extracted.values.get(name);
  if (single) return single;
  const [annex = '', ...key] = name.split('_');
  return extracted.annexes.get(annex)?.[0]?.cells[key.join('_')];
}
