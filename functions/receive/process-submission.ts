// The verdict on one stored upload. Idempotent: the door, the queue and the sweeper may all call it, in any order and more
// than once, and crash in between; the outcome is the same. Only broken machinery throws; a bad file is an outcome.

import { createHash } from 'node:crypto';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { History } from '../../templates/history/history';
import type { Submission } from '../../templates/submission/submission';
import type { Examination, ExaminationTask, Examiner } from '../examine/examination';
import { findForm } from '../forms/form-library';
import type { Store } from '../store/store';
import { historyOfUnit } from './history-of-unit';
import { rebuiltWorkbook } from './rebuilt-workbook';
import { readJson } from './stored-json';
import { readVerdict, type StoredVerdict, verdictOf } from './stored-verdict';
import {
  eventKey,
  eventOf,
  headKey,
  headOf,
  isOvertaken,
  originalPath,
  partitionOf,
  type SubmissionEvent,
  type SubmissionRef,
  submissionId,
  valuesPath,
  verdictPath,
} from './submission-rows';

const MOST_ATTEMPTS = 50;
/** Reports tend to come together: one master is built for several. */
const MASTER_DELAY_SECONDS = 2;

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** What a verdict is come to with. */
export interface Desk {
  readonly store: Store;
  readonly examiner: Examiner;
  readonly forms: readonly FormDefinition[];
}

/** @returns the event as it stands afterwards; undefined where there is no such upload */
export async function processSubmission(
  { store, examiner, forms }: Desk,
  ref: SubmissionRef,
): Promise<SubmissionEvent | undefined> {
  const partition = partitionOf(ref);
  const row = await store.rows.get(partition, eventKey(ref));
  if (!row) return undefined;
  const event = eventOf(row);
  if (event.state !== 'received') return event;
  const original = await store.blobs.get(originalPath(ref, event.sha256, event.came));
  if (!original || createHash('sha256').update(original.bytes).digest('hex') !== event.sha256)
    throw new Error(`The original of ${submissionId(ref)} is missing or not what was received`);
  const task = {
    ...ref,
    receivedAt: event.receivedAt,
    file: submissionId(ref),
    history: await history(store, forms, ref),
  };
  const examination = await (event.came === 'values'
    ? examineValues({ store, examiner, forms }, event, original.bytes, task)
    : examiner.examine({ ...task, workbook: original.bytes }));
  const verdict = await keep(store, ref, examination);
  const decided = await decide(store, ref, verdict);
  if (decided.state === 'submitted')
    await store.queues.send('masters', { form: ref.form, period: ref.period }, { delaySeconds: MASTER_DELAY_SECONDS });
  return decided;
}

/** The workbook made of them is judged; what was received are the values, and their digest is what is kept. */
async function examineValues(
  desk: Desk,
  event: SubmissionEvent,
  values: Uint8Array,
  task: Omit<ExaminationTask, 'workbook'>,
): Promise<Examination> {
  const rebuilt = await rebuiltWorkbook(desk, event, values);
  if (rebuilt.kind !== 'rebuilt') return rebuilt;
  const file = `${task.file} (lập lại từ số liệu)`;
  const examination = await desk.examiner.examine({ ...task, workbook: rebuilt.workbook, file });
  if (examination.kind !== 'valid') return examination;
  return { ...examination, submission: { ...examination.submission, sha256: event.sha256 } };
}

async function history(store: Store, forms: readonly FormDefinition[], ref: SubmissionRef): Promise<History> {
  const form = findForm(forms, ref.form, ref.period);
  if (!form) throw new Error(`No form ${ref.form} reports ${ref.period}`);
  return historyOfUnit(store, forms, form, ref.unit);
}

/**
 * The values, then the verdict: the first verdict that is kept is the one that holds, whatever a second look finds (a busy
 * machine may have found the file too slow, once; an earlier period may have been reported since). What it counts on is
 * there before it.
 */
async function keep(store: Store, ref: SubmissionRef, examination: Examination): Promise<StoredVerdict> {
  const verdict = verdictOf(await keepValues(store, ref, examination));
  if ((await store.blobs.create(verdictPath(ref), json(verdict), 'application/json')) === 'created') return verdict;
  return (await readVerdict(store, ref)) ?? verdict;
}

/** Values that somebody kept before are the ones that count: the verdict is on them, with the warnings they carry. */
async function keepValues(store: Store, ref: SubmissionRef, examination: Examination): Promise<Examination> {
  if (examination.kind !== 'valid') return examination;
  const done = await store.blobs.create(valuesPath(ref), json(examination.submission), 'application/json');
  const kept = done === 'exists' ? await readJson<Submission>(store, valuesPath(ref)) : undefined;
  return kept ? { ...examination, submission: kept } : examination;
}

/**
 * Event and head change together: a revision that passed counts from the moment its receipt says so. Of two that were sent at
 * once, neither knowing of the other, the first to get here counts; the other's sender is asked.
 */
async function decide(store: Store, ref: SubmissionRef, verdict: StoredVerdict): Promise<SubmissionEvent> {
  const partition = partitionOf(ref);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const eventRow = await store.rows.get(partition, eventKey(ref));
    const headRow = await store.rows.get(partition, headKey(ref.unit));
    if (!eventRow || !headRow) throw new Error(`${submissionId(ref)} lost its rows`);
    const event = eventOf(eventRow);
    if (event.state !== 'received') return event;
    const head = headOf(headRow);
    const { errors, warnings } = verdict;
    const outcome =
      verdict.state === 'submitted' && isOvertaken(event, head)
        ? ({ state: 'refused', errors, warnings, code: 'NEWER_REVISION', newer: head.counted } as const)
        : { state: verdict.state, errors, warnings, code: verdict.code };
    const counted = outcome.state === 'submitted' ? Math.max(head.counted, ref.revision) : head.counted;
    const done = await store.rows.transact(partition, [
      { replace: eventKey(ref), values: { ...eventRow.values, ...outcome }, etag: eventRow.etag },
      { replace: headKey(ref.unit), values: { ...headRow.values, counted }, etag: headRow.etag },
    ]);
    if (done === 'done') return { ...event, ...outcome };
  }
  throw new Error(`Could not record the verdict on ${submissionId(ref)} in ${MOST_ATTEMPTS} attempts`);
}

/** A message that failed too often: staff must look. The original stays, and the receipt says so. */
export async function markFailed(store: Store, ref: SubmissionRef): Promise<void> {
  const row = await store.rows.get(partitionOf(ref), eventKey(ref));
  if (!row || eventOf(row).state !== 'received') return;
  await store.rows.transact(partitionOf(ref), [
    { replace: eventKey(ref), values: { ...row.values, state: 'failed', code: 'NOT_CHECKED' }, etag: row.etag },
  ]);
}
