// Access codes: what a unit types to sign in. Kept only as scrypt hashes (RFC 7914; OWASP's parameters for interactive
// use), each with its own salt; compared in constant time.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const N = 2 ** 15;
const PARAMETERS = { N, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

/** `scrypt$32768$<salt>$<hash>`, both base64. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${N}$${salt.toString('base64')}$${(await derive(code, salt)).toString('base64')}`;
}

export async function isCode(code: string, stored: string): Promise<boolean> {
  const [, , salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(code, Buffer.from(salt, 'base64'));
  return expected.length === LENGTH && timingSafeEqual(given, expected);
}

function derive(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code.normalize('NFC').trim(), salt, LENGTH, PARAMETERS, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
