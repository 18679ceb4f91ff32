// The desk without a screen: what it shows when something does not work, and that it never sends what it could not read, nor what
// somebody has left.

import { Desk } from '../../addin/desk/desk';
import { explain } from '../../addin/desk/edits';
import { submitReport } from '../../addin/submit/submit-report';
import { open, world } from './desk-world';

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
