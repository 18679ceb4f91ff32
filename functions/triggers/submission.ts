// GET /api/submissions/{id} and .../workbook: the receipt and state of an upload, and its original bytes.

import { findForm } from '../forms/form-library';
import { type Found, findReceipt } from '../receive/find-receipt';
import { originalPath, parseSubmissionId } from '../receive/submission-rows';
import { json, problem, type SignedVisit, signedIn, workbook } from './answer';

export const submission = signedIn('any', async (visit) => {
  const found = await ownSubmission(visit);
  return found ? json(200, found.receipt) : problem('NOT_FOUND', visit.language);
});

export const original = signedIn('any', async (visit) => {
  const found = await ownSubmission(visit);
  const blob = found && (await visit.centre.store.blobs.get(originalPath(found.event, found.event.sha256)));
  if (!blob) return problem('NOT_FOUND', visit.language);
  return workbook(blob.bytes, `${found.receipt.number}.xlsx`, { etag: `"${found.event.sha256}"` });
});

/** Another unit's submission and one that does not exist are the same to a unit. */
async function ownSubmission({ request, centre, language, account }: SignedVisit): Promise<Found | undefined> {
  const ref = parseSubmissionId(request.params.id ?? '');
  if (!ref || (account.role === 'unit' && ref.unit !== account.id)) return undefined;
  const form = findForm(centre.forms, ref.form, ref.period);
  return form && findReceipt(centre.store, form, ref, language);
}
