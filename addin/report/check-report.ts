// The same road as on the server, walked on this side: cells → identity → values → verdict. Nothing is decided here that the
// server does not decide again; what this gives is the list a clerk works through.

import type { WorkbookCells } from '../../templates/cell/cell';
import { extract } from '../../templates/extract/extract';
import type { Extracted, Identity } from '../../templates/extract/extracted';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { formForPeriod, type PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Bilingual } from '../../templates/form-definition/form-schema';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { type CanonicalReport, canonicalReport } from '../../templates/submission/canonical-report';
import type { UnitFile } from '../../templates/submission/unit-file';
import { checkIdentity, type Mismatch } from '../../templates/validate/check-identity';
import { type Verdict, validate } from '../../templates/validate/validate';
import { IDENTITY } from '../../templates/violation/messages';
import { type Normalisation, normalisations } from './normalise';
import { progressOf, type SectionProgress } from './progress';
import { type WhereIs, whereIsIn } from './where-is';

/** What has to be known to judge a report. */
export interface Knowledge {
  readonly definition: FormDefinition;
  readonly period: string;
  /** Undefined while the centre could not be asked: the rules over periods are then not judged. */
  readonly unitFile?: UnitFile | undefined;
}

export interface CheckedReport {
  readonly kind: 'checked';
  readonly identity: Identity;
  readonly book: WorkbookCells;
  readonly form: PeriodForm;
  readonly unit: ReportingUnit;
  readonly extracted: Extracted;
  readonly verdict: Verdict;
  readonly progress: readonly SectionProgress[];
  /** Cells that were read differently from how they stand there. */
  readonly proposed: readonly Normalisation[];
  readonly whereIs: WhereIs;
  /** What was typed, as values. */
  readonly canonical: CanonicalReport;
}

export interface ForeignReport {
  readonly kind: 'foreign';
  readonly identity: Identity;
  readonly mismatch: Mismatch;
  readonly title: Bilingual;
}

/** @throws Error where the definition does not report the period: the caller asked for another one's. */
export function checkReport(
  book: WorkbookCells,
  identity: Identity,
  { definition, period, unitFile }: Knowledge,
): CheckedReport | ForeignReport {
  const form = formFor(definition, period);
  const own = unitFile?.unit;
  // Who else reports is not told to a unit; that this file is another's can be said all the same.
  const units = own ? [own, { ...own, code: identity.unit ?? own.code }] : definition.units;
  const mismatch = checkIdentity(identity, { form, units, ...(own ? { unit: own.code } : {}) });
  if (mismatch) return { kind: 'foreign', identity, mismatch, title: IDENTITY[mismatch.code].title };
  const unit = units.find(({ code }) => code === identity.unit)!;
  const extracted = extract(book, form);
  const verdict = validate(extracted, form, { unit, history: unitFile?.history });
  return {
    kind: 'checked',
    identity,
    book,
    form,
    unit,
    extracted,
    verdict,
    progress: progressOf(form, extracted, verdict),
    proposed: normalisations(book, extracted, form),
    whereIs: whereIsIn(extracted, form),
    canonical: canonicalReport(extracted, form, unit),
  };
}

const forms = new WeakMap<FormDefinition, Map<string, PeriodForm>>();

/** The same object each time: what is worked out of a form is remembered by it. */
function formFor(definition: FormDefinition, period: string): PeriodForm {
  const known = forms.get(definition) ?? new Map<string, PeriodForm>();
  forms.set(definition, known);
  const form = known.get(period) ?? formForPeriod(definition, period);
  if (!form) throw new Error(`${definition.form} ${definition.version} does not report ${period}`);
  known.set(period, form);
  return form;
}
