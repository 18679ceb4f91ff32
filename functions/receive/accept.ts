// The accept path: bytes first, then one transaction, then a message. An answer is given only after the transaction, so
// an acknowledged report is never gone, whatever dies next; a message that could not be sent is made up for by the
// sweeper. A try that is repeated finds its own key and gets the same receipt.

import { createHash } from 'node:crypto';
import type { Came } from '../../templates/receipt/receipt';
import type { Store } from '../store/store';
import { XLSX_TYPE } from '../xlsx/media-type';
import { type Lock, lockAgainst } from './period-state';
import {
  eventKey,
  type Head,
  headKey,
  headOf,
  isOvertaken,
  originalPath,
  partitionOf,
  type SubmissionRef,
  tryKey,
} from './submission-rows';
import type { ValuesFault } from './values-fault';

export interface Upload {
  readonly form: string;
  readonly period: string;
  readonly unit: string;
  readonly bytes: Uint8Array;
  /** A workbook where left out. */
  readonly came?: Came;
  /** Why it is not taken; asked of a new try only, so that one taken before stays so whatever form has been published since. */
  readonly fault?: () => ValuesFault | undefined;
  /** The revision that the sender knew to count (0: none); left out where nobody says. */
  readonly base?: number | undefined;
  /** One UUID a try, the same when it is repeated. */
  readonly idempotencyKey: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

export type Accepted =
  | { readonly kind: 'new'; readonly ref: SubmissionRef }
  /** The same key and bytes as before. */
  | { readonly kind: 'repeated'; readonly ref: SubmissionRef }
  /** The same key with other bytes: nothing was stored. */
  | { readonly kind: 'keyReused' }
  /** Nothing was stored. */
  | { readonly kind: 'fault'; readonly fault: ValuesFault }
  /** A later revision than the sender knew counts: nothing was recorded. */
  | { readonly kind: 'newer'; readonly counted: number }
  /** The period takes no report of this unit: nothing was stored. */
  | { readonly kind: 'locked'; readonly lock: Lock };

/** The doors' own attempt comes first; the queue takes over when that did not finish. */
const QUEUE_DELAY_SECONDS = 20;
const MOST_ATTEMPTS = 50;

/** @throws StoreUnavailable when nothing can be promised */
export async function accept(store: Store, sent: Upload, report: (trouble: string) => void): Promise<Accepted> {
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
  const earlier = await earlierTry(store, sent, sha256);
  if (earlier) return earlier;
  const fault = sent.fault?.();
  if (fault) return { kind: 'fault', fault };
  const lock = await lockAgainst(store, sent);
  if (lock) return { kind: 'locked', lock };
  const known = headOf(await store.rows.get(partitionOf(sent), headKey(sent.unit)));
  const upload = { ...sent, base: givenOut(sent.base, known) };
  if (isOvertaken(upload, known)) return { kind: 'newer', counted: known.counted };
  const { came = 'workbook' } = upload;
  const type = came === 'values' ? 'application/json' : XLSX_TYPE;
  await store.blobs.create(originalPath(upload, sha256, came), upload.bytes, type);
  const accepted = await record(store, upload, sha256);
  if (accepted.kind === 'new') {
    await store.queues
      .send('submissions', accepted.ref, { delaySeconds: QUEUE_DELAY_SECONDS })
      .catch((error: unknown) => {
        report(`queue message for ${upload.unit} not sent, the sweeper will: ${String(error)}`);
      });
  }
  return accepted;
}

/**
 * A revision that was never given out, as a store that was put back leaves in files and on computers, says nothing of what
 * counts here: none is known. To refuse it for that would keep its unit out for good; a report that counts is shown instead.
 */
const givenOut = (base: number | undefined, { latest }: Head): number | undefined =>
  base !== undefined && base > latest ? 0 : base;

async function earlierTry(store: Store, upload: Upload, sha256: string): Promise<Accepted | undefined> {
  const row = await store.rows.get(partitionOf(upload), tryKey(upload.unit, upload.idempotencyKey));
  if (!row) return undefined;
  if (row.values.sha256 !== sha256) return { kind: 'keyReused' };
  return { kind: 'repeated', ref: refOf(upload, Number(row.values.revision)) };
}

/** Event, key and head in one transaction. After a lost answer our own commit shows as a conflict; the key row tells. */
async function record(store: Store, upload: Upload, sha256: string): Promise<Accepted> {
  const partition = partitionOf(upload);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const headRow = await store.rows.get(partition, headKey(upload.unit));
    const head = headOf(headRow);
    if (isOvertaken(upload, head)) return { kind: 'newer', counted: head.counted };
    const ref = refOf(upload, head.latest + 1);
    const values = { latest: ref.revision, counted: head.counted };
    const done = await store.rows.transact(partition, [
      { create: tryKey(upload.unit, upload.idempotencyKey), values: { revision: ref.revision, sha256 } },
      {
        create: eventKey(ref),
        values: {
          state: 'received',
          sha256,
          receivedAt: upload.receivedAt,
          errors: 0,
          warnings: 0,
          code: '',
          size: upload.bytes.length,
          came: upload.came ?? 'workbook',
          ...(upload.base === undefined ? {} : { base: upload.base }),
        },
      },
      headRow
        ? { replace: headKey(upload.unit), values, etag: headRow.etag }
        : { create: headKey(upload.unit), values },
    ]);
    if (done === 'done') return { kind: 'new', ref };
    const earlier = await earlierTry(store, upload, sha256);
    if (earlier) return earlier.kind === 'repeated' ? { kind: 'new', ref: earlier.ref } : earlier;
  }
  throw new Error(`Could not record the upload of ${upload.unit} in ${MOST_ATTEMPTS} attempts`);
}

function refOf({ form, period, unit }: Upload, revision: number): SubmissionRef {
  return { form, period, unit, revision };
}
