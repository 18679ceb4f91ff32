// What somebody left, changed or typed meanwhile: nothing is sent that was left, nothing overwritten that was typed, nothing typed
// is lost, and trying again repeats what did not work and nothing else.

import { explain, explanationOf, normalise } from '../../addin/desk/edits';
import { choosePeriod, openPeriod } from '../../addin/desk/periods';
import { FileChanged, type OpenReport } from '../../addin/report/open-report';
import { submitReport } from '../../addin/submit/submit-report';
import { changedReport } from '../setup/changed-cells';
import { until } from '../setup/until';
import { checkedIn, open, PLACE, type World, world } from './desk-world';

async function opened(changes: Parameters<typeof world>[0] = {}): Promise<World> {
  const made = await world(changes);
  await made.desk.use(open(made));
  return made;
}

const screen = ({ desk }: World) => desk.state.value.screen;
function again(made: World): void {
  const { again: repeat } = screen(made) as { again?: () => void };
  if (!repeat) throw new Error('Nothing to try again');
  repeat();
}

let error: jest.SpyInstance;
beforeEach(() => {
  error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => error.mockRestore());

test('trying again after a template that could not be had asks for templates, and sends nothing', async () => {
  const made = await opened();
  made.status = 503;
  await choosePeriod(made.desk, 'template');
  expect(screen(made)).toMatchObject({ kind: 'problem', problem: { status: 503 } });
  made.status = 200;
  again(made);
  await until(() => screen(made)?.kind === 'templates', 'The list of periods');
  expect(made.asked).toBe(2);
  expect(made.sent).toEqual([]);
});

test('a session that ended before a template was opened is asked for, and the template then opens', async () => {
  const made = await opened();
  let handed = 0;
  made.hand = async () => void handed++;
  made.status = 401;
  await openPeriod(made.desk, PLACE, 'template');
  expect(screen(made)).toEqual({ kind: 'signIn', ended: true });
  made.status = 200;
  await made.desk.signIn('demo-DV01');
  await until(() => handed === 1, 'The template');
});

test('an Excel that opens no workbook is said, with another way', async () => {
  const made = await opened();
  made.hand = async () => {
    throw new Error('GeneralException');
  };
  await openPeriod(made.desk, PLACE, 'template');
  expect(screen(made)).toMatchObject({ kind: 'problem', problem: { code: 'CANNOT_OPEN' } });
});

test('whoever leaves while a workbook is coming is not followed by it', async () => {
  const made = await opened();
  let handed = 0;
  made.hand = async () => void handed++;
  const coming = openPeriod(made.desk, PLACE, 'template');
  expect(screen(made)).toEqual({ kind: 'loading' });
  made.desk.show(undefined);
  await coming;
  expect(handed).toBe(0);
  expect(screen(made)).toBeUndefined();
});

test('who leaves the question for the code has left what was to follow', async () => {
  const made = await opened();
  made.desk.signOut();
  await submitReport(made.desk);
  expect(screen(made)).toEqual({ kind: 'signIn', ended: false });
  made.desk.show(undefined);
  expect(await made.desk.signIn('demo-DV01')).toBe('done');
  await made.desk.outbox.sendAll();
  expect(made.sent).toEqual([]);
  expect(screen(made)).toBeUndefined();
});

test('while Excel does not answer that is said, and a submission can be left; nothing is sent afterwards', async () => {
  const made = await opened();
  let answers = (): void => undefined;
  made.excel = new Promise((resolve) => {
    answers = resolve;
  });
  const pressing = submitReport(made.desk);
  await until(() => made.desk.state.value.excelWaits, 'What ends the waiting is said');
  (screen(made) as { cancel?: () => void }).cancel?.();
  expect(screen(made)).toBeUndefined();
  answers();
  await pressing;
  expect(made.sent).toEqual([]);
  expect(screen(made)).toBeUndefined();
  expect(made.desk.state.value.excelWaits).toBe(false);
  made.excel = undefined;
  await submitReport(made.desk);
  expect(made.sent).toHaveLength(1);
});

test('a second press shows how far the first is, and sends nothing', async () => {
  const made = await opened();
  await Promise.all([submitReport(made.desk), submitReport(made.desk)]);
  expect(made.sent).toHaveLength(1);
});

test('an explanation that is being typed goes along with the report', async () => {
  const made = await opened({ CT_A_05: 120 });
  await submitReport(made.desk);
  expect(made.desk.state.value).toMatchObject({ screen: undefined, stopped: true });
  made.desk.drafts.type('GT_A_06', 'Một số đảng viên đi học dài hạn', '');
  await submitReport(made.desk);
  expect(screen(made)).toMatchObject({ kind: 'receipt' });
  expect(explanationOf(made.desk, { name: 'CT_A_06' })?.text).toBe('Một số đảng viên đi học dài hạn');
  expect(made.desk.drafts.places).toEqual([]);
});

test('too short an explanation stays where it is being typed', async () => {
  const made = await opened({ CT_A_05: 120 });
  made.desk.drafts.type('GT_A_06', 'Vì  thế', '');
  await submitReport(made.desk);
  expect(made.written).toEqual([]);
  expect(made.desk.drafts.text('GT_A_06', '')).toBe('Vì  thế');
});

test('“Chuẩn hóa” leaves what was typed after its list was shown', async () => {
  const made = await opened({ CT_A_04: '1.250', CT_A_07: '31 ' });
  const shown = checkedIn(made).proposed;
  expect(shown.map(({ name }) => name)).toEqual(['CT_A_04', 'CT_A_07']);
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_04: 1300, CT_A_07: '31 ' });
  await normalise(made.desk, shown);
  expect(made.written.map(({ value }) => value)).toEqual([31]);
  expect(made.desk.state.value.notice).toBe('Đã ghi lại 1 ô. Để nguyên 1 ô vì nội dung đã đổi sau khi xem.');
});

test('what Excel made a day of is not proposed as a text, which it would make a day again', async () => {
  const made = await opened();
  const book = await changedReport('2024-H1', 'DV01', { GT_A_01: 45_357 });
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([key, cell]) => [key, cell.value === 45_357 ? { ...cell, date: true as const } : cell]),
    ),
  }));
  made.book = { ...book, sheets };
  await made.desk.checks.check('all');
  const { extracted, proposed } = checkedIn(made);
  expect(extracted.values.get('GT_A_01')?.value).toMatch(/\d/);
  expect(proposed).toEqual([]);
});

test('a read that failed is made good by the next one', async () => {
  const made = await opened();
  const report = made.desk.report as OpenReport;
  const asked: string[][] = [];
  const readAgain = report.excel!.readAgain;
  Object.assign(report.excel!, {
    readAgain: (...parts: Parameters<typeof readAgain>) => {
      asked.push(parts[1].map(({ sheet }) => sheet));
      return readAgain(...parts);
    },
  });
  made.broken = true;
  made.desk.touch({ sheet: 'PL1', inPlace: true });
  expect(await made.desk.checks.check('touched')).toBe(false);
  made.broken = false;
  made.desk.touch({ sheet: 'PL3', inPlace: true });
  expect(await made.desk.checks.check('touched')).toBe(true);
  expect(asked.at(-1)).toEqual(['PL1', 'PL3', 'ChiTieu']);
});

test('what somebody wrote into the sheet is newer than what they had begun to type beside the warning', async () => {
  const made = await opened({ CT_A_05: 120 });
  made.desk.drafts.type('GT_A_06', 'Một lý do đã gõ dở trong khung', '');
  made.book = await changedReport('2024-H1', 'DV01', { CT_A_05: 120, GT_A_06: 'Lý do đã ghi thẳng vào bảng' });
  await submitReport(made.desk);
  expect(screen(made)).toMatchObject({ kind: 'receipt' });
  expect(explanationOf(made.desk, { name: 'CT_A_06' })?.text).toBe('Lý do đã ghi thẳng vào bảng');
});

test('what is typed on while an explanation is being written stays', async () => {
  const made = await opened({ CT_A_05: 120 });
  made.desk.drafts.type('GT_A_06', 'Một số đảng viên đi học', '');
  const writing = explain(made.desk, { name: 'CT_A_06' }, 'Một số đảng viên đi học');
  made.desk.drafts.type('GT_A_06', 'Một số đảng viên đi học dài hạn', '');
  await writing;
  expect(made.desk.drafts.text('GT_A_06', 'Một số đảng viên đi học')).toBe('Một số đảng viên đi học dài hạn');
});

test('who leaves the list of “Chuẩn hóa” while Excel is busy has nothing rewritten', async () => {
  const made = await opened({ CT_A_04: '1.250' });
  const shown = checkedIn(made).proposed;
  made.desk.show({ kind: 'normalise', changes: shown });
  let answers = (): void => undefined;
  made.excel = new Promise((resolve) => {
    answers = resolve;
  });
  const writing = normalise(made.desk, shown);
  made.desk.show(undefined);
  answers();
  await writing;
  expect(made.written).toEqual([]);
});

test('a template that opens while something else is in front leaves that there', async () => {
  const made = await opened();
  let opens = (): void => undefined;
  made.hand = () =>
    new Promise((resolve) => {
      opens = resolve;
    });
  const opening = openPeriod(made.desk, PLACE, 'template');
  await until(() => screen(made)?.kind === 'loading', 'Loading');
  await new Promise((resolve) => setTimeout(resolve, 50));
  made.desk.show({ kind: 'away' });
  opens();
  await opening;
  expect(screen(made)).toEqual({ kind: 'away' });
  expect(made.desk.state.value.notice).toContain('Mẫu đã mở');
});

test('a file that can no longer be read stays so, whatever the centre then says', async () => {
  const made = await opened();
  const report = made.desk.report as OpenReport;
  Object.assign(report, { read: () => Promise.reject(new FileChanged('bao-cao.xlsx')) });
  await submitReport(made.desk);
  expect(made.desk.state.value.report).toMatchObject({ kind: 'unreadable', title: 'Tệp đã được lưu lại sau khi chọn' });
  await made.desk.checks.ask();
  expect(made.desk.state.value.report.kind).toBe('unreadable');
  expect(made.sent).toEqual([]);
});
