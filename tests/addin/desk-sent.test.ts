// What was sent, and when its answer came: reports that wait go in their order, a receipt stands in the file it belongs to and in no
// other, and what the centre knows is waited for only where nobody knows better.

import { sendNow, submitReport } from '../../addin/submit/submit-report';
import { changedReport } from '../setup/changed-cells';
import { until } from '../setup/until';
import { checkedIn, open, PLACE, receiptOf, type World, world } from './desk-world';

async function opened(changes: Parameters<typeof world>[0] = {}, partition?: string): Promise<World> {
  const made = await world(changes, partition);
  await made.desk.use(open(made));
  return made;
}
const state = ({ desk }: World) => desk.state.value;

test('submitted twice while the network is away: both arrive, the later one last and over the earlier one', async () => {
  const made = await opened();
  made.status = undefined;
  await submitReport(made.desk);
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_17: 41 });
  await submitReport(made.desk);
  expect(state(made).waiting).toHaveLength(2);
  made.status = 200;
  await made.desk.outbox.sendAll();
  expect(made.sent.map(({ base }) => base)).toEqual([0, 1]);
  expect(state(made).waiting).toEqual([]);
  await until(() => made.keptInFile.at(-1)?.receipt.revision === 2, 'The second receipt in the file');
  expect(state(made).changes).toEqual([]);
});

test('one that waits goes first when the next is submitted, and what it replaces is then asked', async () => {
  const made = await opened();
  made.status = undefined;
  await submitReport(made.desk);
  made.status = 200;
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_17: 41 });
  await submitReport(made.desk);
  expect(made.sent).toHaveLength(1);
  expect(state(made).screen).toMatchObject({ kind: 'confirm', replaced: { revision: 1 } });
  await submitReport(made.desk, 1);
  expect(made.sent.map(({ base }) => base)).toEqual([0, 1]);
});

test('the receipt is seen before Excel has written it', async () => {
  const made = await opened();
  const report = open(made);
  let keeps = (): void => undefined;
  const keeping = new Promise<void>((resolve) => {
    keeps = resolve;
  });
  Object.assign(report.excel!, { keep: () => keeping });
  await made.desk.use(report);
  const sending = submitReport(made.desk);
  await until(() => state(made).screen?.kind === 'receipt', 'The receipt');
  keeps();
  await sending;
});

test('a file that was closed before its receipt came is given it at the next opening', async () => {
  const first = await opened({}, '.closed');
  const report = open(first);
  Object.assign(report.excel!, { keep: () => Promise.reject(new Error('closed')) });
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await first.desk.use(report);
  await submitReport(first.desk);
  warn.mockRestore();
  const next = await world({}, '.closed');
  next.submissions = [receiptOf(1)];
  await next.desk.use(open(next));
  expect(next.keptInFile.map(({ receipt }) => receipt.number)).toEqual(['KG-1']);
  expect(state(next).changes).toEqual([]);
});

test('another copy, in which something else stands, is given no receipt but told the difference', async () => {
  const first = await opened({}, '.copy');
  await submitReport(first.desk);
  const copy = await world({ CT_A_17: 77 }, '.copy');
  copy.submissions = [receiptOf(1)];
  await copy.desk.use(open(copy));
  expect(copy.keptInFile).toEqual([]);
  expect(state(copy).changes).toMatchObject([{ name: 'CT_A_17', mine: 77 }]);
});

test('a report that waited is announced and does not push the screen away; its receipt comes into the file it was taken from', async () => {
  const made = await opened();
  made.status = undefined;
  await submitReport(made.desk);
  made.desk.show(undefined);
  made.status = 200;
  await made.desk.outbox.sendAll();
  expect(state(made).screen).toBeUndefined();
  expect(state(made).notice).toContain('KG-1');
  await until(() => made.keptInFile.length === 1, 'The receipt in the file');
});

test('an answer that comes again after a later report does not make the file older', async () => {
  const made = await opened();
  await submitReport(made.desk);
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_17: 41 });
  await submitReport(made.desk, 1);
  expect(state(made).kept?.receipt.revision).toBe(2);
  const { canonical } = checkedIn(made);
  await made.desk.ended?.(
    { ...PLACE, key: 'k', base: 0, body: canonical, report: canonical, madeAt: '', tries: 1 },
    { kind: 'received', receipt: receiptOf(1) },
  );
  expect(state(made).kept?.receipt.revision).toBe(2);
  expect(made.keptInFile.at(-1)?.receipt.revision).toBe(2);
});

test('“Gửi ngay” with a session that has ended asks for the code and goes on', async () => {
  const made = await opened();
  made.status = undefined;
  await submitReport(made.desk);
  const attempt = state(made).waiting[0]!;
  await sendNow(made.desk, attempt);
  expect(state(made).notice).toBe('Không nối được tới hệ thống. Kiểm tra mạng rồi thử lại.');
  made.status = 401;
  await sendNow(made.desk, attempt);
  expect(state(made).screen).toEqual({ kind: 'signIn', ended: true });
  made.status = 200;
  await made.desk.signIn('demo-DV01');
  await until(() => made.sent.length === 1, 'Sent');
});

test('a session that ends while nobody looks is forgotten, so that the badge asks for it', async () => {
  const made = await opened();
  made.status = undefined;
  await submitReport(made.desk);
  made.status = 401;
  await made.desk.outbox.sendAll();
  expect(state(made)).toMatchObject({ session: undefined, waiting: [{ unit: 'DV01' }] });
  await made.desk.outbox.cancel(state(made).waiting[0]!.key);
});

test('a centre that says nothing holds up nobody who has been here before', async () => {
  await opened({}, '.before');
  const made = await world({}, '.before');
  made.status = 'silent';
  void made.desk.use(open(made));
  await until(() => state(made).report.kind === 'checked', 'Checked by what this computer knows');
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_05: 99_999 });
  await made.desk.checks.check('all');
  expect(state(made).report).toMatchObject({ verdict: { blocked: true } });
});

test('a revision of ours that the centre refused since does not hide the one that counts', async () => {
  const made = await opened({}, '.refused-since');
  const { canonical: report } = checkedIn(made);
  await made.storage.keepSent({ receipt: receiptOf(5, { state: 'received' }), report });
  made.submissions = [receiptOf(5, { state: 'refused' }), receiptOf(4)];
  await submitReport(made.desk);
  expect(state(made).screen).toMatchObject({ kind: 'conflict', latest: { revision: 4 } });
  expect(made.sent).toEqual([]);
});

test('what a gateway says without words is said in ours', async () => {
  const made = await opened();
  made.status = 502;
  expect(await made.desk.signIn('demo-DV01')).toEqual({ detail: expect.stringContaining('502') });
  made.status = 418;
  expect(await made.desk.signIn('demo-DV01')).toEqual({ detail: expect.stringContaining('418') });
});

test('why a form is not known is told: no network, or what the centre said', async () => {
  const away = await world();
  away.status = undefined;
  await away.desk.use(open(away));
  expect(state(away).report).toMatchObject({ kind: 'unknownForm', why: 'away' });
  const refused = await world();
  refused.status = 404;
  await refused.desk.use(open(refused));
  expect(state(refused).report).toMatchObject({ kind: 'unknownForm', why: { status: 404 } });
});

test('a second press, after the receipt, is another report; nothing stays in front', async () => {
  const made = await opened();
  const report = open(made);
  let keeps = (): void => undefined;
  Object.assign(report.excel!, {
    keep: () =>
      new Promise<void>((resolve) => {
        keeps = resolve;
      }),
  });
  await made.desk.use(report);
  const sending = submitReport(made.desk);
  await until(() => state(made).screen?.kind === 'receipt', 'The receipt');
  // Somebody is typing in a cell, so that Excel has not written it yet.
  await submitReport(made.desk);
  expect(state(made).screen).toMatchObject({ kind: 'confirm', replaced: { revision: 1 } });
  keeps();
  await sending;
});

test('a unit file that the centre has no time for leaves what was known of it, and what is replaced is asked', async () => {
  const made = await opened();
  await submitReport(made.desk);
  made.desk.show(undefined);
  made.unitFileStatus = 503;
  await submitReport(made.desk);
  expect(state(made)).toMatchObject({ unitFile: { counted: 1 }, screen: { kind: 'confirm' } });
});

test('an answer that is overtaken by a newer one is not taken', async () => {
  const made = await opened();
  let comes = (): void => undefined;
  made.unitFileLate = new Promise((resolve) => {
    comes = resolve;
  });
  const before = made.submissions;
  const older = made.desk.checks.ask();
  made.unitFileLate = undefined;
  await submitReport(made.desk);
  made.submissions = before;
  comes();
  await older;
  expect(state(made).unitFile?.submissions).toHaveLength(1);
});

test('who signs out takes along what the centre told them', async () => {
  const made = await opened();
  made.submissions = [receiptOf(1)];
  await made.desk.refresh();
  expect(state(made).unitFile?.counted).toBe(1);
  made.desk.signOut();
  await made.desk.checks.check('all');
  expect(state(made).unitFile).toBeUndefined();
});

test('a verdict that comes after the receipt is said', async () => {
  const made = await opened();
  made.submissions = [receiptOf(1, { state: 'received' })];
  await made.desk.refresh();
  made.submissions = [receiptOf(1, { state: 'refused' })];
  await made.desk.checks.ask();
  expect(state(made).notice).toBe('Kết quả kiểm tra KG-1: chưa đạt.');
});

test('the first sign-in shows that the report is being read, never that something failed', async () => {
  const seen: string[] = [];
  const fresh = await world();
  fresh.desk.signOut();
  await fresh.desk.use(open(fresh));
  expect(state(fresh).report).toMatchObject({ kind: 'unknownForm', why: 'signIn' });
  fresh.desk.state.listen(() => seen.push(state(fresh).report.kind));
  await fresh.desk.signIn('demo-DV01');
  expect(new Set(seen)).toEqual(new Set(['reading', 'checked']));
});
