// Runs one queue function: polls, hands out messages up to the limits of host.json, polls less often while nothing
// comes. Storage that does not answer is waited for, not died of.

import type { QueueInbox } from '../store/azure-queue-inbox';
import { traceOf } from './log';
import { type MessageWork, workOn } from './queue-message';
import { sleep } from './sleep';

const SHORTEST_POLL_MS = 100;
const LONGEST_POLL_MS = 1_000;

/** Resolves when `stop` aborted and the messages in work are done with. */
export async function runQueue(inbox: QueueInbox, work: MessageWork, stop: AbortSignal): Promise<void> {
  const { batchSize, newBatchThreshold } = work.settings;
  const inWork = new Set<Promise<void>>();
  let pollMs = SHORTEST_POLL_MS;
  let prepared = false;

  function start(message: Parameters<typeof workOn>[0]): void {
    const done = workOn(message, work)
      .catch((error) => work.log('error', 'system', `${work.queue}: ${traceOf(error)}`))
      .finally(() => inWork.delete(done));
    inWork.add(done);
  }

  while (!stop.aborted) {
    try {
      if (!prepared) await inbox.prepare();
      prepared = true;
      // Not cut short by stop: messages the service has handed out already would stay hidden without anybody working.
      const messages = await inbox.receive(batchSize, work.inFlightSeconds);
      for (const message of messages) start(message);
      pollMs = messages.length > 0 ? SHORTEST_POLL_MS : Math.min(pollMs * 1.5, LONGEST_POLL_MS);
      if (messages.length === 0) await sleep(pollMs, stop);
    } catch (error) {
      work.log('error', 'system', `${work.queue}: ${traceOf(error)}`);
      await sleep(LONGEST_POLL_MS, stop);
    }
    while (inWork.size > newBatchThreshold) await Promise.race(inWork);
  }
  await Promise.all(inWork);
}
