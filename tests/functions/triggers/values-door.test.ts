// A report that comes as values over HTTP: the same verdict, the same submission and the same rules of a try as the workbook
// it was read from; what is no such report is refused and not kept. And the header Base-Revision.

import { createHash, randomUUID } from 'node:crypto';
import type { Problem } from '../../../addin/centre';
import { rebuiltPath } from '../../../functions/receive/submission-rows';
import { openStore } from '../../../functions/store/open-store';
import { XLSX_TYPE } from '../../../functions/xlsx/media-type';
import { extract } from '../../../templates/extract/extract';
import type { Receipt } from '../../../templates/receipt/receipt';
import { type CanonicalReport, canonicalReport } from '../../../templates/submission/canonical-report';
import type { Submission } from '../../../templates/submission/submission';
import { cellsOf } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample } from '../../setup/samples';
import { until } from '../../setup/until';
import { read, valuesOf } from '../xlsx/raw-workbook';

const H1 = 'forms/khoa-giao/periods/2024-H1';
const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const FORM = realPeriod('2024-H1');

let centre: RunningCentre;
let board: string;
let tokens: Record<string, string>;
beforeAll(async () => {
  centre = await startCentre();
  board = await centre.token('demo-BAN');
  const codes = ['DV01', 'DV02', 'DV03', 'DV04', 'DV05', 'DV06'];
  tokens = Object.fromEntries(await Promise.all(codes.map(async (c) => [c, await centre.token(`demo-${c}`)])));
});
afterAll(() => centre.stop());

async function reportOf(unit: string): Promise<CanonicalReport> {
  const cells = await cellsOf(sample('2024-H1', unit));
  return canonicalReport(extract(cells, FORM), FORM, FORM.definition.units.find((u) => u.code === unit)!);
}
const get = (path: string, token: string) =>
  fetch(`${centre.api}/${path}`, { headers: { authorization: `Bearer ${token}` } });
const post = (token: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${centre.api}/${H1}/submissions`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': typeof body === 'string' ? 'application/json; charset=utf-8' : 'application/octet-stream',
      'idempotency-key': randomUUID(),
      ...headers,
    },
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const revisionOf = async (unit: string) => {
  const status = (await (await get(`${H1}/status`, board)).json()) as { units: { unit: string; revision: number }[] };
  return status.units.find((u) => u.unit === unit)!.revision;
};

test('values and workbook are one report', async () => {
  const body = JSON.stringify(await reportOf('DV01'));
  const key = { 'idempotency-key': randomUUID() };
  const answer = await post(tokens.DV01!, body, key);
  expect(answer.status).toBe(201);
  const receipt = (await answer.json()) as Receipt;
  expect(receipt).toMatchObject({
    revision: 1,
    state: 'submitted',
    came: 'values',
    sha256: createHash('sha256').update(body).digest('hex'),
    violations: [],
  });
  // The same try again is the same receipt; with another body it is refused.
  const again = await post(tokens.DV01!, body, key);
  expect([again.status, await again.json()]).toEqual([200, receipt]);
  expect(await codeOf(await post(tokens.DV01!, `${body} `, key))).toEqual([409, 'KEY_REUSED']);

  const asFile = (await (await post(tokens.DV01!, sample('2024-H1', 'DV01'))).json()) as Receipt;
  expect(asFile).toMatchObject({ revision: 2, came: 'workbook', state: 'submitted' });
  const values = async ({ id }: Receipt) =>
    (await (await get(`submissions/${id}/values`, tokens.DV01!)).json()) as Submission;
  const [ofValues, ofFile] = [await values(receipt), await values(asFile)];
  expect(ofValues).toMatchObject({ sha256: receipt.sha256, file: `${receipt.id} (lập lại từ số liệu)` });
  const { revision: _r, receivedAt: _a, sha256: _s, file: _f, ...same } = ofFile;
  expect(ofValues).toMatchObject(same);

  // The receipt's digest is of what was received, and that can be had.
  const original = async ({ id }: Receipt, token: string) => {
    const got = await get(`submissions/${id}/original`, token);
    const sha = createHash('sha256')
      .update(new Uint8Array(await got.arrayBuffer()))
      .digest('hex');
    return [sha, ...['content-type', 'content-disposition', 'etag'].map((name) => got.headers.get(name))];
  };
  const as = ({ sha256, number }: Receipt, type: string, ending: string) => [
    sha256,
    type,
    `attachment; filename="${number}.${ending}"`,
    `"${sha256}"`,
  ];
  expect(await original(receipt, board)).toEqual(as(receipt, 'application/json', 'json'));
  expect(await original(asFile, tokens.DV01!)).toEqual(as(asFile, XLSX_TYPE, 'xlsx'));
  expect(await codeOf(await get(`submissions/${receipt.id}/original`, tokens.DV02!))).toEqual([404, 'NOT_FOUND']);

  // What is downloaded is the workbook made of them: it says the same, and can be sent itself.
  const workbook = await get(`submissions/${receipt.id}/workbook`, board);
  expect(workbook.headers.get('content-disposition')).toContain('KG-2024-H1-DV01-01.xlsx');
  const bytes = new Uint8Array(await workbook.arrayBuffer());
  const unit = FORM.definition.units[0]!;
  // Made once, and kept: what was judged is what is downloaded.
  const { blobs } = openStore({ AzureWebJobsStorage: centre.emulator.connectionString });
  const kept = await blobs.get(rebuiltPath({ ...PLACE, unit: 'DV01' }, receipt.sha256));
  expect(Buffer.from(kept!.bytes).equals(bytes)).toBe(true);
  expect(canonicalReport(extract(await cellsOf(bytes), FORM), FORM, unit)).toEqual(JSON.parse(body));
});

test('the master says where the figures come from', async () => {
  expect((await post(tokens.DV02!, JSON.stringify(await reportOf('DV02')))).status).toBe(201);
  const master = await centre.client.master(board, PLACE, true);
  if (!master.ok) throw new Error('no master');
  const book = await read(Buffer.from(master.body));
  const cells = valuesOf(
    book,
    book.sheets.findIndex(({ name }) => name === 'Nguon'),
  );
  expect(Object.values(cells)).toContain('khoa-giao.2024-H1.DV02.1 (lập lại từ số liệu)');
});

test('what is wrong in a cell is the checks’ business, and the values are kept', async () => {
  const report = await reportOf('DV03');
  const wrong = { ...report, values: { ...report.values, CT_A_01: '45 người' } };
  const answer = await post(tokens.DV03!, JSON.stringify(wrong));
  expect(answer.status).toBe(422);
  const { violations, receipt } = (await answer.json()) as { violations: object[]; receipt: Receipt };
  expect(violations).toContainEqual(expect.objectContaining({ rule: 'R001', name: 'CT_A_01' }));
  expect(receipt).toMatchObject({ revision: 1, state: 'refused', came: 'values' });
  expect((await get(`submissions/${receipt.id}/values`, tokens.DV03!)).status).toBe(404);
  // Text is text: no formula, no escape, nothing that XML cannot hold.
  const odd = { ...report, values: { ...report.values, TM_T_1: '=1+1 _x0041_ \u0001<&>' } };
  const sent = (await (await post(tokens.DV03!, JSON.stringify(odd))).json()) as { receipt?: Receipt; id?: string };
  const id = sent.receipt?.id ?? sent.id!;
  const bytes = new Uint8Array(await (await get(`submissions/${id}/workbook`, board)).arrayBuffer());
  const narrative = extract(await cellsOf(bytes), FORM).values.get('TM_T_1')?.value;
  expect(narrative).toMatch(/^=1\+1 _x0041_ ?.?<&>$/u);
});

/** Rows of documents that the template does not have, at none of its lines. */
const extra = (count: number) => Array.from({ length: count }, (_, i) => ({ ma_vb: `XX-${i}` }));
/** A wrong value under each of 150,000 names. */
const faulty = (json: string) =>
  json.replace('"values":{', `"values":{${Array.from({ length: 150_000 }, (_, i) => `"a${i}":[]`).join(',')},`);

describe('what is no report is not kept', () => {
  const change = async (changes: object) => JSON.stringify({ ...(await reportOf('DV04')), ...changes });
  test.each<[string, () => Promise<string>, number, string]>([
    ['no JSON', async () => '{', 400, 'BAD_VALUES'],
    ['nothing', async () => '', 400, 'BAD_VALUES'],
    ['a list', async () => '[]', 400, 'BAD_VALUES'],
    ['more than the shape', () => change({ more: 1 }), 400, 'BAD_VALUES'],
    ['a value that is no value', () => change({ values: { CT_A_01: [1] } }), 400, 'BAD_VALUES'],
    ['a truth', () => change({ values: { CT_A_01: true } }), 400, 'BAD_VALUES'],
    ['no number', async () => (await change({})).replace(/"CT_A_01":\d+/, '"CT_A_01":1e999'), 400, 'BAD_VALUES'],
    ['unknown names', () => change({ values: { CT_Z_99: 1 } }), 400, 'UNKNOWN_NAMES'],
    ['a derived cell', () => change({ values: { CT_A_03: 1 } }), 400, 'UNKNOWN_NAMES'],
    ['a cell of the board', () => change({ values: { BC_don_vi: 'DV04' } }), 400, 'UNKNOWN_NAMES'],
    ['an unknown annex', () => change({ annexes: { PL9: [] } }), 400, 'UNKNOWN_NAMES'],
    ['an unknown column', () => change({ annexes: { PL1: [{ khong_co: 1 }] } }), 400, 'UNKNOWN_NAMES'],
    ['a trap', async () => (await change({})).replace('"CT_A_01"', '"__proto__"'), 400, 'UNKNOWN_NAMES'],
    [
      'a fault in each of very many cells',
      () => change({ annexes: { PL3: Array(250_000).fill(0) } }),
      413,
      'VALUES_TOO_LARGE',
    ],
    ['the same under many names', async () => faulty(await change({})), 400, 'BAD_VALUES'],
    ['too many rows', () => change({ annexes: { PL3: Array(501).fill({}) } }), 413, 'VALUES_TOO_LARGE'],
    ['too many beside the prepared ones', () => change({ annexes: { PL1: extra(465) } }), 413, 'VALUES_TOO_LARGE'],
    [
      'too many in all',
      () => change({ annexes: { PL1: extra(464), PL3: Array(500).fill({}), PL4: Array(87).fill({}) } }),
      413,
      'VALUES_TOO_LARGE',
    ],
    ['too large', () => change({ values: { TM_T_1: ' '.repeat(2 * 1024 * 1024) } }), 413, 'VALUES_TOO_LARGE'],
  ])('%s', async (_, body, status, code) => {
    const answer = await post(tokens.DV04!, await body());
    const said = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, said.code]).toEqual([status, code]);
    if (code === 'UNKNOWN_NAMES') expect(said.detail).toMatch(/CT_Z_99|CT_A_03|BC_don_vi|PL9|PL1_khong_co|__proto__/);
    expect(await revisionOf('DV04')).toBe(0);
  });
  test('is told the first names that nobody knows, and how many they are', async () => {
    const values = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`CT_Z_${i}`, i]));
    const answer = await post(tokens.DV04!, await change({ values }));
    const said = (await answer.json()) as Problem & { names: string[]; nameCount: number };
    expect([said.code, said.nameCount, said.names.length]).toEqual(['UNKNOWN_NAMES', 50_000, 50]);
    expect(said.detail).toMatch(/\(CT_Z_0, .*, CT_Z_9…; tất cả 50000 tên\)$/);
  });
  test('is told from which row on there is no room', async () => {
    const body = await change({ annexes: { PL1: extra(470), PL3: Array(500).fill({}), PL4: Array(90).fill({}) } });
    const said = (await (await post(tokens.DV04!, body)).json()) as Problem;
    expect(said.detail).toMatch(/\(PL1: từ dòng 465; PL4: từ dòng 87\)$/);
    const english = await post(tokens.DV04!, body, { 'accept-language': 'en' });
    expect(((await english.json()) as Problem).detail).toMatch(/\(PL1: from row 465; PL4: from row 87\)$/);
  });
  test('who may', async () => {
    expect(await codeOf(await post(board, '{}'))).toEqual([403, 'NOT_ALLOWED']);
    expect(await codeOf(await post('x', '{}'))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await codeOf(await post(tokens.DV04!, '{}', { 'idempotency-key': 'x' }))).toEqual([400, 'KEY_MISSING']);
  });
});

describe('another’s report is kept and refused, as a file of it would be', () => {
  test.each([
    ['form', { form: 'khac' }, 'OTHER_FORM'],
    ['version', { version: '2031.1', values: { CT_Z_99: 1 } }, 'NEWER_VERSION'],
    ['version, older', { version: '2020.1' }, 'OLDER_VERSION'],
    ['period', { period: '2024-Q1' }, 'OTHER_PERIOD'],
    ['unit', { unit: 'DV05' }, 'OTHER_UNIT'],
  ])('of another %s', async (_, changes, code) => {
    const body = JSON.stringify({ ...(await reportOf('DV06')), ...changes });
    const key = { 'idempotency-key': randomUUID() };
    const before = await revisionOf('DV06');
    const answer = await post(tokens.DV06!, body, key);
    expect(answer.status).toBe(422);
    const said = (await answer.json()) as Problem;
    expect(said).toMatchObject({ code, violations: [{ severity: 'error' }] });
    expect(said.receipt).toMatchObject({
      revision: before + 1,
      state: 'refused',
      came: 'values',
      sha256: createHash('sha256').update(body).digest('hex'),
    });
    const again = await post(tokens.DV06!, body, key);
    expect([again.status, await again.json()]).toEqual([422, said]);
    expect(await revisionOf('DV06')).toBe(before + 1);
    const { id } = said.receipt!;
    expect(await (await get(`submissions/${id}`, board)).json()).toEqual(said.receipt);
    // No template of ours is theirs.
    expect(await codeOf(await get(`submissions/${id}/workbook`, tokens.DV06!))).toEqual([404, 'NO_WORKBOOK']);
    expect(await (await get(`submissions/${id}/original`, tokens.DV06!)).text()).toBe(body);
  });
});

test('as many rows as are taken are judged', async () => {
  const report = await reportOf('DV04');
  const { PL1 = [], PL3 = [], ...others } = report.annexes;
  const prepared = PL1.filter(({ ma_vb }) => !String(ma_vb).startsWith('BS-'));
  const annexes = { ...others, PL1: [...prepared, ...extra(464)], PL3: Array(500).fill(PL3[0] ?? {}) };
  const answer = await post(tokens.DV04!, JSON.stringify({ ...report, annexes }));
  // A slow machine answers 202 first.
  expect([201, 202, 422]).toContain(answer.status);
  const said = (await answer.json()) as Receipt & Problem;
  const { id } = said.receipt ?? said;
  const stateOf = async () => ((await (await get(`submissions/${id}`, tokens.DV04!)).json()) as Receipt).state;
  await until(async () => ['submitted', 'refused'].includes(await stateOf()), 'Judged', 100);
});

test('Base-Revision: a newer report than the sender knew is not replaced', async () => {
  const workbook = sample('2024-H1', 'DV05');
  const key = { 'idempotency-key': randomUUID(), 'base-revision': '0' };
  const first = (await (await post(tokens.DV05!, workbook, key)).json()) as Receipt;
  expect(first).toMatchObject({ revision: 1, state: 'submitted' });
  // Another computer that knew of none.
  const late = await post(tokens.DV05!, JSON.stringify(await reportOf('DV05')), { 'base-revision': '0' });
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ code: 'NEWER_REVISION', latest: { id: first.id, revision: 1 } });
  expect(await revisionOf('DV05')).toBe(1);
  // The very try that made it is only told so again.
  const again = await post(tokens.DV05!, workbook, key);
  expect([again.status, await again.json()]).toEqual([200, first]);
  expect(await (await post(tokens.DV05!, workbook, { 'base-revision': '1' })).json()).toMatchObject({ revision: 2 });
  expect(await (await post(tokens.DV05!, workbook)).json()).toMatchObject({ revision: 3 });
  // A refused upload in between is nothing newer.
  expect((await post(tokens.DV05!, sample('2024-H1', 'DV04'))).status).toBe(422);
  expect(await (await post(tokens.DV05!, workbook, { 'base-revision': '3' })).json()).toMatchObject({ revision: 5 });
  for (const wrong of ['', '-1', '1.5', 'x', '999999999'])
    expect(await codeOf(await post(tokens.DV05!, workbook, { 'base-revision': wrong }))).toEqual([400, 'BAD_REQUEST']);
});

test('Base-Revision: of two that come at once one counts, and the other is told which', async () => {
  const [one, two] = [sample('2024-H1', 'DV02'), JSON.stringify(await reportOf('DV02'))];
  const keys = [randomUUID(), randomUUID()];
  const send = (body: string | Uint8Array<ArrayBuffer>, key: string) =>
    post(tokens.DV02!, body, { 'idempotency-key': key, 'base-revision': String(before) });
  const before = await revisionOf('DV02');
  const answers = await Promise.all([send(one, keys[0]!), send(two, keys[1]!)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const won = (await answers.find(({ status }) => status === 201)!.json()) as Receipt;
  const told = (await answers.find(({ status }) => status === 409)!.json()) as Problem;
  expect(told).toMatchObject({ code: 'NEWER_REVISION', latest: { id: won.id, state: 'submitted' } });
  const lost = answers[0]!.status === 409 ? 0 : 1;
  const again = await send(lost === 0 ? one : two, keys[lost]!);
  expect([again.status, ((await again.json()) as Problem).latest?.id]).toEqual([409, won.id]);
  const over = await post(tokens.DV02!, two, { 'base-revision': String(won.revision) });
  expect(over.status).toBe(201);
});
