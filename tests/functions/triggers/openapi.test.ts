// The document against the doors where other tests do not lead: what is sent is taken up to the limits that openapi.json
// states, and refused beyond them. That answers are as described, every test of a running centre sees to.

import { randomUUID } from 'node:crypto';
import { DOCUMENT } from '../../../functions/triggers/openapi-document';
import { describedCall, holdAgainstDocument, schemaFaults } from '../../setup/described-answers';
import { type RunningCentre, startCentre } from '../../setup/running-centre';

let centre: RunningCentre;
let tokens: Readonly<Record<'unit' | 'board', string>>;
beforeAll(async () => {
  centre = await startCentre();
  tokens = { unit: await centre.token('demo-DV01'), board: await centre.token('demo-BAN') };
});
afterAll(() => centre.stop());

const H1 = '/forms/khoa-giao/periods/2024-H1';
const ID = '/submissions/khoa-giao.2024-H1.DV01.1';
const REASON = 'Đã hết hạn nộp';
const COMMENT = { name: 'CT_A_01', text: 'x' };
/** Of another unit: of the right shape, it is refused for that. */
const REPORT = { form: 'khoa-giao', version: '2024.1', period: '2024-H1', unit: 'DV09', values: {}, annexes: {} };
const long = (length: number): string => 'x'.repeat(length);

async function answerTo(path: string, body: object): Promise<[status: number, code: string | undefined]> {
  const answer = await fetch(`${centre.api}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${path.endsWith('/submissions') ? tokens.unit : tokens.board}`,
      'idempotency-key': randomUUID(),
    },
  });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}
const documentAgainst = (path: string, body: object): string[] =>
  schemaFaults(describedCall('POST', path)!.requestBody!.content['application/json']!.schema, body, 'body');

describe('within its limits', () => {
  test.each<[path: string, body: object, answer: [number, string | undefined]]>([
    ['/session', { code: long(200) }, [401, 'WRONG_CODE']],
    [`${H1}/lock`, { reason: long(500) }, [200, undefined]],
    [`${H1}/unlock`, { reason: long(10) }, [200, undefined]],
    [`${H1}/extend`, { reason: REASON, until: '2999-12-31', units: Array(500).fill('DV01') }, [200, undefined]],
    [`${ID}/return`, { comments: Array(200).fill({ ...COMMENT, text: long(1000) }) }, [404, 'NOT_FOUND']],
    [`${ID}/return`, { comments: [{ ...COMMENT, name: long(80) }] }, [400, 'BAD_REQUEST']],
    [`${ID}/accept`, {}, [404, 'NOT_FOUND']],
    [`${H1}/submissions`, { ...REPORT, values: { TM_T_1: long(32_767), CT_A_01: 1.5 } }, [422, 'OTHER_UNIT']],
    [`${H1}/submissions`, { ...REPORT, annexes: { PL1: Array(500).fill({ so_hn: 1 }) } }, [422, 'OTHER_UNIT']],
  ])('%s case %#', async (path, body, answer) => {
    expect(documentAgainst(path, body)).toEqual([]);
    expect(await answerTo(path, body)).toEqual(answer);
  });
});

describe('beyond its limits', () => {
  test.each<[path: string, body: object]>([
    ['/session', { code: long(201) }],
    ['/session', { code: '' }],
    ['/session', { code: 'x', more: 1 }],
    [`${H1}/lock`, { reason: long(501) }],
    [`${H1}/lock`, { reason: long(9) }],
    [`${H1}/unlock`, { reason: REASON, more: 1 }],
    [`${H1}/extend`, { reason: REASON, until: '2999-12-31', units: Array(501).fill('DV01') }],
    [`${H1}/extend`, { reason: REASON, until: '2999-12-31', units: [] }],
    [`${H1}/extend`, { reason: REASON, until: '2999-02-29' }],
    [`${H1}/extend`, { reason: REASON, until: '2999-12-31', more: 1 }],
    [`${ID}/return`, { comments: Array(201).fill(COMMENT) }],
    [`${ID}/return`, { comments: [{ ...COMMENT, name: long(81) }] }],
    [`${ID}/return`, { comments: [{ ...COMMENT, text: long(1001) }] }],
    [`${ID}/return`, { comments: [{ ...COMMENT, row: 0 }] }],
    [`${ID}/return`, { comments: [{ ...COMMENT, more: 1 }] }],
    [`${ID}/return`, { comments: [COMMENT], more: 1 }],
    [`${ID}/accept`, { more: 1 }],
    [`${H1}/submissions`, { ...REPORT, more: 1 }],
    [`${H1}/submissions`, { ...REPORT, version: '' }],
    [`${H1}/submissions`, { ...REPORT, values: { TM_T_1: long(32_768) } }],
    [`${H1}/submissions`, { ...REPORT, values: { TM_T_1: null } }],
    [`${H1}/submissions`, { ...REPORT, unit: 'DV01', annexes: { PL1: Array(501).fill({ so_hn: 1 }) } }],
  ])('%s case %#', async (path, body) => {
    expect(documentAgainst(path, body)).not.toEqual([]);
    expect([400, 413]).toContain((await answerTo(path, body))[0]);
  });
});

describe('an answer that is not as described is found', () => {
  const receipt = { state: 'submitted' };
  test.each<[init: RequestInit, answer: Response, says: string]>([
    [{}, Response.json({ status: 'ok', more: 1 }), 'GET /health: 200 : Unrecognized key: "more"'],
    [{}, Response.json({ status: 'well' }), 'GET /health: 200 status: Invalid input'],
    [{}, Response.json({}, { status: 418 }), 'GET /health: 418 is not described'],
    [{}, new Response('ok'), 'GET /health: 200 as text/plain is not described'],
    [{ method: 'POST', body: '{"more":1}' }, Response.json(receipt), 'accept: body : Too big'],
    [{ method: 'POST', body: '' }, Response.json(receipt), 'accept: 200 number: Invalid input'],
  ])('%j', async (init, answer, says) => {
    const { fetch } = globalThis;
    globalThis.fetch = async () => answer;
    const holds = holdAgainstDocument('https://centre.example/api');
    const path = init.method ? 'submissions/khoa-giao.2024-H1.DV01.1/accept' : 'health';
    const given = await globalThis.fetch(`https://centre.example/api/${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    expect(given).toBe(answer);
    expect(given.bodyUsed).toBe(false);
    expect(holds).toThrow(says);
    globalThis.fetch = fetch;
  });
});

test('every call may find the store away', () => {
  for (const calls of Object.values(DOCUMENT.paths))
    for (const { responses } of Object.values(calls)) expect(Object.keys(responses)).toContain('503');
});

test('a report may come as bytes of no kind', () => {
  const { content } = describedCall('POST', `${H1}/submissions`)!.requestBody!;
  expect(content).toHaveProperty(['application/octet-stream']);
});
