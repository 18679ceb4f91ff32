// A fresh access code for an account: its name, then 60 random bits in an alphabet without look-alikes (no I, L, O, U).

import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `DV01-7K3M-Q0ZT-9XWB` */
export function newCode(account: string): string {
  const letters = Array.from(randomBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return [account, ...letters.match(/.{4}/g)!].join('-');
}
