// POST /api/session: an access code for a short-lived token.

import { z } from 'zod';
import { accountOf, DEMO_PREFIX, hasAccount, setCode, signIn } from '../sessions/accounts';
import { isLoopback } from '../sessions/local-development';
import { issueToken } from '../sessions/token';
import { json, open, problem } from './answer';
import type { Centre } from './centre';

const body = z.strictObject({ code: z.string().min(1).max(200) });

export const session = open(async ({ request, centre, language }) => {
  const read = body.safeParse(await request.json().catch(() => undefined));
  if (!read.success) return problem('BAD_REQUEST', language);
  const { code } = read.data;
  if (code.startsWith(DEMO_PREFIX)) {
    if (!centre.local || !isLoopback(request.url)) return problem('WRONG_CODE', language);
    await ensureDemoAccount(centre, code);
  }
  const now = centre.now();
  const result = await signIn(centre.store, code, now);
  if (result.kind === 'resting') return problem('RESTING', language);
  if (result.kind === 'wrong') return problem('WRONG_CODE', language);
  const { id, role } = result.account;
  const token = await issueToken(result.account, centre.tokenKey, now);
  return json(200, role === 'unit' ? { token, role, unit: id } : { token, role });
});

/** Demo accounts come into being when they are first used, and only on a developer's machine. */
async function ensureDemoAccount({ store, forms, local }: Centre, code: string): Promise<void> {
  const id = accountOf(code);
  const board = forms.some((f) => f.board.code === id);
  const known = board || forms.some((f) => f.units.some((u) => u.code === id));
  if (!id || !known || code !== `${DEMO_PREFIX}${id}` || (await hasAccount(store, id))) return;
  await setCode(store, { id, role: board ? 'board' : 'unit' }, code, local);
}
