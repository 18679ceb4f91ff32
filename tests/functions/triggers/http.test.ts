// The HTTP interface as the contract states it: who may call what, what is answered, in which shape.

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { DOCUMENT } from '../../../functions/triggers/openapi-document';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample } from '../../setup/samples';
import { runNode } from '../../setup/tools';

const H1 = 'forms/khoa-giao/periods/2024-H1';
const PLACE = { form: 'khoa-giao', period: '2024-H1' };

let centre: RunningCentre;
let dv01: string;
let dv02: string;
let board: string;
let id: string;
beforeAll(async () => {
  centre = await startCentre();
  [dv01, dv02, board] = [
    await centre.token('demo-DV01'),
    await centre.token('demo-DV02'),
    await centre.token('demo-BAN'),
  ];
  const sent = await centre.client.submit(dv01, PLACE, sample('2024-H1', 'DV01'), randomUUID());
  if (!sent.ok) throw new Error(sent.problem.detail);
  id = sent.body.id;
});
afterAll(() => centre.stop());

const get = (path: string, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${centre.api}/${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });
const post = (token: string, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(`${centre.api}/${H1}/submissions`, {
    method: 'POST',
    body: bytes,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

/** What the bundle says that it serves. */
async function functionTable(): Promise<{ trigger: string; route?: string; methods?: string[] }[]> {
  return JSON.parse(await runNode(resolve(__dirname, '../../../dist/host.cjs'), '--functions'));
}

test('the bundle’s function table', async () => {
  expect(await functionTable()).toMatchSnapshot();
});

test('every http function under /api is in openapi.json, and nothing else', async () => {
  const routes = (await functionTable())
    .filter((f) => f.route?.startsWith('api/'))
    .flatMap((f) => f.methods!.map((m) => `${m} /${f.route!.slice('api/'.length)}`));
  const documented = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
  );
  expect(documented.sort()).toEqual(routes.sort());
});

test('health and openapi need no session', async () => {
  expect(await (await get('health')).json()).toEqual({ status: 'ok' });
  expect(await (await get('openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
});

describe('sessions', () => {
  const signIn = (body: string) =>
    fetch(`${centre.api}/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  test('a unit’s and the board’s', async () => {
    expect(await (await signIn('{"code":"demo-DV05"}')).json()).toEqual({
      token: expect.any(String),
      role: 'unit',
      unit: 'DV05',
    });
    expect(await (await signIn('{"code":"demo-BAN"}')).json()).toEqual({ token: expect.any(String), role: 'board' });
  });
  test.each(['demo-DV99', 'demo-dv01', 'DV01-wrong', 'DV77-unknown', 'x'])('wrong code %s', async (code) => {
    expect(await codeOf(await signIn(JSON.stringify({ code })))).toEqual([401, 'WRONG_CODE']);
  });
  test.each(['', '[]', '{"code":1}', '{"code":"a","role":"board"}'])('body %s', async (body) => {
    expect(await codeOf(await signIn(body))).toEqual([400, 'BAD_REQUEST']);
  });
  test('ten wrong codes in a row and the account rests, for the right code too', async () => {
    await signIn('{"code":"demo-DV12"}');
    for (let i = 0; i < 10; i++) await signIn('{"code":"DV12-guess"}');
    expect(await codeOf(await signIn('{"code":"demo-DV12"}'))).toEqual([429, 'RESTING']);
  });
  test.each(['', 'garbage', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJEVjAxIiwicm9sZSI6ImJvYXJkIn0.'])(
    'token "%s"',
    async (token) => {
      expect(await codeOf(await get(`submissions/${id}`, token))).toEqual([401, 'NOT_SIGNED_IN']);
    },
  );
});

describe('units see only themselves', () => {
  test.each([
    () => `submissions/${id}`,
    () => `submissions/${id}/workbook`,
    () => `submissions/${id}/original`,
    () => `${H1}/template?unit=DV01`,
  ])('case %#', async (path) => {
    expect(await codeOf(await get(path(), dv02))).toEqual([404, 'NOT_FOUND']);
    expect((await get(path(), dv01)).status).toBe(200);
    expect((await get(path(), board)).status).toBe(200);
  });
  test.each([`${H1}/status`, `${H1}/master`])('%s is the board’s', async (path) => {
    expect(await codeOf(await get(path, dv01))).toEqual([403, 'NOT_ALLOWED']);
    expect((await get(path)).status).toBe(401);
  });
  test('the board submits nothing', async () => {
    expect(await codeOf(await post(board, sample('2024-H1', 'DV01'), { 'idempotency-key': randomUUID() }))).toEqual([
      403,
      'NOT_ALLOWED',
    ]);
  });
});

describe('submitting', () => {
  test('the receipt', async () => {
    const receipt = await (await get(`submissions/${id}`, dv01)).json();
    expect(receipt).toEqual({
      id,
      number: 'KG-2024-H1-DV01-01',
      unit: 'DV01',
      form: 'khoa-giao',
      period: '2024-H1',
      revision: 1,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      onTime: false,
      state: 'submitted',
      came: 'workbook',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      violations: [],
      notices: [],
    });
  });
  test('a key is needed, and must be a UUID', async () => {
    expect(await codeOf(await post(dv01, sample('2024-H1', 'DV01'), {}))).toEqual([400, 'KEY_MISSING']);
    expect(await codeOf(await post(dv01, sample('2024-H1', 'DV01'), { 'idempotency-key': '1' }))).toEqual([
      400,
      'KEY_MISSING',
    ]);
  });
  test('the same key with other bytes', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await post(dv02, sample('2024-H1', 'DV02'), key)).status).toBe(201);
    expect(await codeOf(await post(dv02, sample('2024-H1', 'DV03'), key))).toEqual([409, 'KEY_REUSED']);
    expect((await post(dv02, sample('2024-H1', 'DV02'), key)).status).toBe(200);
  });
  test('twenty at once with one key are one report', async () => {
    const token = await centre.token('demo-DV07');
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(token, sample('2024-H1', 'DV07'), key)));
    const receipts = (await Promise.all(answers.map((a) => a.json()))) as { id: string; revision: number }[];
    expect(new Set(receipts.map((r) => r.id)).size).toBe(1);
    expect(receipts[0]!.revision).toBe(1);
  });
  test.each([
    ['text/plain', 415, 'WRONG_TYPE'],
    ['multipart/form-data; boundary=x', 415, 'WRONG_TYPE'],
  ])('as %s', async (type, status, code) => {
    expect(
      await codeOf(
        await post(dv01, sample('2024-H1', 'DV01'), { 'content-type': type, 'idempotency-key': randomUUID() }),
      ),
    ).toEqual([status, code]);
  });
  test('the latest revision that passed counts, the earlier ones stay', async () => {
    const token = await centre.token('demo-DV04');
    const first = await centre.client.submit(token, PLACE, sample('2024-H1', 'DV04'), randomUUID());
    const second = await centre.client.submit(token, PLACE, sample('2024-H1', 'DV04'), randomUUID());
    if (!first.ok || !second.ok) throw new Error('not received');
    expect([first.body.revision, second.body.revision]).toEqual([1, 2]);
    expect((await get(`submissions/${first.body.id}/workbook`, token)).status).toBe(200);
    const status = (await (await get(`${H1}/status`, board)).json()) as { units: { unit: string; counted: number }[] };
    expect(status.units.find((u) => u.unit === 'DV04')).toMatchObject({ revision: 2, counted: 2, state: 'submitted' });
  });
});

test('status: expected, completeness, timeliness', async () => {
  const status = (await (await get(`${H1}/status`, board)).json()) as {
    expected: number;
    received: number;
    completeness: number;
    due: string;
    units: unknown[];
  };
  expect(status).toMatchObject({ expected: 12, due: '2024-06-18', timeliness: 0 });
  expect(status.completeness).toBe(status.received / 12);
  expect(status.units).toHaveLength(12);
});

test('the master: ETag, 304, and fresh after a receipt', async () => {
  const first = await get(`${H1}/master?fresh=1`, board);
  const tag = first.headers.get('etag')!;
  expect(first.headers.get('content-disposition')).toContain('attachment; filename="tong-hop-khoa-giao-2024-H1.xlsx"');
  expect((await get(`${H1}/master`, board, { 'if-none-match': tag })).status).toBe(304);
  const sent = await centre.client.submit(
    await centre.token('demo-DV06'),
    PLACE,
    sample('2024-H1', 'DV06'),
    randomUUID(),
  );
  expect(sent.ok).toBe(true);
  const fresh = await get(`${H1}/master?fresh=1`, board);
  expect(fresh.headers.get('etag')).not.toBe(tag);
});

test('the form of a period, and what does not exist', async () => {
  const form = (await (await get('forms/khoa-giao/periods/2024-Q1', dv01)).json()) as {
    sections: { indicators: unknown[] }[];
    dates: unknown;
  };
  expect(form.sections.flatMap((s) => s.indicators)).toHaveLength(36);
  expect(form.dates).toEqual({ from: '2023-12-15', to: '2024-03-14', unitDue: '2024-03-18', boardDue: '2024-03-20' });
  for (const path of [
    'forms/khoa-giao/periods/2031-H1',
    'forms/other/periods/2024-H1',
    'submissions/nothing',
    'submissions/khoa-giao.2024-H1.DV01.99',
  ]) {
    expect(await codeOf(await get(path, board))).toEqual([404, 'NOT_FOUND']);
  }
});

test('English on request', async () => {
  const answer = await get('submissions/nothing', dv01, { 'accept-language': 'en' });
  expect(await answer.json()).toMatchObject({ title: 'Not found' });
});
