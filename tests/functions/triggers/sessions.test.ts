// Who gets in, on a centre that is not a developer's: codes issued by the command, no demo codes, no forged tokens.

import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { type Emulator, startEmulator } from '../../../functions/local-host/emulator';
import { hashCode, isCode } from '../../../functions/sessions/access-code';
import { setCode, signIn } from '../../../functions/sessions/accounts';
import { isLocalDevelopment } from '../../../functions/sessions/local-development';
import { openMemoryStore } from '../../../functions/store/memory-store';
import { type RunningCentre, startCentre } from '../../setup/running-centre';
import { runProgram } from '../../setup/tools';

const SECRET = 'a secret for this test only, forty bytes long';

let emulator: Emulator;
let centre: RunningCentre;
beforeAll(async () => {
  emulator = await startEmulator();
  centre = await startCentre({ AZURE_FUNCTIONS_ENVIRONMENT: 'Production', SESSION_SECRET: SECRET }, emulator);
});
afterAll(async () => {
  await centre.stop();
  await emulator.stop();
});

async function issue(account: string): Promise<string> {
  const printed = await runProgram(process.execPath, [resolve(__dirname, '../../../dist/cli.cjs'), 'code', account], {
    env: { AzureWebJobsStorage: emulator.connectionString },
  });
  return printed.trim();
}

test('demo codes do not exist outside local development', async () => {
  expect(await centre.client.signIn('demo-DV01')).toMatchObject({
    ok: false,
    problem: { status: 401, code: 'WRONG_CODE' },
  });
  await expect(setCode(openMemoryStore(), { id: 'DV01', role: 'unit' }, 'demo-DV01', false)).rejects.toThrow(
    'local development only',
  );
});

test('a code issued by the command signs in, and a newer one replaces it', async () => {
  const first = await issue('DV01');
  expect(first).toMatch(/^DV01(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(await centre.client.signIn(first)).toMatchObject({ ok: true, body: { role: 'unit', unit: 'DV01' } });
  const second = await issue('DV01');
  expect(await centre.client.signIn(first)).toMatchObject({ ok: false, problem: { code: 'WRONG_CODE' } });
  expect(await centre.client.signIn(second)).toMatchObject({ ok: true });
  expect(await centre.client.signIn(await issue('BAN'))).toMatchObject({ ok: true, body: { role: 'board' } });
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const NOW = Math.floor(Date.now() / 1000);
const GOOD = { role: 'unit', iss: 'khoa-giao', aud: 'khoa-giao-api', sub: 'DV01', iat: NOW, exp: NOW + 600 };
function forge(
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
  secret = SECRET,
  hash = 'sha256',
): string {
  const body = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part({ ...GOOD, ...claims })}`;
  return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`;
}
const statusOf = async (token: string): Promise<number> =>
  (await fetch(`${centre.api}/forms/khoa-giao/periods/2024-H1`, { headers: { authorization: `Bearer ${token}` } }))
    .status;

test('a token of the right shape and key is let in', async () => expect(await statusOf(forge({}))).toBe(200));

test.each<[string, string]>([
  ['another key', forge({}, {}, 'another secret that is also forty bytes long!')],
  ['another algorithm', forge({}, { alg: 'HS512' }, SECRET, 'sha512')],
  ['no algorithm', `${forge({}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`],
  ['expired', forge({ iat: NOW - 7200, exp: NOW - 10 })],
  ['no expiry', forge({ exp: undefined })],
  ['no issue time', forge({ iat: undefined })],
  ['older than a session may be', forge({ iat: NOW - 9 * 3600, exp: NOW + 600 })],
  ['another issuer', forge({ iss: 'khoa-giao.evil' })],
  ['another audience', forge({ aud: 'graph' })],
  ['another kind of token', forge({}, { typ: 'at+jwt' })],
  ['a role that is none', forge({ role: 'admin' })],
  ['roles in a list', forge({ role: ['board'] })],
  ['a subject that is no text', forge({ sub: ['DV01', 'DV02'] })],
  ['a tampered payload', forge({}).replace(/\.[^.]+\./, `.${part({ ...GOOD, role: 'board' })}.`)],
  ['a very long one', forge({ padding: 'x'.repeat(5000) })],
])('a token with %s is not', async (_, token) => expect(await statusOf(token)).toBe(401));

test('codes are kept as salted scrypt hashes', async () => {
  const [one, two] = [await hashCode('DV01-AAAA'), await hashCode('DV01-AAAA')];
  expect(one).toMatch(/^scrypt\$32768\$/);
  expect(one).not.toBe(two);
  expect([await isCode('DV01-AAAA', one), await isCode(' DV01-AAAA ', two), await isCode('DV01-AAAB', one)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('ten wrong codes rest the account for a quarter of an hour', async () => {
  const store = openMemoryStore();
  await store.prepare();
  await setCode(store, { id: 'DV01', role: 'unit' }, 'DV01-RIGHT', false);
  const at = (minutes: number) => new Date(Date.UTC(2024, 5, 17, 8, minutes));
  for (let i = 0; i < 10; i++) expect(await signIn(store, 'DV01-WRONG', at(0))).toEqual({ kind: 'wrong' });
  expect(await signIn(store, 'DV01-RIGHT', at(14))).toEqual({ kind: 'resting', until: at(15).toISOString() });
  expect(await signIn(store, 'DV01-RIGHT', at(16))).toEqual({ kind: 'ok', account: { id: 'DV01', role: 'unit' } });
});

test.each([
  [
    'emulator, development',
    { AZURE_FUNCTIONS_ENVIRONMENT: 'Development', AzureWebJobsStorage: 'UseDevelopmentStorage=true' },
    true,
  ],
  [
    'production',
    { AZURE_FUNCTIONS_ENVIRONMENT: 'Production', AzureWebJobsStorage: 'UseDevelopmentStorage=true' },
    false,
  ],
  [
    'on Azure',
    {
      AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      WEBSITE_INSTANCE_ID: '1',
    },
    false,
  ],
  [
    'a real account',
    {
      AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
      AzureWebJobsStorage: 'AccountName=x;BlobEndpoint=https://x.blob.core.windows.net/',
    },
    false,
  ],
  ['nothing set', {}, false],
])('local development: %s', (_, settings, expected) => expect(isLocalDevelopment(settings)).toBe(expected));
