// Waiting that ends early when the host closes.

import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after `ms`, or as soon as `stop` aborts; never rejects. */
export async function sleep(ms: number, stop: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stop }).catch(() => {});
}
