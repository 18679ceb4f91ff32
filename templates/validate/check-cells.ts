// R001 and R002 over the single cells, R016 for those that are gone, R017 for computed cells whose stored result is not
// what their parts give.

import { isCellError } from '../cell/cell';
import type { Extracted, Located } from '../extract/extracted';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import { indicatorName, narrativeName } from '../form-definition/names';
import { mayBeNothing } from '../layout/plan-indicators';
import { compiled } from '../rules/compiled';
import { evaluate } from '../rules/evaluate';
import { expectedOf, fits, isZeroable, shortLabel, type ValueType, valueType } from '../rules/type-check';
import type { Value } from '../rules/value';
import { lostCell, missing, wrongResult, wrongType } from '../violation/messages';
import type { Violation } from '../violation/violation';
import type { ReportValues } from './report-values';

export function* checkCells(extracted: Extracted, form: PeriodForm, values: ReportValues): Generator<Violation> {
  for (const { name, label, sheet } of extracted.lost)
    yield { rule: 'R016', severity: 'error', sheet, cell: '', name, message: lostCell(label, sheet) };
  const isOwed = (requiredIf: string | undefined): boolean =>
    requiredIf === undefined || evaluate(compiled(requiredIf), values.lookup) === true;
  for (const section of form.sections) {
    const zeros = mayBeNothing(section);
    for (const indicator of section.indicators) {
      const name = indicatorName(indicator.code);
      const found = extracted.values.get(name);
      if (!found) continue;
      const label = shortLabel(indicator.code, indicator.label.vi);
      if (isDerived(indicator)) {
        yield* checkResult(name, label, found, values.derived[name] ?? null);
        continue;
      }
      yield* checkType(name, label, found, valueType(indicator));
      const owed = !indicator.optional && isOwed(indicator.requiredIf);
      if (owed && values.lookup(name) === null && found.value === null)
        yield violation('R002', name, found, missing(label, zeros && isZeroable(indicator)));
    }
  }
  for (const narrative of form.narratives) {
    const name = narrativeName(narrative.code);
    const found = extracted.values.get(name);
    if (!found) continue;
    const label = shortLabel(narrative.code, narrative.label.vi);
    yield* checkType(name, label, found, { type: 'text', maxLength: narrative.maxLength });
    const owed = narrative.required || (narrative.requiredIf !== undefined && isOwed(narrative.requiredIf));
    if (owed && found.value === null) yield violation('R002', name, found, missing(label, false));
  }
}

export function* checkType(name: string, label: string, found: Located, type: ValueType): Generator<Violation> {
  if (!fits(found.value, type))
    yield violation('R001', name, found, wrongType(label, shown(found.value), expectedOf(type)));
}

export function violation(
  rule: string,
  name: string,
  at: Pick<Located, 'sheet' | 'cell'>,
  message: Violation['message'],
): Violation {
  const where = `${at.sheet}!${at.cell} – `;
  return {
    rule,
    severity: 'error',
    sheet: at.sheet,
    cell: at.cell,
    name,
    message: { vi: where + message.vi, en: where + message.en },
  };
}

/** A result that is missing is as good as any other (openpyxl stores none); one that differs is not. */
function* checkResult(name: string, label: string, found: Located, expected: Value): Generator<Violation> {
  const { value } = found;
  if (value === null || value === expected) return;
  if (
    typeof value === 'number' &&
    typeof expected === 'number' &&
    Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
  )
    return;
  yield violation(
    'R017',
    name,
    found,
    wrongResult(label, shown(value), expected === null ? '(trống)' : shown(expected)),
  );
}

/** A value in a message: short, and no control characters. */
function shown(value: Located['value']): string {
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value ?? '').replace(/[\u0000-\u001F\u007F]/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
