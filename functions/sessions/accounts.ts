// Who may sign in: one account a unit, one for the board. A code names its account in its first part (`DV01-…`), so that
// it is looked up and not searched for. After ten wrong codes in a row the account rests for a quarter of an hour.

import type { Store } from '../store/store';
import { hashCode, isCode } from './access-code';

export interface Account {
  readonly id: string;
  readonly role: 'unit' | 'board';
}

export type SignIn =
  | { readonly kind: 'ok'; readonly account: Account }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'resting'; readonly until: string };

const PARTITION = 'accounts';
const MOST_FAILURES = 10;
const REST_MS = 15 * 60_000;
export const DEMO_PREFIX = 'demo-';

/**
 * Sets or replaces an account's code.
 * @throws Error for a demo code anywhere but in local development, and for a code that does not name the account
 */
export async function setCode(store: Store, account: Account, code: string, local: boolean): Promise<void> {
  if (code.startsWith(DEMO_PREFIX) && !local) throw new Error('Demo codes exist in local development only');
  if (accountOf(code) !== account.id) throw new Error(`The code does not name account ${account.id}`);
  const values = { role: account.role, hash: await hashCode(code), failures: 0, restsUntil: '' };
  await store.rows.transact(PARTITION, [{ upsert: account.id, values }]);
}

export async function hasAccount(store: Store, id: string): Promise<boolean> {
  return (await store.rows.get(PARTITION, id)) !== undefined;
}

/** `DV01-7K3M…` → `DV01`; `demo-DV01` → `DV01`; undefined where no account can be meant. */
export function accountOf(code: string): string | undefined {
  const name = code.startsWith(DEMO_PREFIX) ? code.slice(DEMO_PREFIX.length) : code.split('-')[0]!;
  return /^[A-Z][A-Z0-9]{1,11}$/.test(name) ? name : undefined;
}

export async function signIn(store: Store, code: string, now: Date): Promise<SignIn> {
  const id = accountOf(code);
  const row = id === undefined ? undefined : await store.rows.get(PARTITION, id);
  if (!row || id === undefined) {
    // The same work as for a known account: the time must not tell which accounts exist.
    await hashCode(code);
    return { kind: 'wrong' };
  }
  const restsUntil = String(row.values.restsUntil ?? '');
  if (restsUntil > now.toISOString()) return { kind: 'resting', until: restsUntil };
  const good = await isCode(code, String(row.values.hash));
  const failures = good ? 0 : Number(row.values.failures) + 1;
  if (failures !== Number(row.values.failures)) {
    const rests = failures >= MOST_FAILURES;
    const values = {
      ...row.values,
      failures: rests ? 0 : failures,
      restsUntil: rests ? new Date(now.getTime() + REST_MS).toISOString() : '',
    };
    // Lost against another attempt at the same moment: that one has counted.
    await store.rows.transact(PARTITION, [{ replace: id, values, etag: row.etag }]);
  }
  return good
    ? { kind: 'ok', account: { id, role: row.values.role === 'board' ? 'board' : 'unit' } }
    : { kind: 'wrong' };
}
