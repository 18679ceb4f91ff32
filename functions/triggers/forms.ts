// GET /api/forms/{form}/periods/{period} and .../template: what is asked, and the workbook to fill in.

import type { HttpRequest } from '@azure/functions';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { planTemplate } from '../../templates/layout/plan-template';
import { findForm } from '../forms/form-library';
import { historyOfUnit } from '../receive/history-of-unit';
import { renderPlan } from '../xlsx/render-plan';
import { json, problem, signedIn, workbook } from './answer';
import type { Centre } from './centre';

export function requestedForm(centre: Centre, request: HttpRequest): PeriodForm | undefined {
  return findForm(centre.forms, request.params.form ?? '', request.params.period ?? '');
}

export const form = signedIn('any', async ({ request, centre, language }) => {
  const found = requestedForm(centre, request);
  if (!found) return problem('NOT_FOUND', language);
  const { definition, period, dates, length, sections, annexes, narratives, rules } = found;
  const { calendar, documents, fields, header, title, version } = definition;
  return json(200, {
    form: definition.form,
    version,
    title,
    period,
    length,
    dates,
    calendar: calendar.id,
    fields,
    header,
    sections,
    annexes,
    narratives,
    rules,
    documents,
  });
});

export const template = signedIn('any', async ({ request, centre, language, account }) => {
  const found = requestedForm(centre, request);
  const code = request.query.get('unit') ?? (account.role === 'unit' ? account.id : '');
  const unit = found?.definition.units.find((u) => u.code === code);
  // A unit that asks for another's is told no more than one that asks for none.
  if (!found || !unit || (account.role === 'unit' && code !== account.id)) return problem('NOT_FOUND', language);
  const history = await historyOfUnit(centre.store, centre.forms, found, code);
  const plan = planTemplate({ form: found, unit, history });
  return workbook(await renderPlan(plan), `${found.definition.form}-${found.period}-${code}.xlsx`);
});
