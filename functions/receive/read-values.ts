// A report that came as values, held against the form before anything of it is kept: of the right shape and size, of this
// unit and period, with names that the template knows. Whether the values are right is for the checks to say.

import { z } from 'zod';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { MOST_LINES } from '../../templates/layout/place-answers';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { MAX_CELL_TEXT } from '../../templates/sheet-xml/reader-limits';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import { unknownNames } from '../../templates/submission/unknown-names';
import { checkIdentity, type Mismatch } from '../../templates/validate/check-identity';

export type NotValues =
  | { readonly kind: 'tooLarge' }
  /** No JSON, or not of the shape. */
  | { readonly kind: 'broken'; readonly where: string }
  | { readonly kind: 'foreign'; readonly mismatch: Mismatch }
  | { readonly kind: 'unknown'; readonly names: readonly string[] };

const MOST_BYTES = 2 * 1024 * 1024;
const value = z.union([z.number(), z.string().max(MAX_CELL_TEXT)]);
const shape = z.strictObject({
  form: z.string().min(1),
  version: z.string().min(1),
  period: z.string().min(1),
  unit: z.string().min(1),
  values: z.record(z.string(), value),
  annexes: z.record(z.string(), z.array(z.record(z.string(), value))),
});

export function readValues(
  bytes: Uint8Array,
  form: PeriodForm,
  unit: ReportingUnit,
): { readonly report: CanonicalReport } | NotValues {
  if (bytes.length > MOST_BYTES) return { kind: 'tooLarge' };
  const json = parsed(bytes);
  const read = shape.safeParse(json);
  if (!read.success) return { kind: 'broken', where: whereOf(read.error) };
  const report = read.data;
  const expected = { form, units: form.definition.units, unit: unit.code };
  const mismatch = checkIdentity(report, expected);
  if (mismatch) return { kind: 'foreign', mismatch };
  // The names as they were sent, whatever zod makes of them.
  const names = unknownNames(json as CanonicalReport, form, unit).map((name) => name.slice(0, 60));
  if (names.length > 0) return { kind: 'unknown', names };
  if (Object.values(report.annexes).some((rows) => rows.length > MOST_LINES)) return { kind: 'tooLarge' };
  return { report };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function whereOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path.map(String).join('.') ?? '';
  return path === '' ? 'JSON' : path.slice(0, 120);
}
