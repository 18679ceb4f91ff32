// The store on Azure Storage keeps the contract, shown on the emulator.

import { type Emulator, startEmulator } from '../../../functions/local-host/emulator';
import { openQueueInbox } from '../../../functions/store/azure-queue-inbox';
import { openAzureStore } from '../../../functions/store/azure-store';
import { openStore } from '../../../functions/store/open-store';
import { type QueueName, StoreUnavailable } from '../../../functions/store/store';
import { describeStore } from './store-contract';

let emulator: Emulator | undefined;

afterAll(() => emulator?.stop());

describeStore('the store on Azure Storage', async () => {
  emulator = await startEmulator();
  const { connectionString } = emulator;

  async function take(queue: QueueName): Promise<unknown> {
    const [message] = await openQueueInbox(connectionString, queue).receive(1, 60);
    if (message === undefined) return undefined;
    await message.delete();
    return JSON.parse(Buffer.from(message.text, 'base64').toString());
  }

  return { store: openStore({ AzureWebJobsStorage: connectionString }), take };
});

test('a store that was never prepared is unavailable, not empty', async () => {
  const other = await startEmulator();
  const store = openAzureStore({ connectionString: other.connectionString });
  await expect(store.blobs.get('a/b')).rejects.toThrow(StoreUnavailable);
  await expect(store.blobs.has('a/b')).rejects.toThrow(StoreUnavailable);
  await expect(store.rows.get('p', 'r')).rejects.toThrow(StoreUnavailable);
  await expect(store.rows.transact('p', [{ create: 'r', values: {} }])).rejects.toThrow(StoreUnavailable);
  await expect(store.queues.send('masters', 1)).rejects.toThrow(StoreUnavailable);
  await other.stop();
});
