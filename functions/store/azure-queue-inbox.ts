// The receiving side of one Azure Storage queue, for the local host alone: on Azure the Functions host receives. Gives
// the queue's plain verbs and no policy: how often to try, when a message is poison and what its text means is decided
// by the caller.

import { type DequeuedMessageItem, QueueServiceClient } from '@azure/storage-queue';
import { boundedCalls } from './azure-call';

export interface QueueInbox {
  /** Makes the queue where it is missing. */
  prepare(): Promise<void>;
  /** Takes up to `count` (at most 32) messages and hides them for `hiddenSeconds`. */
  receive(count: number, hiddenSeconds: number): Promise<ReceivedMessage[]>;
}

export interface ReceivedMessage {
  readonly id: string;
  /** As stored: base64 or not. */
  readonly text: string;
  /** 1 at the first receipt. */
  readonly dequeueCount: number;
  readonly popReceipt: string;
  readonly insertedOn: Date;
  readonly expiresOn: Date;
  readonly nextVisibleOn: Date;
  /** Hides the message for so long from now; 0 shows it again at once. One call at a time: each renews the receipt. */
  hide(seconds: number): Promise<void>;
  /** Fails where the message became visible and was taken by somebody else in the meantime. */
  delete(): Promise<void>;
  /** Puts a copy into another queue, which is made where it is missing; the message itself stays. */
  copyTo(queue: string): Promise<void>;
}

/** Makes no call. Every call fails as StoreUnavailable after 20 s at most. */
export function openQueueInbox(connectionString: string, queue: string): QueueInbox {
  const call = boundedCalls(20_000);
  const service = QueueServiceClient.fromConnectionString(connectionString, { retryOptions: { maxTries: 2 } });
  const client = service.getQueueClient(queue);

  function toMessage(item: DequeuedMessageItem): ReceivedMessage {
    let { popReceipt } = item;
    return {
      id: item.messageId,
      text: item.messageText,
      dequeueCount: item.dequeueCount,
      popReceipt: item.popReceipt,
      insertedOn: item.insertedOn,
      expiresOn: item.expiresOn,
      nextVisibleOn: item.nextVisibleOn,
      async hide(seconds) {
        const answer = await call(`hide a message of ${queue}`, (abortSignal) =>
          client.updateMessage(item.messageId, popReceipt, item.messageText, seconds, { abortSignal }),
        );
        popReceipt = answer.popReceipt ?? popReceipt;
      },
      async delete() {
        await call(`delete a message of ${queue}`, (abortSignal) =>
          client.deleteMessage(item.messageId, popReceipt, { abortSignal }),
        );
      },
      async copyTo(other) {
        await call(`copy a message of ${queue} to ${other}`, async (abortSignal) => {
          const target = service.getQueueClient(other);
          await target.createIfNotExists({ abortSignal });
          await target.sendMessage(item.messageText, { messageTimeToLive: -1, abortSignal });
        });
      },
    };
  }

  return {
    async prepare() {
      await call(`make queue ${queue}`, (abortSignal) => client.createIfNotExists({ abortSignal }));
    },
    async receive(numberOfMessages, visibilityTimeout) {
      const answer = await call(`receive from ${queue}`, (abortSignal) =>
        client.receiveMessages({ numberOfMessages, visibilityTimeout, abortSignal }),
      );
      return answer.receivedMessageItems.map(toMessage);
    },
  };
}
