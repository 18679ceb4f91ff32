// Two reports of one unit under way at the same time, each sent by somebody who did not know of the other: one counts, and the
// other's sender is told which, whatever is judged first and whatever dies on the way.

import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import { eventOf, headKey, headOf, type SubmissionRef } from '../../../functions/receive/submission-rows';
import { openMemoryStore } from '../../../functions/store/memory-store';
import type { Store } from '../../../functions/store/store';
import { realPeriod } from '../../setup/real-form';
import { faultyStore } from './faulty-store';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const FORM = realPeriod(PLACE.period);
const FIRST: SubmissionRef = { ...PLACE, revision: 1 };
const SECOND: SubmissionRef = { ...PLACE, revision: 2 };

/** Stored, and neither judged. */
async function twoUnderWay(base: number | undefined) {
  const memory = openMemoryStore();
  for (const key of ['one', 'two']) {
    const upload = { ...PLACE, bytes: Buffer.from(key), idempotencyKey: key, receivedAt: '2024-06-14T00:00:00Z', base };
    expect(await accept(memory, upload, () => undefined)).toMatchObject({ kind: 'new' });
  }
  return memory;
}

const judge = (store: Store, ref: SubmissionRef) =>
  processSubmission({ store, examiner: passingExaminer(), forms: [FORM.definition] }, ref);
const countedIn = async (store: Store) =>
  headOf(await store.rows.get('khoa-giao~2024-H1', headKey(PLACE.unit))).counted;

test.each([
  ['the first', FIRST, SECOND],
  ['the second', SECOND, FIRST],
])('the one that is judged first counts: %s', async (_, quick, slow) => {
  const store = await twoUnderWay(0);
  expect(await judge(store, quick)).toMatchObject({ state: 'submitted' });
  expect(await judge(store, slow)).toMatchObject({ state: 'refused', code: 'NEWER_REVISION', newer: quick.revision });
  expect(await countedIn(store)).toBe(quick.revision);
  const quicks = (await findReceipt(store, FORM, quick, 'vi'))!.receipt;
  const slows = (await findReceipt(store, FORM, slow, 'vi'))!.receipt;
  expect(slows).toMatchObject({ state: 'refused', newer: { id: quicks.id, number: quicks.number } });
  expect(quicks).not.toHaveProperty('newer');
  // Asked again it stays so.
  expect(await judge(store, slow)).toMatchObject({ state: 'refused', newer: quick.revision });
  // Whoever has seen it may replace it.
  const upload = { ...PLACE, bytes: Buffer.from('three'), idempotencyKey: 'three', receivedAt: '2024-06-14T01:00:00Z' };
  const third = await accept(store, { ...upload, base: quick.revision }, () => undefined);
  expect(third).toMatchObject({ kind: 'new', ref: { revision: 3 } });
  expect(await judge(store, { ...PLACE, revision: 3 })).toMatchObject({ state: 'submitted' });
  expect(await countedIn(store)).toBe(3);
});

describe('a revision that was never given out, known from a store that was put back', () => {
  const AHEAD = 7;
  const upload = { ...PLACE, bytes: Buffer.from('late'), idempotencyKey: 'late', receivedAt: '2024-06-14T01:00:00Z' };

  test('replaces nothing unseen; whoever has seen what counts may', async () => {
    const store = await twoUnderWay(undefined);
    await judge(store, SECOND);
    expect(await accept(store, { ...upload, base: AHEAD }, () => undefined)).toEqual({ kind: 'newer', counted: 2 });
    expect(await accept(store, { ...upload, base: 2 }, () => undefined)).toMatchObject({ kind: 'new' });
    // The same try again, whatever it says it knew.
    const again = await accept(store, { ...upload, base: AHEAD }, () => undefined);
    expect(again).toEqual({ kind: 'repeated', ref: { ...PLACE, revision: 3 } });
  });

  test('is taken where nothing counts, and does not overtake one under way', async () => {
    const store = await twoUnderWay(AHEAD);
    expect(await judge(store, FIRST)).toMatchObject({ state: 'submitted' });
    expect(await judge(store, SECOND)).toMatchObject({ state: 'refused', code: 'NEWER_REVISION', newer: 1 });
  });

  test('one that is not judged yet was given out', async () => {
    const store = await twoUnderWay(0);
    expect(await accept(store, { ...upload, base: 2 }, () => undefined)).toMatchObject({ kind: 'new' });
    await judge(store, SECOND);
    expect(await judge(store, { ...PLACE, revision: 3 })).toMatchObject({ state: 'submitted' });
  });
});

test('where nobody said what they knew, the later counts', async () => {
  const store = await twoUnderWay(undefined);
  expect(await judge(store, FIRST)).toMatchObject({ state: 'submitted' });
  expect(await judge(store, SECOND)).toMatchObject({ state: 'submitted' });
  expect(await countedIn(store)).toBe(2);
});

test.each(Array.from({ length: 12 }, (_, i) => i + 1))('both judges at once, one dies at call %d', async (call) => {
  const memory = await twoUnderWay(0);
  const { store } = faultyStore(memory, { call, when: 'after', kind: 'dies' });
  await Promise.all([judge(store, FIRST).catch(() => undefined), judge(memory, SECOND)]);
  await judge(memory, FIRST);
  const events = [];
  for await (const row of memory.rows.query({ from: 'e~', before: 'e~~~~~' })) events.push(eventOf(row));
  const counted = await countedIn(memory);
  expect(events.map(({ revision, state, newer }) => [revision, state, newer])).toEqual(
    [1, 2].map((revision) =>
      revision === counted ? [revision, 'submitted', undefined] : [revision, 'refused', counted],
    ),
  );
});
