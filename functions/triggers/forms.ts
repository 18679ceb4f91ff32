// GET /api/forms, /api/forms/{form}/periods/{period}, .../definition and .../template: what there is to report, what is asked
// in a period, the whole form as data, and the workbook to fill in.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpRequest } from '@azure/functions';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { findForm } from '../forms/form-library';
import { acceptsGzip, matches } from '../pages/page-answer';
import { listedForms } from '../receive/listed-forms';
import { nextTemplate } from '../receive/next-template';
import type { Account } from '../sessions/accounts';
import { json, problem, signedIn, workbook } from './answer';
import type { Centre } from './centre';

export function requestedForm(centre: Centre, request: HttpRequest): PeriodForm | undefined {
  return findForm(centre.forms, request.params.form ?? '', request.params.period ?? '');
}

/** A unit that asks for another's is told no more than one that asks for none. */
export function unitInReach(form: PeriodForm, code: string, { role, id }: Account): ReportingUnit | undefined {
  return role === 'unit' && code !== id ? undefined : form.definition.units.find((unit) => unit.code === code);
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

export const forms = signedIn('any', async ({ centre, account }) => {
  const unit = account.role === 'unit' ? account.id : undefined;
  return json(200, { forms: await listedForms(centre.store, centre.forms, centre.now().toISOString(), unit) });
});

const compress = promisify(gzip);

/** From it the add-in makes the form of the period itself. A unit needs no list of the others. */
export const definition = signedIn('any', async ({ request, centre, language, account }) => {
  const found = requestedForm(centre, request)?.definition;
  if (!found) return problem('NOT_FOUND', language);
  const units = account.role === 'unit' ? found.units.filter(({ code }) => code === account.id) : found.units;
  const text = JSON.stringify({ ...found, units });
  const small = acceptsGzip(request.headers.get('accept-encoding'));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const headers = {
    'cache-control': 'private, no-cache',
    etag: `"${hash}${small ? '-gzip' : ''}"`,
    vary: 'accept-encoding, authorization',
    'x-content-type-options': 'nosniff',
  };
  if (matches(request.headers.get('if-none-match'), headers.etag)) return { status: 304, headers };
  const type = { 'content-type': 'application/json; charset=utf-8' };
  if (!small) return { status: 200, headers: { ...headers, ...type }, body: text };
  return { status: 200, headers: { ...headers, ...type, 'content-encoding': 'gzip' }, body: await compress(text) };
});

export const template = signedIn('any', async ({ request, centre, language, account }) => {
  const found = requestedForm(centre, request);
  const code = request.query.get('unit') ?? (account.role === 'unit' ? account.id : '');
  const unit = found && unitInReach(found, code, account);
  if (!found || !unit) return problem('NOT_FOUND', language);
  const bytes = await nextTemplate(centre.store, centre.forms, found, unit);
  return workbook(bytes, `${found.definition.form}-${found.period}-${code}.xlsx`);
});
