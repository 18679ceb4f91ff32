// Queues of the store in memory. Messages pass through JSON, as they do on the wire. Taking a message removes it: there
// is no visibility timeout and no second delivery here, a test that wants one sends the message again.

import { messageJson, requireDelay } from './refusals';
import type { QueueName, QueueStore } from './store';

export interface MemoryQueues extends QueueStore {
  /** The oldest visible message, removed; `undefined` where none is visible. */
  take(queue: QueueName): unknown;
  /** All visible messages, oldest first, removed. */
  takeAll(queue: QueueName): unknown[];
}

export function memoryQueues(now: () => number): MemoryQueues {
  const queues = new Map<string, { json: string; visibleAt: number }[]>();

  function take(queue: QueueName): unknown {
    const messages = queues.get(queue) ?? [];
    const index = messages.findIndex(({ visibleAt }) => visibleAt <= now());
    const [message] = index < 0 ? [] : messages.splice(index, 1);
    return message === undefined ? undefined : JSON.parse(message.json);
  }

  return {
    async send(queue, message, options = {}) {
      const json = messageJson(message);
      const delaySeconds = options.delaySeconds ?? 0;
      requireDelay(delaySeconds);
      const messages = queues.get(queue) ?? [];
      messages.push({ json, visibleAt: now() + delaySeconds * 1000 });
      queues.set(queue, messages);
    },
    async length(queue) {
      return queues.get(queue)?.length ?? 0;
    },
    take,
    takeAll(queue) {
      const taken: unknown[] = [];
      for (let message = take(queue); message !== undefined; message = take(queue)) taken.push(message);
      return taken;
    },
  };
}
