// Lock, unlock, extend over HTTP: who may, what is asked for, what the units then hear, and that the board finds it all again.

import { randomUUID } from 'node:crypto';
import { dayInVietnam, formatDay } from '../../../templates/reporting-period/day';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample } from '../../setup/samples';
import { read, valuesOf } from '../xlsx/raw-workbook';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const REASON = 'Đã tổng hợp xong để báo cáo Tỉnh ủy';
const FUTURE = '2999-12-31';

let centre: RunningCentre;
let board: string;
let units: Record<string, string>;
beforeAll(async () => {
  centre = await startCentre();
  board = await centre.token('demo-BAN');
  const codes = ['DV01', 'DV02', 'DV03'];
  units = Object.fromEntries(await Promise.all(codes.map(async (code) => [code, await centre.token(`demo-${code}`)])));
});
afterAll(() => centre.stop());

const post = (path: string, token: string | undefined, body: unknown, period = PLACE.period, language = 'vi') =>
  fetch(`${centre.api}/forms/khoa-giao/periods/${period}/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const submit = (unit: string, key: string = randomUUID()) =>
  centre.client.submit(units[unit]!, PLACE, sample(PLACE.period, unit), key);
const status = async () => {
  const path = `${centre.api}/forms/khoa-giao/periods/2024-H1/status`;
  return (await (await fetch(path, { headers: { authorization: `Bearer ${board}` } })).json()) as {
    locked: unknown;
    extensions: unknown[];
    received: number;
    units: { unit: string; due: string; onTime: boolean | null; revision: number }[];
  };
};

test.each(['lock', 'unlock', 'extend'])('%s is the board’s', async (path) => {
  const body = { reason: REASON, ...(path === 'extend' ? { until: FUTURE } : {}) };
  expect(await codeOf(await post(path, units.DV01, body))).toEqual([403, 'NOT_ALLOWED']);
  expect(await codeOf(await post(path, undefined, body))).toEqual([401, 'NOT_SIGNED_IN']);
  expect(await codeOf(await post(path, board, body, '2031-H1'))).toEqual([404, 'NOT_FOUND']);
  expect(await status()).toMatchObject({ locked: null, extensions: [] });
});

test.each([
  ['lock', ''],
  ['lock', {}],
  ['lock', { reason: 'quá ngắn' }],
  ['lock', { reason: '            ' }],
  ['lock', { reason: 'x'.repeat(501) }],
  ['lock', { reason: REASON, until: FUTURE }],
  ['unlock', { reason: 'không' }],
  ['extend', { reason: REASON }],
  ['extend', { reason: REASON, until: '31/12/2024' }],
  ['extend', { reason: REASON, until: '2024-02-30' }],
  ['extend', { reason: REASON, until: '2024-06-17' }],
  ['extend', { reason: REASON, until: FUTURE, units: [] }],
  ['extend', { reason: REASON, until: FUTURE, units: ['DV01', 'DV99'] }],
])('%s with %j is refused and changes nothing', async (path, body) => {
  expect(await codeOf(await post(path, board, body))).toEqual([400, 'BAD_REQUEST']);
  expect(await status()).toMatchObject({ locked: null, extensions: [] });
});

test('what is not locked cannot be unlocked', async () => {
  expect(await codeOf(await post('unlock', board, { reason: REASON }))).toEqual([409, 'NOT_LOCKED']);
});

test('a period from open to locked, extended and open again', async () => {
  const key = randomUUID();
  const first = await submit('DV01', key);
  if (!first.ok) throw new Error(first.problem.detail);

  const locked = await centre.client.lock(board, PLACE, REASON);
  expect(locked).toEqual({
    ok: true,
    status: 200,
    body: { ...PLACE, locked: { at: expect.stringMatching(/^\d{4}-.*Z$/), reason: REASON }, extensions: [] },
  });
  expect(await codeOf(await post('lock', board, { reason: REASON }))).toEqual([409, 'ALREADY_LOCKED']);

  // A late report is told so; nothing of it is kept. The receipt that was given out is given again.
  const late = await submit('DV02');
  expect(late).toMatchObject({
    ok: false,
    problem: {
      status: 423,
      code: 'PERIOD_LOCKED',
      title: 'Kỳ báo cáo đã khóa',
      violations: [{ rule: 'R005', severity: 'error' }],
    },
  });
  const said = late.ok ? '' : late.problem.violations![0]!.message;
  expect(said).toMatch(/^6 tháng đầu năm 2024 đã khóa từ ngày \d+\/\d+\/\d{4} nên .*Liên hệ Ban/);
  expect(said).toContain(` từ ngày ${formatDay(dayInVietnam(new Date().toISOString()))} `);
  expect(await submit('DV01', key)).toMatchObject({ ok: true, status: 200, body: { id: first.body.id } });
  expect((await submit('DV01')).ok).toBe(false);
  expect((await status()).units.map(({ revision }) => revision)).toEqual([1, ...Array<number>(11).fill(0)]);

  const extended = await centre.client.extend(board, PLACE, { reason: REASON, until: FUTURE, units: ['DV02'] });
  expect(extended).toMatchObject({
    ok: true,
    body: { extensions: [{ at: expect.any(String), until: FUTURE, units: ['DV02'], reason: REASON }] },
  });
  expect(await submit('DV02')).toMatchObject({ ok: true, status: 201, body: { onTime: true } });
  expect((await submit('DV03')).ok).toBe(false);
  const now = await status();
  expect(now).toMatchObject({
    locked: { reason: REASON },
    extensions: [{ until: FUTURE, units: ['DV02'] }],
    received: 2,
  });
  expect(now.units.slice(0, 3).map(({ unit, due, onTime }) => [unit, due, onTime])).toEqual([
    ['DV01', '2024-06-18', false],
    ['DV02', FUTURE, true],
    ['DV03', '2024-06-18', null],
  ]);

  expect(await centre.client.unlock(board, PLACE, 'Mở lại cho đơn vị nộp chậm')).toMatchObject({
    ok: true,
    body: { locked: null },
  });
  expect((await submit('DV03')).ok).toBe(true);
});

test('in English', async () => {
  await post('lock', board, { reason: REASON }, '2024-Q1');
  const answer = await fetch(`${centre.api}/forms/khoa-giao/periods/2024-Q1/submissions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${units.DV01}`, 'accept-language': 'en', 'idempotency-key': randomUUID() },
    body: sample('2024-Q1', 'DV01'),
  });
  expect(answer.status).toBe(423);
  expect(await answer.json()).toMatchObject({
    code: 'PERIOD_LOCKED',
    violations: [{ message: expect.stringMatching(/^Quarter 1, 2024 has been locked since .* Ask the board/) }],
  });
});

test('the master’s log tells of every act, also where no report has arrived since', async () => {
  const before = await centre.client.master(board, PLACE, true);
  await centre.client.extend(board, PLACE, { reason: 'Cả khối có đợt kiểm tra', until: '2024-06-28' });
  const after = await centre.client.master(board, PLACE, true);
  if (!before.ok || !after.ok) throw new Error('no master');
  const book = await read(Buffer.from(after.body));
  const cells = valuesOf(
    book,
    book.sheets.findIndex(({ name }) => name === 'NhatKy'),
  );
  const log = Object.keys(cells)
    .filter((place) => /^A(?!1$)/.test(place))
    .map((place) => ['B', 'C', 'D', 'E'].map((column) => cells[place.replace('A', column)]));
  expect(log.filter(([unit]) => unit === undefined)).toEqual([
    [undefined, undefined, 'Khóa kỳ', `${REASON} · BAN`],
    [undefined, undefined, 'Gia hạn', `đến hết ngày 31/12/2999 · DV02 · ${REASON} · BAN`],
    [undefined, undefined, 'Mở khóa kỳ', 'Mở lại cho đơn vị nộp chậm · BAN'],
    [undefined, undefined, 'Gia hạn', 'đến hết ngày 28/6/2024 · mọi đơn vị · Cả khối có đợt kiểm tra · BAN'],
  ]);
});
