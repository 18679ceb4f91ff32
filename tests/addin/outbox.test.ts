// Tries that wait, without a browser: what each answer of the centre means for them, that none is lost or sent under another key,
// and that they are where the next window finds them.

import 'fake-indexeddb/auto';
import type { Answer, Centre } from '../../addin/centre';
import { type Attempt, ownStorage } from '../../addin/own-storage';
import { Outbox } from '../../addin/submit/outbox';
import type { Outcome } from '../../addin/submit/send-attempt';
import type { Receipt } from '../../templates/receipt/receipt';

const REPORT = { form: 'khoa-giao', version: '2024.1', period: '2024-H1', unit: 'DV01', values: {}, annexes: {} };
const RECEIPT = {
  id: 'khoa-giao.2024-H1.DV01.1',
  revision: 1,
  state: 'submitted',
  violations: [],
} as unknown as Receipt;
const refused = (status: number, code = ''): Answer<Receipt> => ({
  ok: false,
  problem: { status, code, title: '', detail: '' },
});
const stored = (state: Receipt['state']): Answer<Receipt> => ({ ok: true, status: 202, body: { ...RECEIPT, state } });

let number = 0;
const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  key: `key-${++number}`,
  form: 'khoa-giao',
  period: '2024-H1',
  unit: 'DV01',
  base: 0,
  body: new Uint8Array([80, 75]),
  report: REPORT,
  madeAt: '2024-06-14T02:00:00Z',
  tries: 0,
  ...more,
});

interface Made {
  readonly box: Outbox;
  readonly keys: string[];
  readonly bases: (number | undefined)[];
  readonly ended: [string, Outcome['kind']][];
  readonly state: { session: { token: string; role: 'unit'; unit: string } | undefined };
  readonly partition: string;
  /** What happens while the centre has the try. */
  during?: () => Promise<void>;
}

/** An outbox over a database of its own and a centre that gives these answers, one after the other. */
function outbox(answers: (Answer<Receipt> | 'away')[], polled: Answer<Receipt>[] = [], partition = `.${++number}`) {
  const keys: string[] = [];
  const bases: (number | undefined)[] = [];
  const ended: [string, Outcome['kind']][] = [];
  const centre = {
    submit: async (_token: string, _place: unknown, _body: unknown, key: string, { base }: { base?: number }) => {
      keys.push(key);
      bases.push(base);
      await made.during?.();
      const answer = answers.shift() ?? stored('submitted');
      if (answer === 'away') throw new TypeError('away');
      return answer;
    },
    submission: async () => polled.shift() ?? stored('submitted'),
  } as unknown as Centre;
  const state: Made['state'] = { session: { token: 't', role: 'unit', unit: 'DV01' } };
  const box = new Outbox({
    storage: ownStorage(partition),
    centre: () => centre,
    session: () => state.session,
    wait: async () => undefined,
    changed: () => undefined,
    ended: async (one, outcome) => void ended.push([one.key, outcome.kind]),
    sessionEnded: () => {
      state.session = undefined;
    },
  });
  const made: Made = { box, keys, bases, ended, state, partition };
  return made;
}

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
});
afterAll(() => {
  jest.useRealTimers();
});

test.each<[string, Answer<Receipt> | 'away', Outcome['kind'], boolean]>([
  ['the network is away', 'away', 'later', true],
  ['a busy centre', refused(503), 'later', true],
  ['too many requests', refused(429), 'later', true],
  ['an ended session', refused(401), 'later', true],
  ['a gateway’s own error', refused(502, 'HTTP'), 'later', true],
  ['violations', refused(422, 'VIOLATIONS'), 'refused', false],
  ['a locked period', refused(423, 'PERIOD_LOCKED'), 'refused', false],
  ['a newer report', refused(409, 'NEWER_REVISION'), 'refused', false],
  ['too large', refused(413), 'refused', false],
  ['a receipt', stored('submitted'), 'received', false],
])('%s', async (_, answer, kind, waits) => {
  const { box, partition } = outbox([answer]);
  const { outcome, kept } = await box.send(attempt());
  expect(kept).toBe(true);
  expect(outcome.kind).toBe(kind);
  expect(box.waiting).toHaveLength(waits ? 1 : 0);
  expect(await ownStorage(partition).attempts()).toHaveLength(waits ? 1 : 0);
});

test('what is stored and not yet judged is asked after, and a late refusal is one', async () => {
  const { box } = outbox(
    [stored('received')],
    [stored('received'), { ok: true, status: 200, body: { ...RECEIPT, state: 'refused' } }],
  );
  const { outcome } = await box.send(attempt());
  expect(outcome).toMatchObject({ kind: 'refused', problem: { status: 422, receipt: { state: 'refused' } } });
});

test('a report that another has overtaken while it was judged is a newer one', async () => {
  const newer = { id: 'khoa-giao.2024-H1.DV01.2', number: 'KG-2024-H1-DV01-02' };
  const overtaken: Answer<Receipt> = { ok: true, status: 200, body: { ...RECEIPT, state: 'refused', newer } };
  const latest: Answer<Receipt> = { ok: true, status: 200, body: { ...RECEIPT, ...newer } };
  const { box } = outbox([stored('received')], [overtaken, latest]);
  const { outcome } = await box.send(attempt());
  expect(outcome).toMatchObject({ kind: 'refused', problem: { status: 409, code: 'NEWER_REVISION', latest: newer } });
  // Where the other cannot be had the try waits, and the door says it again.
  const waits = outbox([stored('received')], [overtaken, refused(503)]);
  expect((await waits.box.send(attempt())).outcome).toEqual({ kind: 'later', why: 'busy' });
  expect(waits.box.waiting).toHaveLength(1);
});

test('the next window sends what waited, under the key it had', async () => {
  const first = outbox(['away']);
  const one = attempt();
  await first.box.send(one);
  const next = outbox([stored('submitted')], [], first.partition);
  await next.box.open();
  expect(next.keys).toEqual([one.key]);
  expect(next.ended).toEqual([[one.key, 'received']]);
  expect(await ownStorage(first.partition).attempts()).toEqual([]);
});

test('a try that was under way when the window died is sent again by the next', async () => {
  const partition = '.died';
  const one = attempt();
  await ownStorage(partition).keepAttempt(one);
  const next = outbox([], [], partition);
  await next.box.open();
  expect(next.keys).toEqual([one.key]);
});

test('nobody sends another unit’s report, nor without being signed in', async () => {
  const { box, keys, state } = outbox(['away']);
  await box.send(attempt());
  state.session = { token: 't', role: 'unit', unit: 'DV02' };
  await box.sendAll();
  state.session = undefined;
  await box.sendAll();
  expect(keys).toHaveLength(1);
  expect(box.waiting).toHaveLength(1);
});

test('what was refused after waiting stays for a person to see, and is not sent again', async () => {
  const { box, keys } = outbox(['away', refused(423, 'PERIOD_LOCKED')]);
  await box.send(attempt());
  await box.sendAll();
  await box.sendAll();
  expect(keys).toHaveLength(2);
  expect(box.waiting).toMatchObject([{ problem: { code: 'PERIOD_LOCKED' } }]);
});

test('what was refused at its first repetition stays too: nobody saw it', async () => {
  const partition = '.unseen';
  await ownStorage(partition).keepAttempt(attempt());
  const next = outbox([refused(422, 'VIOLATIONS')], [], partition);
  await next.box.open();
  expect(next.box.waiting).toMatchObject([{ problem: { code: 'VIOLATIONS' } }]);
  expect(await ownStorage(partition).attempts()).toMatchObject([{ problem: { code: 'VIOLATIONS' } }]);
});

test('tries of one report go in the order they were made, and a later one replaces the earlier', async () => {
  const partition = '.order';
  const [second, first] = [
    attempt({ key: 'a', madeAt: '2024-06-14T03:00:00Z' }),
    attempt({ key: 'b', madeAt: '2024-06-14T02:00:00Z' }),
  ];
  for (const one of [second, first]) await ownStorage(partition).keepAttempt(one);
  const next = outbox([stored('submitted')], [], partition);
  await next.box.open();
  expect(next.keys).toEqual(['b', 'a']);
  expect(next.bases).toEqual([0, 1]);
});

test('a later try does not pass an earlier one that still waits, nor does one that has just been found to', async () => {
  const { box, keys } = outbox(['away', 'away']);
  const first = attempt();
  await box.send(first);
  const second = attempt({ madeAt: '2024-06-14T03:00:00Z' });
  expect((await box.send(second)).outcome).toEqual({ kind: 'later', why: 'away' });
  expect(keys).toEqual([first.key, first.key]);
  const third = attempt({ madeAt: '2024-06-14T04:00:00Z' });
  expect((await box.send(third, undefined, 'busy')).outcome).toEqual({ kind: 'later', why: 'busy' });
  expect(keys).toHaveLength(2);
  // Another report has nothing to do with it.
  const other = attempt({ period: '2024-Q3' });
  expect((await box.send(other)).outcome.kind).toBe('received');
});

test('an earlier one that was refused is moot once a later one is received', async () => {
  const { box } = outbox(['away', refused(423, 'PERIOD_LOCKED')]);
  await box.send(attempt());
  await box.sendAll();
  expect(box.waiting).toHaveLength(1);
  await box.send(attempt({ madeAt: '2024-06-14T03:00:00Z' }));
  expect(box.waiting).toEqual([]);
});

test('a try that another window cancelled while it was under way does not come back', async () => {
  const partition = '.back';
  const one = attempt();
  await ownStorage(partition).keepAttempt(one);
  const first = outbox(['away'], [], partition);
  const other = outbox([], [], partition);
  first.during = () => other.box.cancel(one.key);
  await first.box.open();
  expect(await ownStorage(partition).attempts()).toEqual([]);
  expect(first.box.waiting).toEqual([]);
});

test('a database that the browser closes is opened again, and is missed by nobody', async () => {
  const { box, partition } = outbox(['away']);
  await box.send(attempt());
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(`khoa-giao${partition}`).onsuccess = resolve;
  });
  const { outcome, kept } = await box.send(attempt({ madeAt: '2024-06-14T03:00:00Z' }), undefined, 'away');
  expect({ outcome, kept }).toEqual({ outcome: { kind: 'later', why: 'away' }, kept: true });
  expect(await ownStorage(partition).attempts()).toHaveLength(1);
});

test('a busy centre is not asked more often because more waits, and may still take another report', async () => {
  const busy = refused(503);
  const { box, keys } = outbox([busy, busy, stored('submitted')]);
  const first = attempt();
  await box.send(first);
  await box.send(attempt({ madeAt: '2024-06-14T03:00:00Z' }));
  expect(keys).toEqual([first.key, first.key]);
  expect((await box.send(attempt({ period: '2024-Q1', madeAt: '2024-06-14T04:00:00Z' }))).outcome.kind).toBe(
    'received',
  );
  keys.length = 0;
  // The first was tried twice: its pause counts, not that of those behind it.
  await pass(19_000);
  expect(keys).toEqual([]);
  await pass(2_000);
  expect(keys).toHaveLength(2);
});

test('a browser that throws where a page may keep nothing costs nothing but the memory', async () => {
  const { open: opens } = indexedDB;
  indexedDB.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  try {
    const { box } = outbox(['away']);
    expect(await box.send(attempt())).toEqual({ outcome: { kind: 'later', why: 'away' }, kept: false });
    expect(box.isUnkept).toBe(true);
    expect((await box.sendAll()) ?? 'sent').toBe('sent');
  } finally {
    indexedDB.open = opens;
  }
});

test('a cancelled try is gone, from the disk too', async () => {
  const { box, keys, partition } = outbox(['away']);
  const one = attempt();
  await box.send(one);
  await box.cancel(one.key);
  await box.sendAll();
  expect(keys).toHaveLength(1);
  expect(await ownStorage(partition).attempts()).toEqual([]);
});

test('what another window has cancelled is not sent by this one', async () => {
  const first = outbox(['away']);
  const one = attempt();
  await first.box.send(one);
  const other = outbox(['away'], [], first.partition);
  await other.box.open();
  expect(other.keys).toHaveLength(1);
  await other.box.cancel(one.key);
  await first.box.sendAll();
  expect(first.keys).toHaveLength(1);
  expect(first.box.waiting).toEqual([]);
});

test('it tries again by itself, later and later', async () => {
  const { box, keys } = outbox(['away', 'away']);
  await box.send(attempt());
  expect(keys).toHaveLength(1);
  await pass(10_000);
  expect(keys).toHaveLength(2);
  await pass(19_000);
  expect(keys).toHaveLength(2);
  await pass(2_000);
  expect(keys).toHaveLength(3);
  expect(box.waiting).toEqual([]);
});

/** The clock goes on, and the database, which keeps its own time, comes to rest. */
async function pass(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
}
