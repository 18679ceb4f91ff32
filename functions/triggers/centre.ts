// The centre put together once a process: store, forms, examiner, clock, the key of the tokens. Everything below takes
// these as arguments; only this room knows where they come from.

import { randomBytes } from 'node:crypto';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { Examiner } from '../examine/examination';
import { examinerPool } from '../examine/examiner-pool';
import { publishedForms } from '../forms/published-forms';
import { isLocalDevelopment } from '../sessions/local-development';
import { openStore } from '../store/open-store';
import type { Store } from '../store/store';

export interface Centre {
  readonly store: Store;
  readonly forms: readonly FormDefinition[];
  readonly examiner: Examiner;
  readonly tokenKey: Uint8Array;
  readonly local: boolean;
  now(): Date;
}

let opened: Promise<Centre> | undefined;

/** @throws Error where the settings are not enough to start with */
export function centre(): Promise<Centre> {
  opened ??= open(process.env).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(settings: NodeJS.ProcessEnv): Promise<Centre> {
  const local = isLocalDevelopment(settings);
  const store = openStore(settings);
  await store.prepare();
  return {
    store,
    forms: publishedForms(),
    // The bundle itself, started again: one file is deployed.
    examiner: examinerPool({ program: __filename, processes: 1 }),
    tokenKey: tokenKey(settings.SESSION_SECRET, local),
    local,
    now: () => new Date(),
  };
}

function tokenKey(secret: string | undefined, local: boolean): Uint8Array {
  if (secret && Buffer.byteLength(secret) >= 32) return Buffer.from(secret);
  if (local) return randomBytes(32);
  throw new Error(
    'SESSION_SECRET must be set to at least 32 bytes of random text (for example: openssl rand -base64 48).',
  );
}
