// What this computer remembers for us: tries that wait to be sent, what was sent with its receipt, forms and unit files for when
// the network is away. IndexedDB, in a database of its own for each partition that Office gives an add-in. Opens on first use, and
// again when the browser has closed it; one that forbids it leaves everything working but the memory.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FormDefinition } from '../templates/form-definition/form-definition';
import type { Receipt } from '../templates/receipt/receipt';
import type { CanonicalReport } from '../templates/submission/canonical-report';
import type { UnitFile } from '../templates/submission/unit-file';
import type { Place, Problem } from './centre';
import { isSamePlace, type ReportPlace } from './report/report-place';

/** One try to hand in a report, with all that is needed to repeat it. */
export interface Attempt extends ReportPlace {
  /** The idempotency key: one UUID a try. */
  readonly key: string;
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

/** A report that arrived, and what was in it. */
export interface Sent {
  readonly receipt: Receipt;
  readonly report: CanonicalReport;
}

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt };
  definitions: { key: string; value: FormDefinition };
  unitFiles: { key: string; value: UnitFile };
  sent: { key: string; value: Sent };
}

export type OwnStorage = ReturnType<typeof ownStorage>;
type StoreName = 'attempts' | 'definitions' | 'unitFiles' | 'sent';
const STORES: readonly StoreName[] = ['attempts', 'definitions', 'unitFiles', 'sent'];

/** @param partition what Office says this user's storage is to be kept apart by; empty outside Excel */
export function ownStorage(partition: string) {
  let opened: Promise<IDBPDatabase<Schema> | undefined> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<IDBPDatabase<Schema> | undefined> => {
    opened ??= opening().catch(() => {
      forget();
      return undefined;
    });
    return opened;
  };
  // Some browsers throw at once where a page may keep nothing.
  const opening = async (): Promise<IDBPDatabase<Schema>> =>
    openDB<Schema>(`khoa-giao${partition}`, 2, {
      upgrade(db) {
        for (const name of STORES) if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  /** Undefined where it cannot be done: nobody's work depends on what is remembered. */
  const ask = async <T>(question: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> => {
    const db = await database();
    return db && question(db).catch(() => undefined);
  };
  const get = <N extends StoreName>(name: N, key: string): Promise<Schema[N]['value'] | undefined> =>
    ask((db) => db.get(name, key));
  /** @returns whether it will be there tomorrow */
  const put = async <N extends StoreName>(name: N, key: string, value: Schema[N]['value']): Promise<boolean> =>
    (await ask((db) => db.put(name, value, key))) !== undefined;

  return {
    /** Undefined where nobody can say. */
    attempts: (): Promise<readonly Attempt[] | undefined> => ask((db) => db.getAll('attempts')),
    keepAttempt: (attempt: Attempt) => put('attempts', attempt.key, attempt),
    /** Only where it still is: another window may have sent or cancelled it. @returns false where it is gone */
    changeAttempt: async (attempt: Attempt): Promise<boolean> => {
      const changed = await ask(async (db) => {
        const { store } = db.transaction('attempts', 'readwrite');
        const isThere = (await store.getKey(attempt.key)) !== undefined;
        if (isThere) await store.put(attempt, attempt.key);
        return isThere;
      });
      return changed ?? true;
    },
    dropAttempt: async (key: string): Promise<void> => void (await ask((db) => db.delete('attempts', key))),

    /** @param unit whom it was made for: a unit's definition lists nobody else */
    definition: (place: Place, unit: string) => get('definitions', `${placeKey(place)} ${unit}`),
    keepDefinition: (place: Place, unit: string, definition: FormDefinition) =>
      put('definitions', `${placeKey(place)} ${unit}`, definition),
    unitFile: (place: Place, unit: string) => get('unitFiles', `${placeKey(place)} ${unit}`),
    keepUnitFile: (file: UnitFile) => put('unitFiles', `${placeKey(file)} ${file.unit.code}`, file),

    /** What this computer has sent of a unit's reports on a period, newest first. */
    sentReports: async (place: ReportPlace): Promise<readonly Sent[]> =>
      ((await ask((db) => db.getAll('sent'))) ?? [])
        .filter(({ receipt }) => isSamePlace(receipt, place))
        .sort((a, b) => b.receipt.revision - a.receipt.revision),
    keepSent: (sent: Sent) => put('sent', sent.receipt.id, sent),
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
