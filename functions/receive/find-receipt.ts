// The receipt of a stored upload, made from its rows each time it is asked for: the same facts give the same receipt.

import { noticeIn } from '../../templates/extract/notice';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Receipt, ReturnComment } from '../../templates/receipt/receipt';
import { daysLate } from '../../templates/reporting-period/calendar';
import type { Day } from '../../templates/reporting-period/day';
import { inLanguage } from '../../templates/violation/violation';
import type { Store } from '../store/store';
import { dueOf, periodState } from './period-state';
import { readJson } from './stored-json';
import { heldVerdict, type StoredVerdict } from './stored-verdict';
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
  /** Undefined until it was judged. */
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
  const verdict = await heldVerdict(store, event);
  const due = dueOf(await periodState(store, ref), form, ref.unit);
  const receipt = await receiptOf(store, event, { due, language, verdict });
  return verdict ? { event, receipt, verdict } : { event, receipt };
}

export interface ReceiptFacts {
  readonly due: Day;
  readonly language: 'vi' | 'en';
  /** Left out: the receipt says nothing of what was found. */
  readonly verdict?: StoredVerdict | undefined;
}

export async function receiptOf(
  store: Store,
  event: SubmissionEvent,
  { due, language, verdict }: ReceiptFacts,
): Promise<Receipt> {
  const { unit, form, period, revision, receivedAt, state, came, sha256, newer, actedAt = '' } = event;
  const comments = state === 'returned' ? await commentsOn(store, event) : [];
  return {
    ...named(event),
    unit,
    form,
    period,
    revision,
    receivedAt,
    onTime: daysLate(receivedAt, due) === 0,
    state,
    came,
    sha256,
    violations: (verdict?.violations ?? []).map((v) => inLanguage(v, language)),
    notices: (verdict?.notices ?? []).map((n) => noticeIn(n, language)),
    ...(newer === undefined ? {} : { newer: named({ ...event, revision: newer }) }),
    ...(state === 'returned' ? { returned: { at: actedAt, comments } } : {}),
    ...(state === 'accepted' ? { acceptedAt: actedAt } : {}),
  };
}

const named = (ref: SubmissionRef) => ({ id: submissionId(ref), number: receiptNumber(ref) });

/** What the board had against it when it sent it back. */
export async function commentsOn(store: Store, { comments = '' }: SubmissionEvent): Promise<readonly ReturnComment[]> {
  return comments === '' ? [] : ((await readJson<readonly ReturnComment[]>(store, comments)) ?? []);
}
