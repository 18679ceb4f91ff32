// Opens the store the settings name. A connection string comes first (the emulator, or an account with shared keys);
// without one the account is reached by identity, as the Bicep template sets it up. Refuses to guess: settings that
// name no storage are an Error that says which are looked for.

import type { TokenCredential } from '@azure/identity';
import { openAzureStore } from './azure-store';
import type { Store } from './store';

/**
 * Settings read, first match wins: `STORAGE_CONNECTION_STRING`, `AzureWebJobsStorage` (a connection string;
 * `UseDevelopmentStorage=true` is the emulator on its usual ports), or `Storage__blobServiceUri`,
 * `Storage__queueServiceUri`, `Storage__tableServiceUri` together, with `Storage__clientId` for a user-assigned
 * identity. Makes no call.
 * @throws Error where the settings name no storage
 */
export function openStore(settings: Readonly<Record<string, string | undefined>>): Store {
  const connectionString = settings.STORAGE_CONNECTION_STRING || settings.AzureWebJobsStorage;
  if (connectionString) return openAzureStore({ connectionString });

  const blobUri = settings.Storage__blobServiceUri;
  const queueUri = settings.Storage__queueServiceUri;
  const tableUri = settings.Storage__tableServiceUri;
  if (blobUri && queueUri && tableUri) {
    return openAzureStore({ blobUri, queueUri, tableUri, credential: credentialOf(settings) });
  }
  throw new Error(
    'No storage in the settings: set STORAGE_CONNECTION_STRING or AzureWebJobsStorage, or all of ' +
      'Storage__blobServiceUri, Storage__queueServiceUri and Storage__tableServiceUri.',
  );
}

/** @azure/identity takes 0.2 to 0.4 s to load, so it is loaded with the first token, never with the emulator. */
function credentialOf(settings: Readonly<Record<string, string | undefined>>): TokenCredential {
  let loaded: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes, options) {
      loaded ??= loadCredential(settings.Storage__clientId || undefined, isOnAzure(settings));
      return (await loaded).getToken(scopes, options);
    },
  };
}

async function loadCredential(clientId: string | undefined, onAzure: boolean): Promise<TokenCredential> {
  const identity = await import('@azure/identity');
  if (onAzure)
    return clientId ? new identity.ManagedIdentityCredential({ clientId }) : new identity.ManagedIdentityCredential();
  return new identity.DefaultAzureCredential(clientId ? { managedIdentityClientId: clientId } : {});
}

/** On Azure only the managed identity may be used: the default chain would also try whatever else the machine offers. */
function isOnAzure(settings: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(settings.WEBSITE_INSTANCE_ID || settings.Storage__credential === 'managedidentity');
}
