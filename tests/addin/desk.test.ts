// The desk without a screen: a report whose cells are given, a centre that answers as told. What it shows when something does
// not work, and that it never sends what it could not read.

import 'fake-indexeddb/auto';
import type { Centre } from '../../addin/centre';
import { Desk } from '../../addin/desk/desk';
import { explain } from '../../addin/desk/edits';
import { ownStorage } from '../../addin/own-storage';
import type { OpenReport } from '../../addin/report/open-report';
import { submitReport } from '../../addin/submit/submit-report';
import { vi } from '../../addin/words/vi';
import type { WorkbookCells } from '../../templates/cell/cell';
import { type Changes, changedReport } from '../setup/changed-cells';
import { realForm } from '../setup/real-form';

const unit = realForm().units[0]!;
const NO_HISTORY = { values: {}, rows: {} };
const UNIT_FILE = {
  form: 'khoa-giao',
  period: '2024-H1',
  unit,
  due: '2024-06-18',
  dueOfPeriod: '2024-06-18',
  locked: null,
};

interface World {
  readonly desk: Desk;
  readonly notes: Map<string, string>;
  readonly sent: string[];
  book: WorkbookCells;
  broken: boolean;
  /** `undefined`: the network is away. */
  status: number | undefined;
}

let number = 0;
async function world(changes: Changes = {}): Promise<World> {
  const notes = new Map([['session', JSON.stringify({ token: 't', role: 'unit', unit: 'DV01' })]]);
  const sent: string[] = [];
  const made = { notes, sent, book: await changedReport('2024-H1', 'DV01', changes), broken: false, status: 200 } as {
    -readonly [K in keyof World]: World[K];
  };
  const answer = async (body: unknown) => {
    if (made.status === undefined) throw new TypeError('away');
    if (made.status === 200) return { ok: true, status: 200, body };
    return { ok: false, problem: { status: made.status, code: '', title: '', detail: '' } };
  };
  const centre = {
    definition: () => answer(realForm()),
    unitFile: () => answer({ ...UNIT_FILE, history: NO_HISTORY, counted: 0, submissions: [] }),
    submit: (_: string, __: unknown, ___: unknown, key: string) => {
      sent.push(key);
      return answer({
        id: 'khoa-giao.2024-H1.DV01.1',
        number: 'KG',
        receivedAt: '2024-06-14T02:00:00Z',
        state: 'submitted',
        sha256: 'ab',
        violations: [],
      });
    },
  } as unknown as Centre;
  made.desk = new Desk({
    connect: () => centre,
    storage: ownStorage(`.desk${++number}`),
    notes: {
      read: (name) => notes.get(name),
      write: (name, text) => void (text === undefined ? notes.delete(name) : notes.set(name, text)),
    },
    words: vi,
    now: () => new Date('2024-06-14T02:00:00Z'),
    uuid: () => `key-${++number}`,
    wait: async () => undefined,
    hand: async () => undefined,
    describe: () => ({ title: '', detail: '' }),
  });
  return made;
}

/** Open in an Excel that can stop answering. */
function open(made: World): OpenReport {
  const work = async <T>(result: T): Promise<T> => {
    if (made.broken) throw new Error('Excel does not answer');
    return result;
  };
  return {
    read: () => work(made.book),
    bytes: () => work(new Uint8Array([80, 75])),
    excel: {
      readAgain: () => work(made.book),
      watch: async () => () => undefined,
      goTo: () => work(undefined),
      write: () => work(undefined),
      kept: async () => undefined,
      keep: async () => undefined,
    },
  };
}

let error: jest.SpyInstance;
beforeEach(() => {
  error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => error.mockRestore());

test('reads, checks, submits', async () => {
  const made = await world();
  await made.desk.use(open(made));
  expect(made.desk.state.value.report.kind).toBe('checked');
  await submitReport(made.desk);
  expect(made.desk.state.value.screen).toMatchObject({ kind: 'receipt', receipt: { state: 'submitted' } });
  expect(made.sent).toHaveLength(1);
});

test('an Excel that stops answering disturbs nobody in the background, and stops a submission', async () => {
  const made = await world();
  await made.desk.use(open(made));
  made.broken = true;
  await made.desk.checks.check('all');
  expect(made.desk.state.value).toMatchObject({ report: { kind: 'checked' }, checking: false });
  expect(made.desk.state.value.screen).toBeUndefined();
  await submitReport(made.desk);
  expect(made.desk.state.value.screen).toMatchObject({ kind: 'failed' });
  expect(made.sent).toEqual([]);
  made.broken = false;
  await submitReport(made.desk);
  expect(made.sent).toHaveLength(1);
});

test('an Excel that does not answer at all is said', async () => {
  const made = await world();
  made.broken = true;
  await made.desk.use(open(made));
  expect(made.desk.state.value.screen).toMatchObject({ kind: 'failed' });
});

test('a cell that cannot be written is said', async () => {
  const made = await world({ CT_A_05: 120 });
  await made.desk.use(open(made));
  made.broken = true;
  await explain(made.desk, { name: 'CT_A_06' }, 'Một số đảng viên đi học dài hạn');
  expect(made.desk.state.value.screen).toEqual({ kind: 'failed' });
});

test('what stands in the way is shown and nothing is sent', async () => {
  const made = await world({ CT_A_05: 99_999 });
  await made.desk.use(open(made));
  await submitReport(made.desk);
  expect(made.desk.state.value).toMatchObject({ screen: undefined, stopped: true });
  expect(made.sent).toEqual([]);
});

test('offline it judges by what this computer knows, and queues', async () => {
  const made = await world();
  await made.desk.use(open(made));
  made.status = undefined;
  await made.desk.refresh();
  expect(made.desk.state.value).toMatchObject({ report: { kind: 'checked' }, online: false });
  await submitReport(made.desk);
  expect(made.desk.state.value).toMatchObject({ screen: { kind: 'queued', kept: true }, waiting: [{ unit: 'DV01' }] });
  // Or it would try for ever.
  await made.desk.outbox.cancel(made.desk.state.value.waiting[0]!.key);
});

test('offline on a computer that never knew the form it says so', async () => {
  const made = await world();
  made.status = undefined;
  await made.desk.use(open(made));
  expect(made.desk.state.value.report.kind).toBe('unknownForm');
});

test('a session that the centre no longer takes is forgotten; a spoilt one was never one', async () => {
  const made = await world();
  made.status = 401;
  await made.desk.use(open(made));
  expect(made.desk.state.value.session).toBeUndefined();
  expect(made.notes.has('session')).toBe(false);
  const parts = { ...made.desk.parts, notes: { read: () => '{"token":1', write: () => undefined } };
  expect(new Desk(parts).state.value.session).toBeUndefined();
});
