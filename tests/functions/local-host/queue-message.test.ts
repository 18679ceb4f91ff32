// What becomes of one queue message: done, tried again, or poison.

import { type MessageWork, workOn } from '../../../functions/local-host/queue-message';
import type { ReceivedMessage } from '../../../functions/store/azure-queue-inbox';

const base64 = (text: string) => Buffer.from(text).toString('base64');

function received(text: string, dequeueCount: number) {
  const done: string[] = [];
  const when = new Date(0);
  const message: ReceivedMessage = {
    id: 'm1',
    text,
    dequeueCount,
    popReceipt: 'r',
    insertedOn: when,
    expiresOn: when,
    nextVisibleOn: when,
    hide: async (seconds) => void done.push(`hide ${seconds}`),
    delete: async () => void done.push('delete'),
    copyTo: async (queue) => void done.push(`copy to ${queue}`),
  };
  return { message, done };
}

function work(run: MessageWork['run'], inFlightSeconds = 60): MessageWork {
  const settings = {
    batchSize: 16,
    newBatchThreshold: 8,
    maxDequeueCount: 3,
    retrySeconds: 7,
    encoding: 'base64' as const,
  };
  return { queue: 'q', settings, inFlightSeconds, log: () => {}, run };
}

test('a message whose function succeeds is deleted', async () => {
  const { message, done } = received(base64('{"unit":"Sở"}'), 2);
  const run = jest.fn<Promise<unknown>, Parameters<MessageWork['run']>>(async () => {});
  await workOn(message, work(run));
  expect(done).toEqual(['delete']);
  expect(run).toHaveBeenCalledWith('{"unit":"Sở"}', expect.objectContaining({ DequeueCount: { json: '2' } }));
});

test.each([
  ['before its last try it is shown again', 2, ['hide 7']],
  ['after its last try it is poison', 3, ['copy to q-poison', 'delete']],
])('a message whose function fails: %s', async (_, dequeueCount, expected) => {
  const { message, done } = received(base64('x'), dequeueCount);
  await workOn(
    message,
    work(() => Promise.reject(new Error('failed'))),
  );
  expect(done).toEqual(expected);
});

test.each([
  ['received more often than it may be tried', base64('x'), 4],
  ['not base64', '{"plain":"json"}', 1],
])('a message that was %s is poison without a try', async (_, text, dequeueCount) => {
  const { message, done } = received(text, dequeueCount);
  await workOn(
    message,
    work(() => Promise.reject(new Error('must not run'))),
  );
  expect(done).toEqual(['copy to q-poison', 'delete']);
});

test('while the function works its message is kept hidden', async () => {
  const { message, done } = received(base64('x'), 1);
  const twice = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (done.length < 2) return;
      clearInterval(watch);
      resolve();
    }, 5);
  });
  await workOn(
    message,
    work(() => twice, 0.02),
  );
  expect(done.slice(0, 2)).toEqual(['hide 0.02', 'hide 0.02']);
  expect(done.at(-1)).toBe('delete');
});
