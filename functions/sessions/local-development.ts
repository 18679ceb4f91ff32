// Whether this is a developer's own machine: the only place where demo codes and a made-up token key are allowed. All
// three must hold, so that no single wrong setting opens a deployed centre.

/** @param settings the process' environment */
export function isLocalDevelopment(settings: Readonly<Record<string, string | undefined>>): boolean {
  const storage = settings.STORAGE_CONNECTION_STRING || settings.AzureWebJobsStorage || '';
  const emulator =
    storage === 'UseDevelopmentStorage=true' || /AccountName=devstoreaccount1;.*http:\/\/127\.0\.0\.1:/.test(storage);
  return settings.AZURE_FUNCTIONS_ENVIRONMENT === 'Development' && !settings.WEBSITE_INSTANCE_ID && emulator;
}

/** @param url the request's own URL */
export function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
