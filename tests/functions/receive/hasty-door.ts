// A bug on purpose, for the kill test to find: this door answers with a receipt and stores the report a moment later. It
// replaces functions/triggers/submissions.ts in a bundle of the test's own.

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import {
  headKey,
  headOf,
  partitionOf,
  receiptNumber,
  submissionId,
  tryKey,
} from '../../../functions/receive/submission-rows';
import { json, problem, signedIn } from '../../../functions/triggers/answer';
import { requestedForm } from '../../../functions/triggers/forms';

const STORED_LATER_MS = 100;
/** The last revision told to each unit: in memory, as such bugs have it. */
const told = new Map<string, number>();

export const submit = signedIn('unit', async ({ request, centre, language, account, log }) => {
  const form = requestedForm(centre, request);
  if (!form) return problem('NOT_FOUND', language);
  const { store } = centre;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const place = { form: form.definition.form, period: form.period, unit: account.id };
  const idempotencyKey = request.headers.get('idempotency-key') ?? '';
  const receivedAt = centre.now().toISOString();
  const known = await store.rows.get(partitionOf(place), tryKey(account.id, idempotencyKey));
  if (known) {
    const kept = await findReceipt(store, form, { ...place, revision: Number(known.values.revision) }, language);
    return json(200, kept?.receipt);
  }
  const head = headOf(await store.rows.get(partitionOf(place), headKey(account.id)));
  const ref = { ...place, revision: Math.max(head.latest, told.get(account.id) ?? 0) + 1 };
  told.set(account.id, ref.revision);
  void sleep(STORED_LATER_MS)
    .then(() => accept(store, { ...place, bytes, idempotencyKey, receivedAt }, log))
    .then((accepted) => ('ref' in accepted ? processSubmission(centre, accepted.ref) : undefined))
    .catch((error: unknown) => log(String(error)));
  return json(202, {
    ...ref,
    id: submissionId(ref),
    number: receiptNumber(ref),
    receivedAt,
    onTime: true,
    state: 'received',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    violations: [],
  });
});
