// Queues in Azure Storage: sending only. Receiving is the Functions host's work (see azure-queue-inbox.ts for the local
// one). Messages are base64, which is what the host expects: a message sent as plain JSON goes straight to poison.

import type { QueueServiceClient } from '@azure/storage-queue';
import { type BoundedCall, refusalOf } from './azure-call';
import { messageJson, requireDelay } from './refusals';
import type { QueueStore } from './store';

/** `send` is at least once: after an answer lost on the way the SDK's retry may send a second copy. */
export function azureQueues(service: QueueServiceClient, call: BoundedCall): QueueStore {
  return {
    async send(queue, message, options = {}) {
      const text = Buffer.from(messageJson(message)).toString('base64');
      const visibilityTimeout = options.delaySeconds ?? 0;
      requireDelay(visibilityTimeout);
      await call(`send to queue ${queue}`, (abortSignal) =>
        // Without -1 a message that nobody took is dropped after seven days, in silence.
        service.getQueueClient(queue).sendMessage(text, { visibilityTimeout, messageTimeToLive: -1, abortSignal }),
      );
    },

    async length(queue) {
      return call(`length of queue ${queue}`, async (abortSignal) => {
        try {
          const { approximateMessagesCount } = await service.getQueueClient(queue).getProperties({ abortSignal });
          return approximateMessagesCount ?? 0;
        } catch (error) {
          // A poison queue exists only once something went there.
          if (refusalOf(error).code === 'QueueNotFound' || refusalOf(error).status === 404) return 0;
          throw error;
        }
      });
    },
  };
}
