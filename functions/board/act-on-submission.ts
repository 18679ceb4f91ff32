// The board sends a report back with comments, or takes it: the report's new state, and the act in the log, in one
// transaction. Only the report that counts can be acted on; what counts is not changed by it.

import { createHash } from 'node:crypto';
import type { ReturnComment } from '../../templates/receipt/receipt';
import {
  actKey,
  actValues,
  boardActs,
  isOnSubmission,
  STATE_KEY,
  type SubmissionAct,
  stateOf,
  stateValues,
} from '../receive/period-state';
import {
  commentsPath,
  eventKey,
  eventOf,
  type Head,
  headKey,
  headOf,
  partitionOf,
  type SubmissionEvent,
  type SubmissionRef,
} from '../receive/submission-rows';
import type { Row, RowValues, Store } from '../store/store';

export interface BoardAction {
  readonly act: SubmissionAct['act'];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The account that does it. */
  readonly by: string;
  /** What is to be mended; none where it is accepted. */
  readonly comments?: readonly ReturnComment[];
}

export type ActedOn =
  | { readonly kind: 'done' }
  /** Accepted before: nothing was done. */
  | { readonly kind: 'already' }
  /** Another revision of the unit counts, or none: nothing was done. */
  | { readonly kind: 'notCurrent'; readonly counted: number }
  | { readonly kind: 'missing' };

const MOST_ATTEMPTS = 20;

/** @throws StoreUnavailable when it is not known whether it was done */
export async function actOnSubmission(store: Store, ref: SubmissionRef, action: BoardAction): Promise<ActedOn> {
  const partition = partitionOf(ref);
  const { act, at, by, comments = [] } = action;
  const logged: SubmissionAct = { act, at, by, unit: ref.unit, revision: ref.revision, comments: comments.length };
  let path: string | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const eventRow = await store.rows.get(partition, eventKey(ref));
    const headRow = await store.rows.get(partition, headKey(ref.unit));
    if (!eventRow || !headRow) return { kind: 'missing' };
    // After a lost answer our own commit showed as a conflict.
    if (attempt > 0 && (await isDone(store, ref, logged))) return { kind: 'done' };
    const refused = refusal(eventOf(eventRow), headOf(headRow), act);
    if (refused) return refused;
    path ??= comments.length === 0 ? '' : await keep(store, ref, comments);
    const stateRow = await store.rows.get(partition, STATE_KEY);
    const state = stateOf(stateRow);
    const next = { ...state, acts: state.acts + 1 };
    const done = await store.rows.transact(partition, [
      { create: actKey(next.acts), values: actValues(logged) },
      written(STATE_KEY, stateRow, stateValues(next)),
      written(eventRow.row, eventRow, { ...eventRow.values, state: act, actedAt: at, actedBy: by, comments: path }),
      // Unchanged, but held: no other revision may come to count meanwhile.
      written(headRow.row, headRow, headRow.values),
    ]);
    if (done === 'done') return { kind: 'done' };
  }
  throw new Error(`The rows of ${ref.unit} in ${ref.period} kept changing`);
}

const written = (key: string, row: Row | undefined, values: RowValues) =>
  row ? { replace: key, values, etag: row.etag } : { create: key, values };

function refusal({ revision, state }: SubmissionEvent, { counted }: Head, act: SubmissionAct['act']) {
  if (counted !== revision) return { kind: 'notCurrent', counted } as const;
  return act === 'accepted' && state === 'accepted' ? ({ kind: 'already' } as const) : undefined;
}

/** Before the transaction that names them: an event never points at comments that are not there. */
async function keep(store: Store, ref: SubmissionRef, comments: readonly ReturnComment[]): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(comments));
  const path = commentsPath(ref, createHash('sha256').update(bytes).digest('hex'));
  await store.blobs.create(path, bytes, 'application/json');
  return path;
}

async function isDone(store: Store, ref: SubmissionRef, act: SubmissionAct): Promise<boolean> {
  const wanted = JSON.stringify(actValues(act));
  return (await boardActs(store, ref)).some((a) => isOnSubmission(a) && JSON.stringify(actValues(a)) === wanted);
}
