// The life of one queue message in work: kept hidden while its function runs, deleted when it succeeded, shown again
// when it failed, moved to the poison queue after the last try. At least once: a host that dies in between leaves the
// message to come back by itself.

import type { ReceivedMessage } from '../store/azure-queue-inbox';
import type { TypedData } from './invocation-model';
import { type HostLog, traceOf } from './log';
import type { QueueSettings } from './settings';

export interface MessageWork {
  readonly queue: string;
  readonly settings: QueueSettings;
  /** How long a message stays hidden unless this host renews it. */
  readonly inFlightSeconds: number;
  readonly log: HostLog;
  /** Runs the function; rejects where it failed. */
  run(text: string, triggerMetadata: Readonly<Record<string, TypedData>>): Promise<unknown>;
}

/** Rejects where storage does; the message then comes back after its time. */
export async function workOn(message: ReceivedMessage, work: MessageWork): Promise<void> {
  const { settings, log, queue } = work;
  const text = settings.encoding === 'base64' ? fromBase64(message.text) : message.text;
  // More receipts than tries: the host died with it every time. The function does not get another one.
  if (message.dequeueCount > settings.maxDequeueCount) return poison(message, work, 'it was never finished');
  if (text === undefined) return poison(message, work, 'it is not base64');

  const stopRenewing = keepHidden(message, work);
  const failure = await work.run(text, metadataOf(message, text)).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  await stopRenewing();
  if (failure === undefined) return message.delete();
  log('error', 'system', `${queue}: try ${message.dequeueCount} of a message failed: ${traceOf(failure.error)}`);
  if (message.dequeueCount >= settings.maxDequeueCount) return poison(message, work, 'its last try failed');
  await message.hide(settings.retrySeconds);
}

async function poison(message: ReceivedMessage, { queue, log }: MessageWork, why: string): Promise<void> {
  log('error', 'system', `${queue}: message ${message.id} goes to ${queue}-poison: ${why}`);
  await message.copyTo(`${queue}-poison`);
  await message.delete();
}

/** Renews at half time. The returned function ends it, after a renewal under way: each changes the message's receipt. */
function keepHidden(message: ReceivedMessage, { inFlightSeconds, queue, log }: MessageWork): () => Promise<void> {
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal
      .then(() => message.hide(inFlightSeconds))
      .catch((error) => log('warning', 'system', `${queue}: a message may run twice: ${traceOf(error)}`));
  }, inFlightSeconds * 500);
  return () => {
    clearInterval(timer);
    return renewal;
  };
}

/** Strict: Node's decoder drops what it does not know, and plain JSON would become other bytes in silence. */
function fromBase64(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text.trim() ? bytes.toString('utf8') : undefined;
}

function metadataOf(message: ReceivedMessage, text: string): Record<string, TypedData> {
  return {
    QueueTrigger: { string: text },
    DequeueCount: { json: String(message.dequeueCount) },
    Id: { string: message.id },
    PopReceipt: { string: message.popReceipt },
    InsertionTime: { json: JSON.stringify(message.insertedOn) },
    ExpirationTime: { json: JSON.stringify(message.expiresOn) },
    NextVisibleTime: { json: JSON.stringify(message.nextVisibleOn) },
  };
}
