// What this computer remembers for us: tries that wait to be sent, forms and unit files for when the network is away, receipts.
// IndexedDB, in a database of its own for each partition that Office gives an add-in. Opens on first use; a browser that
// forbids it leaves everything working but the memory.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FormDefinition } from '../templates/form-definition/form-definition';
import type { Receipt } from '../templates/receipt/receipt';
import type { CanonicalReport } from '../templates/submission/canonical-report';
import type { UnitFile } from '../templates/submission/unit-file';
import type { Place, Problem } from './centre';

/** One try to hand in a report, with all that is needed to repeat it. */
export interface Attempt extends Place {
  /** The idempotency key: one UUID a try. */
  readonly key: string;
  readonly unit: string;
  readonly base: number;
  readonly body: Uint8Array<ArrayBuffer> | CanonicalReport;
  /** The values that are in it, to show later what has changed since. */
  readonly report: CanonicalReport;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly tries: number;
  /** What the centre said when it did not take it; it then waits for a person. */
  readonly problem?: Problem;
}

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt };
  definitions: { key: string; value: FormDefinition };
  unitFiles: { key: string; value: UnitFile };
  receipts: { key: string; value: Receipt };
}

export type OwnStorage = ReturnType<typeof ownStorage>;
type StoreName = 'attempts' | 'definitions' | 'unitFiles' | 'receipts';

/** @param partition what Office says this user's storage is to be kept apart by; empty outside Excel */
export function ownStorage(partition: string) {
  let opened: Promise<IDBPDatabase<Schema> | undefined> | undefined;
  const database = (): Promise<IDBPDatabase<Schema> | undefined> => {
    opened ??= openDB<Schema>(`khoa-giao${partition}`, 1, {
      upgrade(db) {
        for (const name of ['attempts', 'definitions', 'unitFiles', 'receipts'] as const) db.createObjectStore(name);
      },
    }).catch(() => undefined);
    return opened;
  };
  const get = async <N extends StoreName>(name: N, key: string): Promise<Schema[N]['value'] | undefined> =>
    (await database())?.get(name, key).catch(() => undefined);
  /** @returns whether it will be there tomorrow */
  const put = async <N extends StoreName>(name: N, key: string, value: Schema[N]['value']): Promise<boolean> => {
    const db = await database();
    if (!db) return false;
    return db.put(name, value, key).then(
      () => true,
      () => false,
    );
  };

  return {
    /** Undefined where nobody can say. */
    attempts: async (): Promise<readonly Attempt[] | undefined> =>
      (await database())?.getAll('attempts').catch(() => undefined),
    keepAttempt: (attempt: Attempt) => put('attempts', attempt.key, attempt),
    dropAttempt: async (key: string): Promise<void> => void (await (await database())?.delete('attempts', key)),

    definition: (place: Place) => get('definitions', placeKey(place)),
    keepDefinition: (place: Place, definition: FormDefinition) => put('definitions', placeKey(place), definition),
    unitFile: (place: Place, unit: string) => get('unitFiles', `${placeKey(place)} ${unit}`),
    keepUnitFile: (file: UnitFile) => put('unitFiles', `${placeKey(file)} ${file.unit.code}`, file),

    receipts: async (): Promise<readonly Receipt[]> =>
      (await (await database())?.getAll('receipts').catch(() => undefined)) ?? [],
    keepReceipt: (receipt: Receipt) => put('receipts', receipt.id, receipt),
  };
}

const placeKey = ({ form, period }: Place): string => `${form} ${period}`;

/** Small things, kept as text: who is signed in, which language. */
export function ownNotes(partition: string) {
  const at = (name: string): string => `khoa-giao${partition}.${name}`;
  return {
    read(name: string): string | undefined {
      try {
        return localStorage.getItem(at(name)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(name: string, text: string | undefined): void {
      try {
        if (text === undefined) localStorage.removeItem(at(name));
        else localStorage.setItem(at(name), text);
      } catch {
        // Private windows may forbid it; then it is asked again next time.
      }
    },
  };
}
export type OwnNotes = ReturnType<typeof ownNotes>;
