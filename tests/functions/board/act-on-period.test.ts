// A locked period takes no report, but for whom the board said so; and what the board does is done once and logged, whatever
// fails on the way.

import { actOnPeriod } from '../../../functions/board/act-on-period';
import { type Accepted, accept } from '../../../functions/receive/accept';
import { dueOf, type PeriodAct, periodActs, periodState } from '../../../functions/receive/period-state';
import { eventKey, headKey, partitionOf } from '../../../functions/receive/submission-rows';
import { openMemoryStore } from '../../../functions/store/memory-store';
import type { Store } from '../../../functions/store/store';
import { realPeriod } from '../../setup/real-form';
import { type Fault, faultyStore } from '../receive/faulty-store';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const FORM = realPeriod(PLACE.period);
const REASON = 'Đã hết hạn nộp báo cáo';
const LOCKED_AT = '2024-06-20T02:00:00.000Z';
const LOCK: PeriodAct = { act: 'locked', at: LOCKED_AT, by: 'BAN', reason: REASON };
const UNLOCK: PeriodAct = { ...LOCK, act: 'unlocked', at: '2024-06-21T02:00:00.000Z' };
const extension = (until: string, units?: string[]): PeriodAct => ({
  ...LOCK,
  act: 'extended',
  until,
  ...(units ? { units } : {}),
});

let key = 0;
function send(
  store: Store,
  receivedAt: string,
  changes: { unit?: string; idempotencyKey?: string } = {},
): Promise<Accepted> {
  const upload = { ...PLACE, unit: 'DV01', bytes: Buffer.from('a report'), idempotencyKey: `${++key}`, receivedAt };
  return accept(store, { ...upload, ...changes }, () => undefined);
}

async function storeAfter(...acts: PeriodAct[]): Promise<Store> {
  const store = openMemoryStore();
  for (const act of acts) expect(await actOnPeriod(store, PLACE, act)).toMatchObject({ kind: 'done' });
  return store;
}

describe('a locked period', () => {
  test('takes nothing and stores nothing', async () => {
    const store = await storeAfter(LOCK);
    expect(await send(store, '2024-06-20T03:00:00Z')).toEqual({
      kind: 'locked',
      lock: { at: LOCKED_AT, reason: REASON },
    });
    const stored: string[] = [];
    for await (const path of store.blobs.list('')) stored.push(path);
    for await (const { row } of store.rows.query({ partition: partitionOf(PLACE) })) stored.push(row);
    expect(stored).toEqual(['a~00000001', 'p~state']);
  });
  test('is another period’s business', async () => {
    const store = await storeAfter(LOCK);
    expect(
      await accept(
        store,
        {
          ...PLACE,
          period: '2024-Q2',
          unit: 'DV01',
          bytes: Buffer.from('x'),
          idempotencyKey: 'q',
          receivedAt: LOCKED_AT,
        },
        () => undefined,
      ),
    ).toMatchObject({ kind: 'new' });
  });
  test('is open again once it was unlocked', async () => {
    const store = await storeAfter(LOCK, UNLOCK);
    expect(await send(store, '2024-06-22T00:00:00Z')).toMatchObject({ kind: 'new' });
    expect(await periodState(store, PLACE)).toMatchObject({ lock: null, acts: 2 });
  });
  test('gives a try that was acknowledged before its receipt again, and no other', async () => {
    const store = openMemoryStore();
    const first = { idempotencyKey: 'before the lock' };
    expect(await send(store, '2024-06-19T00:00:00Z', first)).toMatchObject({ kind: 'new', ref: { revision: 1 } });
    await actOnPeriod(store, PLACE, LOCK);
    expect(await send(store, '2024-06-22T00:00:00Z', first)).toMatchObject({ kind: 'repeated', ref: { revision: 1 } });
    expect(await send(store, '2024-06-22T00:00:00Z')).toMatchObject({ kind: 'locked' });
  });
  test('takes back what the board sent back', async () => {
    const store = openMemoryStore();
    await send(store, '2024-06-19T00:00:00Z');
    await actOnPeriod(store, PLACE, LOCK);
    const event = await store.rows.get(partitionOf(PLACE), eventKey({ unit: 'DV01', revision: 1 }));
    const head = await store.rows.get(partitionOf(PLACE), headKey('DV01'));
    const values = { ...event!.values, state: 'returned' };
    await store.rows.transact(partitionOf(PLACE), [
      { replace: event!.row, values, etag: event!.etag },
      { replace: head!.row, values: { latest: 1, counted: 1 }, etag: head!.etag },
    ]);
    expect(await send(store, '2024-06-22T00:00:00Z')).toMatchObject({ kind: 'new', ref: { revision: 2 } });
    // It goes on until a correction counts: act-on-submission.test.ts.
    expect(await send(store, '2024-06-22T00:00:00Z')).toMatchObject({ kind: 'new', ref: { revision: 3 } });
    expect(await send(store, '2024-06-22T00:00:00Z', { unit: 'DV02' })).toMatchObject({ kind: 'locked' });
  });
});

describe('an extension', () => {
  const sent = async (store: Store, at: string, unit: string) => (await send(store, at, { unit })).kind;
  test('lets its units in until the day ends in Vietnam', async () => {
    const store = await storeAfter(extension('2024-06-25', ['DV01', 'DV03']), LOCK);
    expect(await sent(store, '2024-06-25T16:59:59.999Z', 'DV01')).toBe('new');
    expect(await sent(store, '2024-06-25T17:00:00.000Z', 'DV01')).toBe('locked');
    expect(await sent(store, '2024-06-25T10:00:00Z', 'DV03')).toBe('new');
    expect(await sent(store, '2024-06-25T10:00:00Z', 'DV02')).toBe('locked');
  });
  test('for all, given while it is locked', async () => {
    const store = await storeAfter(LOCK, extension('2024-06-25'));
    expect(await sent(store, '2024-06-25T10:00:00Z', 'DV02')).toBe('new');
    expect(await sent(store, '2024-06-26T10:00:00Z', 'DV02')).toBe('locked');
  });
  test('for all shortens nobody’s own; a later one of the same kind replaces it', async () => {
    const due = async (...acts: PeriodAct[]) => {
      const state = await periodState(await storeAfter(...acts), PLACE);
      return ['DV01', 'DV02'].map((unit) => dueOf(state, FORM, unit));
    };
    const [own, all] = [extension('2024-06-30', ['DV01']), extension('2024-06-25')];
    expect(await due()).toEqual(['2024-06-18', '2024-06-18']);
    expect(await due(own, all)).toEqual(['2024-06-30', '2024-06-25']);
    expect(await due(all, own)).toEqual(['2024-06-30', '2024-06-25']);
    expect(await due(own, extension('2024-06-20', ['DV01']))).toEqual(['2024-06-20', '2024-06-18']);
    expect(await due(all, extension('2024-06-18'))).toEqual(['2024-06-18', '2024-06-18']);
  });
});

test('locking twice is said, not done twice', async () => {
  const store = await storeAfter(LOCK);
  expect(await actOnPeriod(store, PLACE, { ...LOCK, at: UNLOCK.at })).toMatchObject({ kind: 'already' });
  expect(await periodActs(store, PLACE)).toEqual([LOCK]);
  expect(await actOnPeriod(store, { ...PLACE, period: '2024-Q1' }, UNLOCK)).toMatchObject({ kind: 'already' });
});

test('two at once: one of them is it, and nothing is lost', async () => {
  const store = openMemoryStore();
  const others = ['DV01', 'DV02', 'DV03', 'DV04'].map((unit) => extension('2024-06-25', [unit]));
  const done = await Promise.all(
    [...others, LOCK, { ...LOCK, by: 'BAN2' }].map((act) => actOnPeriod(store, PLACE, act)),
  );
  expect(done.map(({ kind }) => kind).sort()).toEqual(['already', 'done', 'done', 'done', 'done', 'done']);
  const state = await periodState(store, PLACE);
  expect(state).toMatchObject({ acts: 5, lock: { at: LOCKED_AT } });
  expect(Object.keys(state.untilFor).sort()).toEqual(['DV01', 'DV02', 'DV03', 'DV04']);
  expect(await periodActs(store, PLACE)).toHaveLength(5);
});

test.each<Omit<Fault, 'call'>>([
  { when: 'before', kind: 'once' },
  { when: 'after', kind: 'once' },
])('a storage call that fails $when it took effect: done once, or said not to be known', async (fault) => {
  for (let call = 1; call <= 3; call++) {
    const memory = openMemoryStore();
    const { store } = faultyStore(memory, { ...fault, call });
    const first = await actOnPeriod(store, PLACE, LOCK).catch((error: Error) => error.name);
    const again = await actOnPeriod(memory, PLACE, { ...LOCK, at: UNLOCK.at });
    expect(await periodActs(memory, PLACE)).toHaveLength(1);
    expect((await periodState(memory, PLACE)).lock?.reason).toBe(REASON);
    if (first === 'StoreUnavailable') expect(['done', 'already']).toContain(again.kind);
    else expect(again.kind).toBe('already');
  }
});

test('our own commit that comes back as a conflict is recognised', async () => {
  const memory = openMemoryStore();
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
  expect(await actOnPeriod(store, PLACE, extension('2024-06-25', ['DV01']))).toMatchObject({ kind: 'done' });
  expect(await periodActs(memory, PLACE)).toHaveLength(1);
});
