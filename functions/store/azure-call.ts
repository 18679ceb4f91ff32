// One call to Azure Storage, bounded in time. The SDK's own time-outs do not end a call to a server that accepts and
// never answers, so each call runs against a clock of ours. Whatever goes wrong inside and is not understood there
// comes out as StoreUnavailable. Retries are the SDK's business, and few.

import { StoreUnavailable } from './store';

/** Runs `run` with a signal that aborts at the bound. `what` names the call in the error, e.g. `get blob raw/1.xlsx`. */
export type BoundedCall = <T>(what: string, run: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>;

export function boundedCalls(boundMs: number): BoundedCall {
  return async (what, run) => {
    const clock = new AbortController();
    const late = new Error(`no answer within ${boundMs} ms`);
    const timer = setTimeout(() => clock.abort(late), boundMs);
    try {
      // The race is for the few waits inside the SDK that do not look at the signal (fetching a token, for one).
      return await Promise.race([run(clock.signal), aborted(clock.signal)]);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      const cause = clock.signal.aborted ? late : error;
      throw new StoreUnavailable(`Storage: ${what}: ${messageOf(cause)}`, { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The HTTP status and the service's error code of a failed call, e.g. `{ status: 404, code: 'BlobNotFound' }`. */
export function refusalOf(error: unknown): { status: number | undefined; code: string | undefined } {
  if (typeof error !== 'object' || error === null) return { status: undefined, code: undefined };
  const { statusCode, code, details } = error as { statusCode?: unknown; code?: unknown; details?: unknown };
  const spelled = [code, (details as { errorCode?: unknown } | undefined)?.errorCode, odataCode(details)];
  return {
    status: typeof statusCode === 'number' ? statusCode : undefined,
    code: spelled.find((one) => typeof one === 'string'),
  };
}

/** Where the table service puts its code when the client parsed the body but did not lift it. */
function odataCode(details: unknown): unknown {
  return (details as { odataError?: { code?: unknown } } | undefined)?.odataError?.code;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
