// One value, and whoever wants to hear that it was replaced.

export interface Observable<T> {
  readonly value: T;
  set(change: Partial<T>): void;
  listen(listener: () => void): () => void;
}

export function observable<T extends object>(first: T): Observable<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return value;
    },
    set(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
