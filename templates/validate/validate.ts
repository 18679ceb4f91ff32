// Every check of one report, in the order a person would look: what was found of the workbook, the cells, the annexes, then
// the rules over the whole. Pure; the same code in the add-in, the upload page, the server and the command line. The server
// alone decides.

import { explainedAt, explains } from '../checks/explained-at';
import type { Extracted } from '../extract/extracted';
import type { PeriodForm } from '../form-definition/form-for-period';
import { blocks, type Violation } from '../violation/violation';
import { checkAnnexes } from './check-annexes';
import { checkCells, checkReport } from './check-cells';
import { checkReading } from './check-reading';
import { type ReportContext, type ReportValues, reportValues } from './report-values';

export type { ReportContext } from './report-values';

/** More than this many is not read by anybody; the rest shows once these are mended. */
const MOST_VIOLATIONS = 500;

export interface Verdict {
  readonly violations: readonly Violation[];
  readonly values: ReportValues;
  /** An error, or a warning without an explanation: the report is refused. */
  readonly blocked: boolean;
}

export function validate(extracted: Extracted, form: PeriodForm, context: ReportContext = {}): Verdict {
  const values = reportValues(extracted, form, context);
  const violations: Violation[] = [];
  for (const check of [
    checkReading(extracted),
    checkCells(extracted, form, values),
    checkAnnexes(extracted, form, values, context.history),
    checkReport(extracted, form, values),
  ]) {
    for (const violation of check)
      if (violations.length < MOST_VIOLATIONS) violations.push(withExplanation(violation, extracted));
  }
  return { violations, values, blocked: violations.some(blocks) };
}

function withExplanation(violation: Violation, extracted: Extracted): Violation {
  if (violation.severity !== 'warning') return violation;
  return { ...violation, explained: explains(extracted.values.get(explainedAt(violation.name))?.value) };
}
