// The engine, fetched once. A page that was opened with no network and an empty cache asks again at the next check.

export type Engine = typeof import('./engine');

let loading: Promise<Engine> | undefined;

/** @throws where it cannot be fetched */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./engine').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
