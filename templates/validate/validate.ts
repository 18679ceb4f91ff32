// Every check of one report, in the order a person would look: the cells, the annexes, then the form's own rules. Pure;
// the same code in the add-in, the upload page, the server and the command line. The server alone decides.

import { isCellError } from '../cell/cell';
import type { Extracted } from '../extract/extracted';
import type { PeriodForm } from '../form-definition/form-for-period';
import { compiled } from '../rules/compiled';
import { evaluate } from '../rules/evaluate';
import { fillMessage } from '../rules/message-text';
import type { Violation } from '../violation/violation';
import { checkAnnexes } from './check-annexes';
import { checkCells } from './check-cells';
import { type ReportValues, reportValues } from './report-values';

/** More than this many is not read by anybody; the rest shows once these are mended. */
const MOST_VIOLATIONS = 500;

export interface Verdict {
  readonly violations: readonly Violation[];
  readonly values: ReportValues;
  /** Something blocks: the report is refused. */
  readonly blocked: boolean;
}

export function validate(extracted: Extracted, form: PeriodForm): Verdict {
  const values = reportValues(extracted, form);
  const violations: Violation[] = [];
  for (const check of [
    checkCells(extracted, form, values),
    checkAnnexes(extracted, form),
    checkRules(extracted, form, values),
  ]) {
    for (const violation of check) if (violations.length < MOST_VIOLATIONS) violations.push(violation);
  }
  return { violations, values, blocked: violations.some((v) => v.severity === 'error') };
}

function* checkRules(extracted: Extracted, form: PeriodForm, { lookup }: ReportValues): Generator<Violation> {
  for (const rule of form.rules) {
    const holds = evaluate(compiled(rule.expression), lookup);
    if (holds === true || isCellError(holds)) continue;
    const at = extracted.values.get(rule.at);
    yield {
      rule: rule.id,
      severity: rule.severity,
      sheet: at?.sheet ?? '',
      cell: at?.cell ?? '',
      name: rule.at,
      message: { vi: fillMessage(rule.message.vi, lookup), en: fillMessage(rule.message.en, lookup) },
    };
  }
}
