// The one file of the unit's door that speaks `fetch`: signs in, fetches the template, submits, polls. Answers are values;
// only a network that is away rejects. A try keeps its key, so that a retry never becomes a second report.

import type { Receipt } from '../templates/receipt/receipt';
import type { ViolationLine } from '../templates/violation/violation';

/** RFC 9457, as the centre gives it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly violations?: readonly ViolationLine[];
  /** The upload was kept all the same. */
  readonly receipt?: Receipt;
}

export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly body: T }
  | { readonly ok: false; readonly problem: Problem };

export interface Session {
  readonly token: string;
  readonly role: 'unit' | 'board';
  readonly unit?: string;
}

export interface Place {
  readonly form: string;
  readonly period: string;
}

/** How the board has left a period. */
export interface PeriodState extends Place {
  readonly locked: { readonly at: string; readonly reason: string } | null;
  readonly extensions: readonly {
    readonly at: string;
    readonly until: string;
    readonly units: readonly string[] | null;
    readonly reason: string;
  }[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @param base where the functions are, without a slash at the end: `https://…/api` */
export function connect(base: string, language: 'vi' | 'en' = 'vi') {
  const periodPath = ({ form, period }: Place): string => `${base}/forms/${form}/periods/${period}`;
  const call = (url: string, token: string | undefined, init: RequestInit = {}): Promise<Response> =>
    fetch(url, {
      ...init,
      headers: { 'accept-language': language, ...(token ? { authorization: `Bearer ${token}` } : {}), ...init.headers },
    });
  const act = async (token: string, place: Place, what: string, body: unknown): Promise<Answer<PeriodState>> =>
    read(
      await call(`${periodPath(place)}/${what}`, token, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );

  return {
    signIn: async (code: string): Promise<Answer<Session>> =>
      read(
        await call(`${base}/session`, undefined, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code }),
        }),
      ),

    template: async (token: string, place: Place, unit: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      readBytes(await call(`${periodPath(place)}/template?unit=${encodeURIComponent(unit)}`, token)),

    /** @param key one UUID a try, the same when it is repeated */
    submit: async (
      token: string,
      place: Place,
      workbook: Uint8Array<ArrayBuffer>,
      key: string,
    ): Promise<Answer<Receipt>> =>
      read(
        await call(`${periodPath(place)}/submissions`, token, {
          method: 'POST',
          headers: { 'content-type': XLSX, 'idempotency-key': key },
          body: workbook,
        }),
      ),

    submission: async (token: string, id: string): Promise<Answer<Receipt>> =>
      read(await call(`${base}/submissions/${encodeURIComponent(id)}`, token)),
    original: async (token: string, id: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      readBytes(await call(`${base}/submissions/${encodeURIComponent(id)}/workbook`, token)),

    /** Board only, like the two below: a reason of at least 10 characters is kept with it. */
    lock: (token: string, place: Place, reason: string) => act(token, place, 'lock', { reason }),
    unlock: (token: string, place: Place, reason: string) => act(token, place, 'unlock', { reason }),
    /** @param extension `until` is the last day, YYYY-MM-DD; all units where `units` is left out */
    extend: (token: string, place: Place, extension: { reason: string; until: string; units?: readonly string[] }) =>
      act(token, place, 'extend', extension),

    /** Board only. `fresh` waits for one that holds every receipt given out. */
    master: async (token: string, place: Place, fresh: boolean): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      readBytes(await call(`${periodPath(place)}/master${fresh ? '?fresh=1' : ''}`, token)),
  };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  return response.ok ? { ok: true, status: response.status, body: (await response.json()) as T } : refused(response);
}

async function readBytes(response: Response): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  return response.ok
    ? { ok: true, status: response.status, body: new Uint8Array(await response.arrayBuffer()) }
    : refused(response);
}

/** A gateway in between may answer with something else than a problem. */
async function refused(response: Response): Promise<{ ok: false; problem: Problem }> {
  const body: unknown = await response.json().catch(() => ({}));
  const fallback = { status: response.status, code: 'HTTP', title: response.statusText, detail: '' };
  return { ok: false, problem: { ...fallback, ...(body as Partial<Problem>) } };
}
