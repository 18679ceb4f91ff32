// The workbook of a report that came as values: its template, filled in with them and nothing else. What is examined and what
// a person downloads; made again each time, the values received are what is kept.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { fillPlan } from '../../templates/layout/fill-plan';
import { placeAnswers } from '../../templates/layout/place-answers';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import { findForm } from '../forms/form-library';
import { renderTemplate } from '../forms/render-template';

/** @param values the bytes received, which were read and found well at the door */
export async function rebuiltWorkbook(forms: readonly FormDefinition[], values: Uint8Array): Promise<Uint8Array> {
  const report = JSON.parse(new TextDecoder().decode(values)) as CanonicalReport;
  const form = findForm(
    forms.filter(({ version }) => version === report.version),
    report.form,
    report.period,
  );
  const unit = form?.definition.units.find(({ code }) => code === report.unit);
  if (!form || !unit)
    throw new Error(`No form ${report.form} ${report.version} asks ${report.unit} of ${report.period}`);
  const placed = placeAnswers(report, form, unit, { headerKnown: true });
  if (placed.leftOut.length > 0 || placed.unplaced.length > 0)
    throw new Error(`${report.unit}: more than the door lets in`);
  return renderTemplate({ form: placed.form, unit }, (plan) => fillPlan(plan, placed.answers));
}
