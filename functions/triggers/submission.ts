// GET /api/submissions/{id}, .../original, .../workbook and .../values: the receipt and state of an upload, the bytes that the
// receipt's digest is of, its workbook (made of them where they were values), and once it has passed what it says.

import type { HttpResponseInit } from '@azure/functions';
import type { SubmissionState } from '../../templates/receipt/receipt';
import type { Submission } from '../../templates/submission/submission';
import { findForm } from '../forms/form-library';
import { type Found, findReceipt } from '../receive/find-receipt';
import { rebuiltWorkbook } from '../receive/rebuilt-workbook';
import { readJson } from '../receive/stored-json';
import { originalPath, parseSubmissionId, valuesPath } from '../receive/submission-rows';
import { download, json, problem, type SignedVisit, signedIn, workbook } from './answer';

export const submission = signedIn('any', async (visit) => {
  const found = await ownSubmission(visit);
  return found ? json(200, found.receipt) : problem('NOT_FOUND', visit.language);
});

export const original = signedIn('any', async (visit) => {
  const kept = await keptOriginal(visit);
  return kept ? asItCame(kept) : problem('NOT_FOUND', visit.language);
});

export const submissionWorkbook = signedIn('any', async (visit) => {
  const kept = await keptOriginal(visit);
  if (!kept) return problem('NOT_FOUND', visit.language);
  if (kept.event.came === 'workbook') return asItCame(kept);
  const rebuilt = await rebuiltWorkbook(visit.centre, kept.event, kept.bytes);
  if (rebuilt.kind !== 'rebuilt') return problem('NO_WORKBOOK', visit.language);
  return workbook(rebuilt.workbook, `${kept.receipt.number}.xlsx`, { etag: `"${kept.event.sha256}-xlsx"` });
});

/** The states of a report that passed its checks. */
const PASSED: readonly SubmissionState[] = ['submitted', 'returned', 'accepted'];

export const values = signedIn('any', async (visit) => {
  const found = await ownSubmission(visit);
  const passed = found && PASSED.includes(found.event.state);
  const report = passed ? await readJson<Submission>(visit.centre.store, valuesPath(found.event)) : undefined;
  return report ? json(200, report) : problem('NOT_FOUND', visit.language);
});

type Kept = Found & { readonly bytes: Uint8Array };

async function keptOriginal(visit: SignedVisit): Promise<Kept | undefined> {
  const found = await ownSubmission(visit);
  if (!found) return undefined;
  const { sha256, came } = found.event;
  const blob = await visit.centre.store.blobs.get(originalPath(found.event, sha256, came));
  return blob && { ...found, bytes: blob.bytes };
}

function asItCame({ event, receipt, bytes }: Kept): HttpResponseInit {
  const etag = `"${event.sha256}"`;
  if (event.came === 'workbook') return workbook(bytes, `${receipt.number}.xlsx`, { etag });
  return download(bytes, `${receipt.number}.json`, { 'content-type': 'application/json', etag });
}

/** Another unit's submission and one that does not exist are the same to a unit. */
async function ownSubmission({ request, centre, language, account }: SignedVisit): Promise<Found | undefined> {
  const ref = parseSubmissionId(request.params.id ?? '');
  if (!ref || (account.role === 'unit' && ref.unit !== account.id)) return undefined;
  const form = findForm(centre.forms, ref.form, ref.period);
  return form && findReceipt(centre.store, form, ref, language);
}
