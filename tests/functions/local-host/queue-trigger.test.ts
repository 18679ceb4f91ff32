// A queue function's loop: it outlives storage that fails, and leaves no message behind when it is stopped.

import { runQueue } from '../../../functions/local-host/queue-trigger';
import type { QueueInbox, ReceivedMessage } from '../../../functions/store/azure-queue-inbox';

const settings = { batchSize: 2, newBatchThreshold: 0, maxDequeueCount: 3, retrySeconds: 0, encoding: 'none' as const };

function message(text: string, deleted: string[]): ReceivedMessage {
  const when = new Date(0);
  return {
    id: text,
    text,
    dequeueCount: 1,
    popReceipt: 'r',
    insertedOn: when,
    expiresOn: when,
    nextVisibleOn: when,
    hide: async () => {},
    delete: async () => void deleted.push(text),
    copyTo: async () => {},
  };
}

test('storage that fails is tried again', async () => {
  const stop = new AbortController();
  const deleted: string[] = [];
  const prepare = jest.fn<Promise<void>, []>().mockRejectedValueOnce(new Error('nobody there')).mockResolvedValue();
  const inbox: QueueInbox = { prepare, receive: async () => [message('a', deleted)] };
  const run = async () => stop.abort();
  await runQueue(inbox, { queue: 'q', settings, inFlightSeconds: 60, log: () => {}, run }, stop.signal);
  expect(prepare).toHaveBeenCalledTimes(2);
  expect(deleted).toEqual(['a']);
});

test('messages handed out while stopping are still done', async () => {
  const stop = new AbortController();
  const deleted: string[] = [];
  const inbox: QueueInbox = {
    prepare: async () => {},
    receive: async () => {
      stop.abort();
      return [message('a', deleted), message('b', deleted)];
    },
  };
  const run = () => new Promise<void>((resolve) => setImmediate(resolve));
  await runQueue(inbox, { queue: 'q', settings, inFlightSeconds: 60, log: () => {}, run }, stop.signal);
  expect(deleted.sort()).toEqual(['a', 'b']);
});
