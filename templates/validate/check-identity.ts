// Whether the workbook is the one that is awaited: this form, this version, this unit, this period. The first thing that
// is wrong is enough: nothing else in a stranger's file is worth a word.

import type { Identity } from '../extract/extracted';
import type { PeriodForm } from '../form-definition/form-for-period';
import { periodLabel } from '../reporting-period/period-code';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import { IDENTITY, type IdentityCode } from '../violation/messages';
import type { Violation } from '../violation/violation';

export interface Expected {
  readonly form: PeriodForm;
  /** The unit that sends; any listed unit where files are merged from disk. */
  readonly unit?: string;
  readonly units: readonly ReportingUnit[];
  /** Earlier versions of the form in the same period: their files can be read, too. */
  readonly olderForms?: readonly PeriodForm[];
}

export interface Mismatch {
  readonly code: IdentityCode;
  readonly violation: Violation;
}

export function checkIdentity(identity: Identity, expected: Expected): Mismatch | undefined {
  const { definition, period } = expected.form;
  const ours = `${definition.form} ${definition.version}`;
  const { form, version, unit } = identity;
  if (!form || !version || !unit || !identity.period) return mismatch('NOT_OUR_TEMPLATE', '', ours);
  if (form !== definition.form) return mismatch('OTHER_FORM', form, definition.form);
  if (version !== definition.version && !olderForm(identity, expected))
    return mismatch(
      isNewer(version, definition.version) ? 'NEWER_VERSION' : 'OLDER_VERSION',
      version,
      definition.version,
    );
  if (!expected.units.some((u) => u.code === unit)) return mismatch('UNKNOWN_UNIT', unit, expected.unit ?? '');
  if (expected.unit !== undefined && unit !== expected.unit) return mismatch('OTHER_UNIT', unit, expected.unit);
  if (identity.period !== period) return mismatch('OTHER_PERIOD', periodLabel(identity.period), periodLabel(period));
  return undefined;
}

/** The older version that the workbook follows; undefined where it follows ours, or one that nobody knows. */
export function olderForm({ form, version }: Identity, expected: Expected): PeriodForm | undefined {
  const { definition } = expected.form;
  if (form !== definition.form || version === undefined || !isNewer(definition.version, version)) return undefined;
  return expected.olderForms?.find((f) => f.definition.form === form && f.definition.version === version);
}

function mismatch(code: IdentityCode, found: string, expected: string): Mismatch {
  const { rule, message } = IDENTITY[code];
  const place = code === 'NOT_OUR_TEMPLATE' ? { sheet: '', cell: '' } : { sheet: 'BiaBC', cell: '' };
  return {
    code,
    violation: { rule, severity: 'error', ...place, name: '', message: message(found.slice(0, 60), expected) },
  };
}

/** Versions are year and number: `2025.1` is newer than `2024.12`. */
function isNewer(a: string, b: string): boolean {
  const [ay = 0, an = 0] = a.split('.').map(Number);
  const [by = 0, bn = 0] = b.split('.').map(Number);
  return ay > by || (ay === by && an > bn);
}
