// Return and accept over HTTP: who may, what is asked for, what the unit then hears and downloads, and what the master says.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../../../templates/extract/extract';
import type { Receipt } from '../../../templates/receipt/receipt';
import { canonicalOf } from '../../../templates/submission/canonical-of';
import { canonicalReport } from '../../../templates/submission/canonical-report';
import { differences } from '../../../templates/submission/differences';
import type { Submission } from '../../../templates/submission/submission';
import { cellsOf } from '../../setup/filled';
import { realPeriod } from '../../setup/real-form';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { sample } from '../../setup/samples';
import { describeWith, python, runPython } from '../../setup/tools';
import { read, valuesOf } from '../xlsx/raw-workbook';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };
const H1 = 'forms/khoa-giao/periods/2024-H1';
const FORM = realPeriod('2024-H1');
const COMMENTS = [
  { name: 'CT_A_01', text: 'Xem lại số hội nghị' },
  { name: 'PL1_so_hn', row: 2, text: 'Thiếu một hội nghị' },
  { name: '', text: 'Ký lại' },
];

let centre: RunningCentre;
let board: string;
let dv01: string;
let dv02: string;
let first: Receipt;
beforeAll(async () => {
  centre = await startCentre();
  [board, dv01, dv02] = [
    await centre.token('demo-BAN'),
    await centre.token('demo-DV01'),
    await centre.token('demo-DV02'),
  ];
  first = await submit(dv01, sample('2024-H1', 'DV01'));
});
afterAll(() => centre.stop());

async function submit(token: string, bytes: Uint8Array<ArrayBuffer>): Promise<Receipt> {
  const sent = await centre.client.submit(token, PLACE, bytes, randomUUID());
  if (!sent.ok) throw new Error(sent.problem.detail);
  return sent.body;
}
const get = (path: string, token: string) =>
  fetch(`${centre.api}/${path}`, { headers: { authorization: `Bearer ${token}` } });
const act = (what: string, id: string, body: unknown, token: string | undefined = board, language = 'vi') =>
  fetch(`${centre.api}/submissions/${id}/${what}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const receiptOf = async (id: string) => (await (await get(`submissions/${id}`, dv01)).json()) as Receipt;

test.each(['return', 'accept'])('%s is the board’s', async (what) => {
  const body = what === 'return' ? { comments: COMMENTS } : {};
  expect(await codeOf(await act(what, first.id, body, dv01))).toEqual([403, 'NOT_ALLOWED']);
  expect(await codeOf(await act(what, first.id, body, ''))).toEqual([401, 'NOT_SIGNED_IN']);
  for (const id of ['nothing', 'khoa-giao.2024-H1.DV01.99', 'khoa-giao.2031-H1.DV01.1', 'khoa-giao.2024-H1.DV05.1'])
    expect(await codeOf(await act(what, id, body))).toEqual([404, 'NOT_FOUND']);
  expect((await receiptOf(first.id)).state).toBe('submitted');
});

test.each([
  ['return', ''],
  ['return', {}],
  ['return', { comments: [] }],
  ['return', { comments: [{ name: 'CT_A_01' }] }],
  ['return', { comments: [{ name: 'CT_A_01', text: '   ' }] }],
  ['return', { comments: [{ name: 'CT_A_01', text: 'x'.repeat(1001) }] }],
  ['return', { comments: Array(201).fill(COMMENTS[0]) }],
  ['return', { comments: [{ ...COMMENTS[1], row: 0 }] }],
  ['return', { comments: [{ ...COMMENTS[1], row: 1.5 }] }],
  ['return', { comments: COMMENTS, reason: 'x' }],
  ['accept', '['],
  ['accept', { comments: [] }],
])('%s with %j is refused', async (what, body) => {
  expect(await codeOf(await act(what, first.id, body))).toEqual([400, 'BAD_REQUEST']);
  expect((await receiptOf(first.id)).state).toBe('submitted');
});

test.each([
  ['CT_Z_99', undefined],
  ['PL1_khong_co', undefined],
  ['PL9', undefined],
  ['Z', undefined],
  ['GT_A_01', undefined],
  ['PL1_so_hn', 9999],
  ['CT_A_01', 1],
  ['PL1', 1],
])('a comment at %s, row %s, has no place', async (name, row) => {
  const answer = await act('return', first.id, { comments: [COMMENTS[0], { name, row, text: 'x' }] });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { detail: string }).detail).toContain(`"${name}"`);
  expect((await receiptOf(first.id)).state).toBe('submitted');
});

describe('returned', () => {
  let template: Uint8Array;
  let before: Submission;
  beforeAll(async () => {
    before = (await (await get(`submissions/${first.id}/values`, dv01)).json()) as Submission;
    const answer = await act('return', first.id, { comments: [...COMMENTS, { name: 'A', text: '  Mu\u0323c A ' }] });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(await receiptOf(first.id));
    template = new Uint8Array(await (await get(`${H1}/template`, dv01)).arrayBuffer());
  });
  test('the receipt carries the comments', async () => {
    expect(await receiptOf(first.id)).toEqual({
      ...first,
      state: 'returned',
      returned: { at: expect.stringMatching(/^\d{4}-.*Z$/), comments: [...COMMENTS, { name: 'A', text: 'Mục A' }] },
    });
  });
  test('it goes on counting, and the board sees that it was returned', async () => {
    const status = (await (await get(`${H1}/status`, board)).json()) as { received: number; units: object[] };
    expect(status.received).toBe(1);
    expect(status.units[0]).toMatchObject({ unit: 'DV01', state: 'returned', counted: 1 });
    expect((await get(`submissions/${first.id}/values`, dv01)).status).toBe(200);
  });
  test('the next download is that report', async () => {
    const unit = FORM.definition.units[0]!;
    const mine = canonicalReport(extract(await cellsOf(template), FORM), FORM, unit);
    expect(differences(mine, canonicalOf(before, FORM), FORM)).toEqual([]);
    const blank = new Uint8Array(await (await get(`${H1}/template`, dv02)).arrayBuffer());
    const other = canonicalReport(extract(await cellsOf(blank), FORM), FORM, FORM.definition.units[1]!);
    expect(other.values.CT_A_01).toBeUndefined();
  });
  describeWith(python(), 'with the comments as notes', () => {
    test('for openpyxl', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'returned-'));
      writeFileSync(join(folder, 'f.xlsx'), template);
      const program =
        'import sys, json, openpyxl\nb = openpyxl.load_workbook(sys.argv[1])\n' +
        'print(json.dumps([c.comment.text for s in b for r in s.iter_rows() for c in r if c.comment]))';
      const notes = JSON.parse(await runPython(program, join(folder, 'f.xlsx'))) as string[];
      rmSync(folder, { recursive: true });
      const texts = [...COMMENTS.map(({ text }) => text), 'Mục A'].map((text) => `Ban Tuyên giáo:\n${text}`);
      expect(notes.sort()).toEqual(texts.sort());
    });
  });
  test('a correction is sent in its place, starts anew, and the old one can no longer be acted on', async () => {
    const second = await submit(dv01, sample('2024-H1', 'DV01'));
    expect(second).toMatchObject({ revision: 2, state: 'submitted' });
    expect(second.returned).toBeUndefined();
    for (const [what, body] of [
      ['return', { comments: COMMENTS }],
      ['accept', {}],
    ] as const) {
      const answer = await act(what, first.id, body, board, 'en');
      const said = (await answer.json()) as { code: string; detail: string };
      expect([answer.status, said.code]).toEqual([409, 'NOT_CURRENT']);
      expect(said.detail).toContain('revision 2');
    }
    expect((await receiptOf(first.id)).state).toBe('returned');
  });
});

test('accepted: with no body at all, twice, and a later report needs it anew', async () => {
  const answer = await act('accept', 'khoa-giao.2024-H1.DV01.2', '');
  const receipt = (await answer.json()) as Receipt;
  expect(receipt).toMatchObject({ state: 'accepted', acceptedAt: expect.stringMatching(/Z$/) });
  expect(await (await act('accept', receipt.id, {})).json()).toEqual(receipt);
  expect(await submit(dv01, sample('2024-H1', 'DV01'))).toMatchObject({ revision: 3, state: 'submitted' });
});

test('what was refused counts for nothing: it can be neither returned nor accepted', async () => {
  const refused = await centre.client.submit(dv02, PLACE, sample('2024-H1', 'DV03'), randomUUID());
  expect(refused.ok).toBe(false);
  const answer = await act('accept', 'khoa-giao.2024-H1.DV02.1', {});
  expect(await codeOf(answer)).toEqual([409, 'NOT_CURRENT']);
});

test('the master’s log tells of every act', async () => {
  const master = await centre.client.master(board, PLACE, true);
  if (!master.ok) throw new Error('no master');
  const book = await read(Buffer.from(master.body));
  const sheet = (name: string) =>
    valuesOf(
      book,
      book.sheets.findIndex((s) => s.name === name),
    );
  const cells = sheet('NhatKy');
  const log = Object.keys(cells)
    .filter((place) => /^D(?!1$)/.test(place))
    .map((place) => ['B', 'C', 'D', 'E'].map((column) => cells[place.replace('D', column)]));
  expect(log.filter(([, , what]) => String(what).startsWith('Ban '))).toEqual([
    ['DV01', 1, 'Ban trả lại để sửa', '4 ý kiến · BAN'],
    ['DV01', 2, 'Ban duyệt', 'BAN'],
  ]);
  await act('return', 'khoa-giao.2024-H1.DV01.3', { comments: COMMENTS });
  const after = await centre.client.master(board, PLACE, true);
  if (!after.ok) throw new Error('no master');
  const newer = await read(Buffer.from(after.body));
  const standing = valuesOf(
    newer,
    newer.sheets.findIndex((s) => s.name === 'TinhHinhNop'),
  );
  expect(Object.values(standing)).toContain('Trả lại để sửa');
});

test('in a locked period only who was sent back may send again', async () => {
  await centre.client.lock(board, PLACE, 'Đã tổng hợp xong để báo cáo');
  expect(await centre.client.submit(dv02, PLACE, sample('2024-H1', 'DV02'), randomUUID())).toMatchObject({
    ok: false,
    problem: { code: 'PERIOD_LOCKED' },
  });
  expect(await submit(dv01, sample('2024-H1', 'DV01'))).toMatchObject({ revision: 4 });
  expect((await centre.client.submit(dv01, PLACE, sample('2024-H1', 'DV01'), randomUUID())).ok).toBe(false);
});
