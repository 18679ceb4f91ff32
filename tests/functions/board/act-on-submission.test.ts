// Returning and accepting: only the report that counts, once and logged, whatever fails on the way; what counts goes on
// counting, and a locked period takes back what was returned.

import { actOnPeriod } from '../../../functions/board/act-on-period';
import { actOnSubmission, type BoardAction } from '../../../functions/board/act-on-submission';
import type { Examiner } from '../../../functions/examine/examination';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { periodStandings } from '../../../functions/receive/period-standings';
import {
  boardActs,
  isOnSubmission,
  lockAgainst,
  periodActs,
  periodState,
} from '../../../functions/receive/period-state';
import { processSubmission } from '../../../functions/receive/process-submission';
import { headKey, headOf, partitionOf, type SubmissionRef } from '../../../functions/receive/submission-rows';
import { type MemoryStore, openMemoryStore } from '../../../functions/store/memory-store';
import type { Store } from '../../../functions/store/store';
import { realPeriod } from '../../setup/real-form';
import { type Fault, faultyStore } from '../receive/faulty-store';
import { passingExaminer } from '../receive/passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const FORM = realPeriod(PLACE.period);
const REF = (revision: number, unit = 'DV01'): SubmissionRef => ({ ...PLACE, unit, revision });
const COMMENTS = [
  { name: 'CT_A_01', text: 'Xem lại số hội nghị' },
  { name: 'PL1_so_hn', row: 2, text: 'Thiếu' },
];
const RETURN: BoardAction = { act: 'returned', at: '2024-06-20T02:00:00.000Z', by: 'BAN', comments: COMMENTS };
const ACCEPT: BoardAction = { act: 'accepted', at: '2024-06-21T02:00:00.000Z', by: 'BAN' };

const refusing: Examiner = {
  ...passingExaminer(),
  examine: async () => ({ kind: 'unreadable', refusal: { code: 'TOO_SLOW' } }),
};

let key = 0;
async function send(store: Store, examiner: Examiner = passingExaminer(), unit = 'DV01'): Promise<string> {
  const upload = {
    ...PLACE,
    unit,
    bytes: Buffer.from(`report ${++key}`),
    idempotencyKey: `${key}`,
    receivedAt: '2024-06-19T02:00:00.000Z',
  };
  const accepted = await accept(store, upload, () => undefined);
  if (accepted.kind !== 'new') return accepted.kind;
  await processSubmission({ store, examiner, forms: [FORM.definition] }, accepted.ref);
  return accepted.kind;
}

async function reported(...examiners: Examiner[]): Promise<MemoryStore> {
  const store = openMemoryStore();
  for (const examiner of examiners) await send(store, examiner);
  return store;
}
const receipt = async (store: Store, revision: number) =>
  (await findReceipt(store, FORM, REF(revision), 'vi'))!.receipt;
const submissionActs = async (store: Store) => (await boardActs(store, PLACE)).filter(isOnSubmission);

test('returned: the receipt says what is to be mended, and the report goes on counting', async () => {
  const store = await reported(passingExaminer());
  expect(await actOnSubmission(store, REF(1), RETURN)).toEqual({ kind: 'done' });
  expect(await receipt(store, 1)).toMatchObject({
    state: 'returned',
    returned: { at: RETURN.at, comments: COMMENTS },
  });
  expect(headOf(await store.rows.get(partitionOf(PLACE), headKey('DV01')))).toEqual({ latest: 1, counted: 1 });
  const { standings, log, acts, state } = await periodStandings(store, FORM);
  expect(standings[0]).toMatchObject({ unit: 'DV01', state: 'returned', counted: 1 });
  expect(log).toEqual([
    expect.objectContaining({ act: 'submitted', unit: 'DV01', revision: 1 }),
    { at: RETURN.at, unit: 'DV01', revision: 1, act: 'returned', detail: '2 ý kiến · BAN' },
  ]);
  expect([acts, state.acts]).toEqual([[], 1]);
});

test('returned again: the later comments; accepted: none; and back', async () => {
  const store = await reported(passingExaminer());
  const later = [{ name: '', text: 'Nộp lại cả báo cáo' }];
  await actOnSubmission(store, REF(1), RETURN);
  await actOnSubmission(store, REF(1), { ...RETURN, at: '2024-06-20T03:00:00.000Z', comments: later });
  expect((await receipt(store, 1)).returned).toEqual({ at: '2024-06-20T03:00:00.000Z', comments: later });
  expect(await actOnSubmission(store, REF(1), ACCEPT)).toEqual({ kind: 'done' });
  const accepted = await receipt(store, 1);
  expect(accepted).toMatchObject({ state: 'accepted', acceptedAt: ACCEPT.at });
  expect(accepted.returned).toBeUndefined();
  // Accepted twice: nothing is logged, the first one holds.
  expect(await actOnSubmission(store, REF(1), { ...ACCEPT, at: '2024-06-22T02:00:00.000Z' })).toEqual({
    kind: 'already',
  });
  expect(await receipt(store, 1)).toEqual(accepted);
  expect(await actOnSubmission(store, REF(1), RETURN)).toEqual({ kind: 'done' });
  expect((await receipt(store, 1)).acceptedAt).toBeUndefined();
  expect((await submissionActs(store)).map(({ act, comments }) => [act, comments])).toEqual([
    ['returned', 2],
    ['returned', 1],
    ['accepted', 0],
    ['returned', 2],
  ]);
  expect(await periodActs(store, PLACE)).toEqual([]);
});

test('only the revision that counts', async () => {
  const store = await reported(refusing, passingExaminer(), passingExaminer(), refusing);
  for (const revision of [1, 2, 4])
    expect(await actOnSubmission(store, REF(revision), RETURN)).toEqual({ kind: 'notCurrent', counted: 3 });
  expect(await actOnSubmission(store, REF(3), RETURN)).toEqual({ kind: 'done' });
  expect(await actOnSubmission(store, REF(9), RETURN)).toEqual({ kind: 'missing' });
  expect(await actOnSubmission(store, REF(1, 'DV02'), ACCEPT)).toEqual({ kind: 'missing' });
  expect(await submissionActs(store)).toHaveLength(1);
  const none = await reported(refusing);
  expect(await actOnSubmission(none, REF(1), ACCEPT)).toEqual({ kind: 'notCurrent', counted: 0 });
});

test('a new report after acceptance is as new, and the act on the one before stays with it', async () => {
  const store = await reported(passingExaminer());
  await actOnSubmission(store, REF(1), ACCEPT);
  expect(await send(store)).toBe('new');
  expect((await receipt(store, 2)).state).toBe('submitted');
  expect((await receipt(store, 1)).state).toBe('accepted');
  expect((await periodStandings(store, FORM)).standings[0]).toMatchObject({ state: 'submitted', counted: 2 });
});

test('a locked period takes a returned report back, until one passes', async () => {
  const store = await reported(passingExaminer());
  await send(store, passingExaminer(), 'DV02');
  await actOnPeriod(store, PLACE, {
    act: 'locked',
    at: '2024-06-19T01:00:00.000Z',
    by: 'BAN',
    reason: 'Đã hết hạn nộp',
  });
  expect(await send(store)).toBe('locked');
  await actOnSubmission(store, REF(1), RETURN);
  // A refused correction does not take the right away.
  expect(await send(store, refusing)).toBe('new');
  expect((await periodStandings(store, FORM)).standings[0]).toMatchObject({
    state: 'returned',
    counted: 1,
    revision: 2,
  });
  expect(await send(store)).toBe('new');
  expect(await send(store)).toBe('locked');
  const at = { ...PLACE, receivedAt: '2024-06-22T02:00:00.000Z' };
  expect(await lockAgainst(store, { ...at, unit: 'DV02' })).toMatchObject({ reason: 'Đã hết hạn nộp' });
  expect((await periodState(store, PLACE)).lock).not.toBeNull();
});

test('many at once are each logged once', async () => {
  const store = await reported(passingExaminer());
  await send(store, passingExaminer(), 'DV02');
  const acts = [RETURN, { ...RETURN, by: 'BAN2' }, ACCEPT].map((action) => actOnSubmission(store, REF(1), action));
  const lock = actOnPeriod(store, PLACE, { act: 'locked', at: ACCEPT.at, by: 'BAN', reason: 'Đã hết hạn nộp' });
  const other = actOnSubmission(store, REF(1, 'DV02'), ACCEPT);
  expect((await Promise.all([...acts, other])).map(({ kind }) => kind)).toEqual(Array(4).fill('done'));
  await lock;
  expect(await boardActs(store, PLACE)).toHaveLength(5);
  expect((await periodState(store, PLACE)).acts).toBe(5);
});

test('a revision that comes to count in between is not acted on in its place', async () => {
  const memory = await reported(passingExaminer());
  let raced = false;
  const store: Store = {
    ...memory,
    rows: {
      ...memory.rows,
      transact: async (partition, changes) => {
        if (!raced) {
          raced = true;
          await send(memory);
        }
        return memory.rows.transact(partition, changes);
      },
    },
  };
  expect(await actOnSubmission(store, REF(1), ACCEPT)).toEqual({ kind: 'notCurrent', counted: 2 });
  expect(await submissionActs(memory)).toEqual([]);
});

test('our own commit that comes back as a conflict is recognised', async () => {
  const memory = await reported(passingExaminer());
  let commits = 0;
  const store: Store = {
    ...memory,
    rows: {
      ...memory.rows,
      transact: async (partition, changes) => {
        const done = await memory.rows.transact(partition, changes);
        return ++commits === 1 ? 'conflict' : done;
      },
    },
  };
  expect(await actOnSubmission(store, REF(1), RETURN)).toEqual({ kind: 'done' });
  expect(await submissionActs(memory)).toHaveLength(1);
});

describe.each<Omit<Fault, 'call'>>([
  { when: 'before', kind: 'once' },
  { when: 'after', kind: 'once' },
])('a storage call that fails $when it took effect', (fault) => {
  test.each([RETURN, ACCEPT])('$act: all of it or nothing', async (action) => {
    let hits = 0;
    for (let call = 1; call <= 12; call++) {
      const memory = await reported(passingExaminer());
      const { store, hit } = faultyStore(memory, { ...fault, call });
      await actOnSubmission(store, REF(1), action).catch((error: Error) => {
        if (error.name !== 'StoreUnavailable') throw error;
      });
      if (!hit()) break;
      hits++;
      const logged = await submissionActs(memory);
      const after = await receipt(memory, 1);
      expect([0, 1]).toContain(logged.length);
      expect(after.state).toBe(logged.length === 1 ? action.act : 'submitted');
      if (after.state === 'returned') expect(after.returned!.comments).toEqual(COMMENTS);
      // Tried again it is done, whatever became of the first time.
      expect(['done', 'already']).toContain((await actOnSubmission(memory, REF(1), action)).kind);
      expect((await receipt(memory, 1)).state).toBe(action.act);
    }
    expect(hits).toBeGreaterThanOrEqual(4);
  });
});
