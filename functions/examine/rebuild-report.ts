// The workbook of a report that came as values: its template, filled in with them and nothing else. What is examined and what
// a person downloads. Takes seconds where annexes are long, so it belongs into an examining process; it stores nothing.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { fillPlan } from '../../templates/layout/fill-plan';
import { placeAnswers } from '../../templates/layout/place-answers';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import { findForm } from '../forms/form-library';
import { renderTemplate } from '../forms/render-template';
import type { RebuildTask, Rebuilt } from './examination';

/** @throws Error where the door let in what cannot be placed: our mistake, not the report's */
export async function rebuildReport({ values }: RebuildTask, forms: readonly FormDefinition[]): Promise<Rebuilt> {
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
  const workbook = await renderTemplate({ form: placed.form, unit }, (plan) => fillPlan(plan, placed.answers));
  return { kind: 'rebuilt', workbook };
}
