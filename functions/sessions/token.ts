// The short-lived bearer token of a session: signed by us, read only by us. Everything that jose does not ask for by
// itself is asked for here: algorithm, issuer, audience, expiry, type and shape of each claim.

import { jwtVerify, SignJWT } from 'jose';
import type { Account } from './accounts';

const ISSUER = 'khoa-giao';
const AUDIENCE = 'khoa-giao-api';
const LIFE_SECONDS = 8 * 3600;
const MOST_CHARACTERS = 4096;

/** @param key at least 32 bytes */
export async function issueToken(account: Account, key: Uint8Array, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ role: account.role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(account.id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFE_SECONDS)
    .sign(key);
}

/** Undefined for anything but a token of ours that is still good. */
export async function readToken(token: string, key: Uint8Array, now: Date): Promise<Account | undefined> {
  if (token.length > MOST_CHARACTERS) return undefined;
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'JWT',
      requiredClaims: ['exp', 'iat', 'sub', 'role'],
      maxTokenAge: LIFE_SECONDS,
      currentDate: now,
    });
    const { sub, role } = payload;
    if (typeof sub !== 'string' || (role !== 'unit' && role !== 'board')) return undefined;
    return { id: sub, role };
  } catch {
    // Every reason is answered alike: not signed in.
    return undefined;
  }
}
