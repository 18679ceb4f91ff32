// The one file of the unit's door that speaks `fetch`: signs in, fetches the template, submits, polls. Answers are values;
// only a network that is away, or silent for too long, rejects. A try keeps its key, so that a retry never becomes a second report.

import type { FormDefinition } from '../templates/form-definition/form-definition';
import type { Receipt } from '../templates/receipt/receipt';
import type { CanonicalReport } from '../templates/submission/canonical-report';
import type { ListedForm } from '../templates/submission/listed-form';
import type { Submission } from '../templates/submission/submission';
import type { UnitFile } from '../templates/submission/unit-file';
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
  /** Of `NEWER_REVISION`: the report that came in between. */
  readonly latest?: Receipt;
}

/** A moment later the answer may be another: the centre is busy, starting, or behind a gateway that is. */
export const isPassing = ({ status }: Pick<Problem, 'status'>): boolean =>
  status >= 500 || status === 429 || status === 408;

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

/** What the board says of one place of a report; `row` of an annex's column, from 1. */
export interface Comment {
  readonly name: string;
  readonly text: string;
  readonly row?: number;
}

export interface SubmitOptions {
  /** The revision that this one is to replace; the centre refuses where a later one counts. */
  readonly base?: number | undefined;
  /** Hears of the share that has gone out, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined;
}

export type Centre = ReturnType<typeof connect>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';

/** A function that has to wake up first takes up to fifteen seconds. */
const ANSWER_MS = 25_000;
/** A workbook over a slow line. */
const DOWNLOAD_MS = 300_000;
/** Nothing has gone out, or come back, for so long: the line is dead, however long the whole may take. */
const SILENCE_MS = 90_000;

/** @param base where the functions are, without a slash at the end: `https://…/api` */
export function connect(base: string, language: 'vi' | 'en' = 'vi') {
  const periodPath = ({ form, period }: Place): string => `${base}/forms/${form}/periods/${period}`;
  const submissionPath = (id: string): string => `${base}/submissions/${encodeURIComponent(id)}`;
  const headersFor = (token: string | undefined): Record<string, string> => ({
    'accept-language': language,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  });
  const get = <T>(url: string, token: string): Promise<Answer<T>> =>
    within(ANSWER_MS, async (signal) => read(await fetch(url, { headers: headersFor(token), signal })));
  const getBytes = (url: string, token: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
    within(DOWNLOAD_MS, async (signal) => readBytes(await fetch(url, { headers: headersFor(token), signal })));
  const post = <T>(url: string, token: string | undefined, body: unknown): Promise<Answer<T>> =>
    within(ANSWER_MS, async (signal) => {
      const headers = { ...headersFor(token), 'content-type': JSON_TYPE };
      return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }));
    });

  return {
    signIn: (code: string): Promise<Answer<Session>> => post(`${base}/session`, undefined, { code }),

    forms: (token: string): Promise<Answer<{ readonly forms: readonly ListedForm[] }>> => get(`${base}/forms`, token),

    /** The whole form as data. The browser's own cache asks whether it has changed. */
    definition: (token: string, place: Place): Promise<Answer<FormDefinition>> =>
      get(`${periodPath(place)}/definition`, token),

    /** How the unit stands: due date, what it reported before, what it sent. */
    unitFile: (token: string, place: Place, unit: string): Promise<Answer<UnitFile>> =>
      get(`${periodPath(place)}/units/${encodeURIComponent(unit)}`, token),

    template: (token: string, place: Place, unit: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      getBytes(`${periodPath(place)}/template?unit=${encodeURIComponent(unit)}`, token),

    /**
     * @param report the workbook's bytes, or where nobody can have them its values
     * @param key one UUID a try, the same when it is repeated
     */
    submit: async (
      token: string,
      place: Place,
      report: Uint8Array<ArrayBuffer> | CanonicalReport,
      key: string,
      { base: revision, progress }: SubmitOptions = {},
    ): Promise<Answer<Receipt>> => {
      const workbook = report instanceof Uint8Array ? report : undefined;
      const headers = {
        ...headersFor(token),
        'content-type': workbook ? XLSX : JSON_TYPE,
        'idempotency-key': key,
        ...(revision === undefined ? {} : { 'base-revision': String(revision) }),
      };
      return read(
        await send(`${periodPath(place)}/submissions`, headers, workbook ?? JSON.stringify(report), progress),
      );
    },

    submission: (token: string, id: string): Promise<Answer<Receipt>> => get(submissionPath(id), token),
    /** Of a report that passed. */
    values: (token: string, id: string): Promise<Answer<Submission>> => get(`${submissionPath(id)}/values`, token),
    original: (token: string, id: string): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      getBytes(`${submissionPath(id)}/workbook`, token),

    /** Board only, like all below. */
    returnReport: (token: string, id: string, comments: readonly Comment[]): Promise<Answer<Receipt>> =>
      post(`${submissionPath(id)}/return`, token, { comments }),
    acceptReport: (token: string, id: string): Promise<Answer<Receipt>> =>
      post(`${submissionPath(id)}/accept`, token, {}),

    /** A reason of at least 10 characters is kept with it. */
    lock: (token: string, place: Place, reason: string): Promise<Answer<PeriodState>> =>
      post(`${periodPath(place)}/lock`, token, { reason }),
    unlock: (token: string, place: Place, reason: string): Promise<Answer<PeriodState>> =>
      post(`${periodPath(place)}/unlock`, token, { reason }),
    /** @param extension `until` is the last day, YYYY-MM-DD; all units where `units` is left out */
    extend: (
      token: string,
      place: Place,
      extension: { reason: string; until: string; units?: readonly string[] },
    ): Promise<Answer<PeriodState>> => post(`${periodPath(place)}/extend`, token, extension),

    /** `fresh` waits for one that holds every receipt given out. */
    master: (token: string, place: Place, fresh: boolean): Promise<Answer<Uint8Array<ArrayBuffer>>> =>
      getBytes(`${periodPath(place)}/master${fresh ? '?fresh=1' : ''}`, token),
  };
}

/** @throws where the work has not ended by then; `AbortSignal.timeout` is younger than the browsers we serve */
async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** fetch cannot tell how much of a body has gone out; the older call can. */
function send(
  url: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer>,
  progress: ((share: number) => void) | undefined,
): Promise<Response> {
  if (typeof XMLHttpRequest === 'undefined') return fetch(url, { method: 'POST', headers, body });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), SILENCE_MS);
    };
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      progress?.(total > 0 ? loaded / total : 0);
    };
    request.onload = () => {
      clearTimeout(timer);
      resolve(new Response(request.responseText, { status: request.status }));
    };
    request.onerror = request.onabort = () => {
      clearTimeout(timer);
      reject(new TypeError('The network is away'));
    };
    heard();
    request.send(body);
  });
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
