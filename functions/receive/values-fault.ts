// Why a report that came as values is not taken, said before anything of it is kept: of a wrong shape or size, with names that
// the template of its version lacks, or rows that it has no room for. Whose report it is, and whether its values are right,
// is for the examination to say, as of a file.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { MOST_LINES, type Placed, placeAnswers } from '../../templates/layout/place-answers';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { MAX_CELL_TEXT } from '../../templates/sheet-xml/reader-limits';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import { checkIdentity, olderForm } from '../../templates/validate/check-identity';
import { expectedReport } from '../forms/expected-report';

export type ValuesFault =
  /** Too many bytes; of an annex, from which row on there is no room. */
  | { readonly kind: 'tooLarge'; readonly rows: Placed['leftOut'] }
  /** No JSON, or not of the shape. */
  | { readonly kind: 'broken'; readonly where: string }
  /** The first of the names, and how many there are. */
  | { readonly kind: 'unknown'; readonly names: readonly string[]; readonly count: number };

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_NAMES = 50;

/** @returns undefined where it can be kept and examined */
export function valuesFault(
  bytes: Uint8Array,
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit: ReportingUnit,
): ValuesFault | undefined {
  if (bytes.length > MOST_BYTES) return { kind: 'tooLarge', rows: [] };
  const report = parsed(bytes);
  const wrong = wrongShape(report);
  if (wrong) return wrong;
  const expected = expectedReport(forms, form, unit.code);
  // Another's report is kept and refused; nobody makes a workbook of it.
  if (checkIdentity(report, expected)) return undefined;
  // What will be done with it, done now: nothing is taken that could not be made a workbook of.
  const { unplaced, leftOut } = placeAnswers(report, olderForm(report, expected) ?? form, unit, { headerKnown: true });
  if (unplaced.length > 0) {
    const names = unplaced.slice(0, MOST_NAMES).map((name) => name.slice(0, 60));
    return { kind: 'unknown', names, count: unplaced.length };
  }
  return leftOut.length > 0 ? { kind: 'tooLarge', rows: leftOut } : undefined;
}

/** Not looked at yet. */
function parsed(bytes: Uint8Array): CanonicalReport {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined as unknown as CanonicalReport;
  }
}

const IDENTITY = ['form', 'version', 'period', 'unit'] as const;
const FIELDS: readonly string[] = [...IDENTITY, 'values', 'annexes'];

/** The first place that is wrong, and nothing after it: listing them all would take as long as the sender likes. */
function wrongShape(report: CanonicalReport): ValuesFault | undefined {
  const broken = (...path: (string | number)[]): ValuesFault => ({
    kind: 'broken',
    where: path.join('.').slice(0, 120),
  });
  if (!isRecord(report) || Object.keys(report).some((key) => !FIELDS.includes(key))) return broken('JSON');
  for (const key of IDENTITY) if (typeof report[key] !== 'string' || report[key] === '') return broken(key);
  for (const key of ['values', 'annexes'] as const) if (!isRecord(report[key])) return broken(key);
  for (const [name, value] of Object.entries(report.values)) if (!isValue(value)) return broken('values', name);
  for (const [code, rows] of Object.entries(report.annexes)) {
    if (!Array.isArray(rows)) return broken('annexes', code);
    if (rows.length > MOST_LINES) return { kind: 'tooLarge', rows: [{ annex: code, row: MOST_LINES + 1 }] };
    for (const [i, row] of rows.entries()) {
      if (!isRecord(row)) return broken('annexes', code, i);
      for (const [column, value] of Object.entries(row)) if (!isValue(value)) return broken('annexes', code, i, column);
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `1e999` is no number that a cell can hold. */
function isValue(value: unknown): boolean {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && value.length <= MAX_CELL_TEXT;
}
