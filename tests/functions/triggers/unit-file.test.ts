// What the add-in asks for over HTTP: the list of forms, the form as data, a unit's file, and the values of a report.

import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { formForPeriod } from '../../../templates/form-definition/form-for-period';
import type { UnitFile } from '../../../templates/submission/unit-file';
import { realForm, realPeriod } from '../../setup/real-form';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample } from '../../setup/samples';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const H1 = 'forms/khoa-giao/periods/2024-H1';

let centre: RunningCentre;
let board: string;
let dv01: string;
let dv02: string;
beforeAll(async () => {
  centre = await startCentre();
  [board, dv01, dv02] = [
    await centre.token('demo-BAN'),
    await centre.token('demo-DV01'),
    await centre.token('demo-DV02'),
  ];
  // H1: one for another unit refused, one passed, one refused. Then Q1: what it says is known to H1 from then on.
  for (const unit of ['DV02', 'DV01', 'DV03'])
    await centre.client.submit(dv01, PLACE, sample('2024-H1', unit), randomUUID());
  await centre.client.submit(dv01, { ...PLACE, period: '2024-Q1' }, sample('2024-Q1', 'DV01'), randomUUID());
  await centre.client.lock(board, PLACE, 'Đã hết hạn nộp báo cáo');
  await centre.client.extend(board, PLACE, { reason: 'Đơn vị mất điện', until: '2999-12-31', units: ['DV02'] });
});
afterAll(() => centre.stop());

const get = (path: string, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${centre.api}/${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
interface Listed {
  forms: { form: string; version: string; periods: Record<string, unknown>[] }[];
}

describe('GET /api/forms', () => {
  const list = async (token: string) => (await (await get('forms', token)).json()) as Listed;
  const period = async (token: string, code: string) =>
    (await list(token)).forms[0]!.periods.find((p) => p.period === code);
  test('needs a session', async () => {
    expect(await codeOf(await get('forms'))).toEqual([401, 'NOT_SIGNED_IN']);
  });
  test('tells the board the periods', async () => {
    const { forms } = await list(board);
    expect(forms).toMatchObject([{ form: 'khoa-giao', version: '2024.1', title: realForm().title }]);
    expect(forms[0]!.periods.map((p) => p.period)).toEqual(realForm().periods.map((p) => p.period));
    expect(await period(board, '2024-H1')).toEqual({
      period: '2024-H1',
      label: { vi: '6 tháng đầu năm 2024', en: 'First half of 2024' },
      from: '2023-12-15',
      to: '2024-06-14',
      due: '2024-06-18',
      locked: true,
    });
  });
  test('tells a unit how it stands in each', async () => {
    expect(await period(dv01, '2024-H1')).toMatchObject({
      due: '2024-06-18',
      locked: true,
      state: 'submitted',
      revision: 3,
      counted: 2,
    });
    expect(await period(dv01, '2024-Q1')).toMatchObject({ locked: false, state: 'submitted', revision: 1, counted: 1 });
    expect(await period(dv01, '2024-Y')).toMatchObject({ locked: false, state: 'missing', revision: 0, counted: 0 });
    expect(await period(dv02, '2024-H1')).toMatchObject({ due: '2999-12-31', locked: false, state: 'missing' });
  });
});

describe('GET .../definition', () => {
  /** `fetch` would unpack it. */
  const raw = (
    headers: Record<string, string>,
  ): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> =>
    new Promise((done, fail) => {
      request(
        `${centre.api}/${H1}/definition`,
        { headers: { authorization: `Bearer ${dv01}`, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      )
        .on('error', fail)
        .end();
    });
  test('is the form, from which the period’s form is made; a unit is told of itself only', async () => {
    const ofUnit = (await (await get(`${H1}/definition`, dv01)).json()) as FormDefinition;
    expect(ofUnit.units.map(({ code }) => code)).toEqual(['DV01']);
    const whole = (await (await get(`${H1}/definition`, board)).json()) as FormDefinition;
    expect(formForPeriod(whole, '2024-H1')).toEqual(realPeriod('2024-H1'));
    expect({ ...ofUnit, units: whole.units }).toEqual(whole);
    expect(await codeOf(await get('forms/khoa-giao/periods/2031-H1/definition', dv01))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await get(`${H1}/definition`))).toEqual([401, 'NOT_SIGNED_IN']);
  });
  test('is sent small, and not again where nothing changed', async () => {
    const plain = await raw({});
    const small = await raw({ 'accept-encoding': 'gzip, br' });
    expect(plain.headers).toMatchObject({ 'cache-control': 'private, no-cache', etag: expect.stringMatching(/^"/) });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.body.length * 3).toBeLessThan(plain.body.length);
    expect(gunzipSync(small.body).equals(plain.body)).toBe(true);
    const etag = String(small.headers.etag);
    const again = await raw({ 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0]);
    expect((await get(`${H1}/definition`, board, { 'if-none-match': String(plain.headers.etag) })).status).toBe(200);
  });
});

describe('GET .../units/{unit}', () => {
  const file = async (unit: string, token: string) =>
    (await (await get(`${H1}/units/${unit}`, token)).json()) as UnitFile;
  test('is the unit’s own and the board’s', async () => {
    expect(await codeOf(await get(`${H1}/units/DV01`, dv02))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await get(`${H1}/units/DV01`))).toEqual([401, 'NOT_SIGNED_IN']);
    for (const path of [`${H1}/units/DV99`, 'forms/khoa-giao/periods/2031-H1/units/DV01'])
      expect(await codeOf(await get(path, board))).toEqual([404, 'NOT_FOUND']);
    expect(await file('DV01', board)).toEqual(await file('DV01', dv01));
  });
  test('holds every upload, the newest first and it alone with its faults', async () => {
    const { submissions, history, ...rest } = await file('DV01', dv01);
    expect(rest).toEqual({
      ...PLACE,
      unit: realForm().units[0],
      due: '2024-06-18',
      dueOfPeriod: '2024-06-18',
      locked: { at: expect.stringMatching(/Z$/), reason: 'Đã hết hạn nộp báo cáo' },
      counted: 2,
    });
    expect(submissions.map(({ revision, state, came }) => [revision, state, came])).toEqual([
      [3, 'refused', 'workbook'],
      [2, 'submitted', 'workbook'],
      [1, 'refused', 'workbook'],
    ]);
    expect(submissions.map(({ violations }) => violations.length > 0)).toEqual([true, false, false]);
    expect(submissions[1]).toEqual(await (await get('submissions/khoa-giao.2024-H1.DV01.2', dv01)).json());
    expect(Object.keys(history.values).length).toBeGreaterThan(10);
    expect(history.values.KT_A_01 ?? history.values.LK_A_01).toEqual(expect.any(Number));
  });
  test('of one that was given more time and has sent nothing', async () => {
    expect(await file('DV02', dv02)).toEqual({
      ...PLACE,
      unit: realForm().units[1],
      due: '2999-12-31',
      dueOfPeriod: '2024-06-18',
      locked: null,
      history: { values: {}, rows: {} },
      counted: 0,
      submissions: [],
    });
  });
});

test('GET /api/submissions/{id}/values: of a report that passed, for the unit itself and the board', async () => {
  const path = 'submissions/khoa-giao.2024-H1.DV01.2/values';
  const values = await (await get(path, dv01)).json();
  expect(values).toMatchObject({ ...PLACE, unit: 'DV01', revision: 2, values: { 'A.01': expect.any(Number) } });
  expect(await (await get(path, board)).json()).toEqual(values);
  expect(await codeOf(await get(path, dv02))).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf(await get(path))).toEqual([401, 'NOT_SIGNED_IN']);
  for (const id of ['khoa-giao.2024-H1.DV01.1', 'khoa-giao.2024-H1.DV01.9', 'nothing'])
    expect(await codeOf(await get(`submissions/${id}/values`, board))).toEqual([404, 'NOT_FOUND']);
});
