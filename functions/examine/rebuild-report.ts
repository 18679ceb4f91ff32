// The workbook of a report that came as values: the template of its version, filled in with them and nothing else. What is
// examined and what a person downloads. Takes seconds where annexes are long, so it belongs into an examining process; it
// stores nothing.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { fillPlan } from '../../templates/layout/fill-plan';
import { placeAnswers } from '../../templates/layout/place-answers';
import type { CanonicalReport } from '../../templates/submission/canonical-report';
import { checkIdentity, olderForm } from '../../templates/validate/check-identity';
import { expectedReport } from '../forms/expected-report';
import { findForm } from '../forms/form-library';
import { renderTemplate } from '../forms/render-template';
import type { RebuildTask, Rebuilt } from './examination';

/** @throws Error where the task names a form or period that does not exist: our mistake, not the report's */
export async function rebuildReport(task: RebuildTask, forms: readonly FormDefinition[]): Promise<Rebuilt> {
  const newest = findForm(forms, task.form, task.period);
  if (!newest) throw new Error(`No form ${task.form} reports ${task.period}`);
  const report = JSON.parse(new TextDecoder().decode(task.values)) as CanonicalReport;
  const expected = expectedReport(forms, newest, task.unit);
  const mismatch = checkIdentity(report, expected);
  if (mismatch) return { kind: 'foreign', mismatch };
  const form = olderForm(report, expected) ?? newest;
  const unit = newest.definition.units.find(({ code }) => code === task.unit)!;
  const placed = placeAnswers(report, form, unit, { headerKnown: true });
  // The door looks at this, but not in a version that it does not know, and that may have been published since.
  if (placed.leftOut.length > 0 || placed.unplaced.length > 0)
    return { kind: 'foreign', mismatch: checkIdentity({}, expected)! };
  const workbook = await renderTemplate({ form: placed.form, unit }, (plan) => fillPlan(plan, placed.answers));
  return { kind: 'rebuilt', workbook };
}
