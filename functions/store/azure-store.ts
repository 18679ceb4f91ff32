// The store on Azure Storage (or its emulator): clients, names and retries in one place. Says where things lie: one
// container and one table of the project's own, and the queues by their names. Refuses to read settings: open-store.ts.

import { TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { azureBlobs } from './azure-blobs';
import { boundedCalls } from './azure-call';
import { azureQueues } from './azure-queues';
import { azureRows } from './azure-rows';
import { QUEUES, type Store } from './store';

export const CONTAINER = 'khoa-giao';
export const TABLE = 'khoagiao';

export type AzureStoreOptions = (
  | { readonly connectionString: string }
  | {
      /** e.g. `https://account.blob.core.windows.net` */
      readonly blobUri: string;
      readonly tableUri: string;
      readonly queueUri: string;
      readonly credential: TokenCredential;
    }
) & {
  /** How long one call may take in all, retries included. Default 20,000. */
  readonly boundMs?: number;
};

/** Makes no call: a wrong address or key shows at the first use, as StoreUnavailable. */
export function openAzureStore(options: AzureStoreOptions): Store {
  const call = boundedCalls(options.boundMs ?? 20_000);
  const { blobs, tables, queues } = openClients(options);
  const container = blobs.getContainerClient(CONTAINER);
  return {
    blobs: azureBlobs(container, call),
    rows: azureRows(tables, call),
    queues: azureQueues(queues, call),
    async prepare() {
      await Promise.all([
        call(`make container ${CONTAINER}`, (abortSignal) => container.createIfNotExists({ abortSignal })),
        call(`make table ${TABLE}`, (abortSignal) => tables.createTable({ abortSignal })),
        ...QUEUES.map((name) =>
          call(`make queue ${name}`, (abortSignal) => queues.getQueueClient(name).createIfNotExists({ abortSignal })),
        ),
      ]);
    },
  };
}

// Few and short: the caller has a queue or a person behind it and may try again; a hidden minute of retries helps neither.
const STORAGE = { retryOptions: { maxTries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2000 } };
const TABLES = {
  retryOptions: { maxRetries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 2000 },
};

function openClients(options: AzureStoreOptions) {
  if ('connectionString' in options) {
    const from = options.connectionString;
    // Only the emulator speaks plain http, and the table client alone insists on being told.
    const insecure = { ...TABLES, allowInsecureConnection: true };
    return {
      blobs: BlobServiceClient.fromConnectionString(from, STORAGE),
      tables: TableClient.fromConnectionString(from, TABLE, isPlainHttp(from) ? insecure : TABLES),
      queues: QueueServiceClient.fromConnectionString(from, STORAGE),
    };
  }
  return {
    blobs: new BlobServiceClient(options.blobUri, options.credential, STORAGE),
    tables: new TableClient(options.tableUri, TABLE, options.credential, TABLES),
    queues: new QueueServiceClient(options.queueUri, options.credential, STORAGE),
  };
}

function isPlainHttp(connectionString: string): boolean {
  return /UseDevelopmentStorage\s*=\s*true|TableEndpoint=http:|DefaultEndpointsProtocol=http(;|$)/i.test(
    connectionString,
  );
}
