// The store in memory keeps the contract.

import { openMemoryStore } from '../../../functions/store/memory-store';
import { describeStore } from './store-contract';

describeStore('the store in memory', async () => {
  const store = openMemoryStore();
  return { store, take: async (queue) => store.queues.take(queue) };
});

test('a test can move the clock of delayed messages', async () => {
  let now = 0;
  const { queues } = openMemoryStore({ now: () => now });
  await queues.send('masters', 'later', { delaySeconds: 3600 });
  await queues.send('masters', 'now');
  expect(queues.takeAll('masters')).toEqual(['now']);
  now = 3_600_000;
  expect(queues.takeAll('masters')).toEqual(['later']);
});
