// Makes up for what was lost between two steps: uploads that were acknowledged but whose message never came are queued
// again, and every period with reports is looked at for a master that is behind.

import type { Store } from '../store/store';
import { eventOf } from './submission-rows';

export interface Swept {
  readonly requeued: number;
  readonly periods: number;
}

/** @param patience in milliseconds: younger uploads are still in the hands of the door or the queue */
export async function sweep(store: Store, now: Date, patience: number): Promise<Swept> {
  const before = new Date(now.getTime() - patience).toISOString();
  let requeued = 0;
  for await (const row of store.rows.query({ from: 'e~', before: 'e~~~~~', where: { state: 'received' } })) {
    const { form, period, unit, revision, receivedAt } = eventOf(row);
    if (receivedAt > before) continue;
    await store.queues.send('submissions', { form, period, unit, revision });
    requeued++;
  }
  const periods = new Set<string>();
  for await (const row of store.rows.query({ from: 'u~', before: 'u~~~~~' })) periods.add(row.partition);
  for (const partition of periods) {
    const [form, period] = partition.split('~');
    await store.queues.send('masters', { form, period });
  }
  return { requeued, periods: periods.size };
}
