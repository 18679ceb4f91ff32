// The receipt of a stored upload, made from its rows each time it is asked for: the same facts give the same receipt.

import { noticeIn } from '../../templates/extract/notice';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Receipt } from '../../templates/receipt/receipt';
import { daysLate } from '../../templates/reporting-period/calendar';
import { inLanguage } from '../../templates/violation/violation';
import type { Store } from '../store/store';
import { dueOf, periodState } from './period-state';
import { readVerdict, type StoredVerdict } from './stored-verdict';
import {
  eventKey,
  eventOf,
  partitionOf,
  receiptNumber,
  type SubmissionEvent,
  type SubmissionRef,
  submissionId,
} from './submission-rows';

export interface Found {
  readonly event: SubmissionEvent;
  readonly receipt: Receipt;
  /** Undefined until it was checked. */
  readonly verdict?: StoredVerdict;
}

export async function findReceipt(
  store: Store,
  form: PeriodForm,
  ref: SubmissionRef,
  language: 'vi' | 'en',
): Promise<Found | undefined> {
  const row = await store.rows.get(partitionOf(ref), eventKey(ref));
  if (!row) return undefined;
  const event = eventOf(row);
  const verdict = event.state === 'received' || event.state === 'failed' ? undefined : await readVerdict(store, ref);
  const due = dueOf(await periodState(store, ref), form, ref.unit);
  const receipt: Receipt = {
    id: submissionId(ref),
    number: receiptNumber(ref),
    unit: ref.unit,
    form: ref.form,
    period: ref.period,
    revision: ref.revision,
    receivedAt: event.receivedAt,
    onTime: daysLate(event.receivedAt, due) === 0,
    state: event.state,
    sha256: event.sha256,
    violations: (verdict?.violations ?? []).map((v) => inLanguage(v, language)),
    notices: (verdict?.notices ?? []).map((n) => noticeIn(n, language)),
  };
  return verdict ? { event, receipt, verdict } : { event, receipt };
}
