// Which settings name a store. Opening makes no call, so every kind can be opened here.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '../../../functions/store/open-store';
import { StoreUnavailable } from '../../../functions/store/store';

const uris = {
  Storage__blobServiceUri: 'https://a.blob.core.windows.net',
  Storage__queueServiceUri: 'https://a.queue.core.windows.net',
  Storage__tableServiceUri: 'https://a.table.core.windows.net',
};

test.each([
  ['the emulator', { AzureWebJobsStorage: 'UseDevelopmentStorage=true' }],
  [
    'a connection string',
    {
      STORAGE_CONNECTION_STRING:
        'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=YQ==;EndpointSuffix=core.windows.net',
    },
  ],
  ['an identity', uris],
  ['a user-assigned identity', { ...uris, Storage__clientId: '00000000-0000-0000-0000-000000000000' }],
])('%s opens a store', (_, settings) => {
  expect(openStore(settings)).toHaveProperty('prepare');
});

test.each([{}, { AzureWebJobsStorage: '' }, { Storage__blobServiceUri: uris.Storage__blobServiceUri }])(
  'settings that name no storage are refused: %j',
  (settings) => {
    expect(() => openStore(settings)).toThrow('No storage in the settings');
  },
);

test('the first connection string wins', async () => {
  const nobody = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/first;';
  const rest = 'QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;';
  const store = openStore({
    STORAGE_CONNECTION_STRING: nobody + rest,
    AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  });
  await expect(store.blobs.has('x')).rejects.toThrow(StoreUnavailable);
  await expect(store.blobs.has('x')).rejects.toThrow('127.0.0.1:1');
});

test('on Azure the token comes from the managed identity the settings name', async () => {
  const asked: string[] = [];
  const identity = createServer((request, response) => {
    asked.push(request.url ?? '');
    const token = {
      access_token: 'made-up',
      expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      token_type: 'Bearer',
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token));
  });
  await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
  // What App Service tells a process about its identity.
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/token`;
  process.env.IDENTITY_HEADER = 'made-up';
  const clientId = '00000000-0000-0000-0000-00000000abcd';
  const nobody = { ...uris, Storage__blobServiceUri: 'https://127.0.0.1:1' };
  const store = openStore({ ...nobody, Storage__clientId: clientId, WEBSITE_INSTANCE_ID: 'here' });
  await expect(store.blobs.has('x')).rejects.toThrow(StoreUnavailable);
  expect(asked[0]).toContain(clientId);
  await new Promise((resolve) => {
    identity.close(resolve);
    identity.closeAllConnections();
  });
});
