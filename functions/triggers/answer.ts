// How a door answers: JSON, a problem, a workbook; and the one wrapper every http function goes through, so that signing
// in, language, and what to say when storage is away are the same everywhere.

import type { HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Account } from '../sessions/accounts';
import { readToken } from '../sessions/token';
import { StoreUnavailable } from '../store/store';
import { XLSX_TYPE } from '../xlsx/media-type';
import { type Centre, centre } from './centre';
import { PROBLEMS, type ProblemCode } from './problems';

export type Language = 'vi' | 'en';

export interface Visit {
  readonly request: HttpRequest;
  readonly centre: Centre;
  readonly language: Language;
  readonly log: (message: string) => void;
}
/** A visit by somebody who has signed in. */
export interface SignedVisit extends Visit {
  readonly account: Account;
}

const COMMON = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function json(status: number, body: unknown, headers: Record<string, string> = {}): HttpResponseInit {
  return {
    status,
    headers: { ...COMMON, 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** `more` may carry a title and detail of its own, violations, a receipt. */
export function problem(
  code: ProblemCode,
  language: Language,
  more: Record<string, unknown> & { status?: number } = {},
): HttpResponseInit {
  const { status, title, detail } = PROBLEMS[code];
  const body = { type: 'about:blank', status, code, title: title[language], detail: detail[language], ...more };
  return {
    status: body.status,
    headers: { ...COMMON, 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language },
    body: JSON.stringify(body),
  };
}

export function workbook(bytes: Uint8Array, fileName: string, headers: Record<string, string> = {}): HttpResponseInit {
  return download(bytes, fileName, { 'content-type': XLSX_TYPE, ...headers });
}

/** Bytes as they are, with their media type among the headers. */
export function download(bytes: Uint8Array, fileName: string, headers: Record<string, string>): HttpResponseInit {
  return {
    status: 200,
    headers: { ...COMMON, 'content-disposition': `attachment; filename="${fileName}"`, ...headers },
    body: bytes,
  };
}

export type Handler = (request: HttpRequest, context: InvocationContext) => Promise<HttpResponseInit>;

/** A door that anybody may use. */
export function open(handle: (visit: Visit) => Promise<HttpResponseInit>): Handler {
  return async (request, context) => {
    const language = languageOf(request);
    try {
      return await handle({ request, centre: await centre(), language, log: (message) => context.warn(message) });
    } catch (error) {
      context.error(error);
      if (error instanceof StoreUnavailable)
        return {
          ...problem('UNAVAILABLE', language),
          headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '30' },
        };
      // Nothing of the inside goes out.
      return problem('INTERNAL', language);
    }
  };
}

/** After an act of the board: the master tells of it. If this message is lost, the next one builds it. */
export async function askForMaster({ centre, log }: Visit, form: string, period: string): Promise<void> {
  await centre.store.queues
    .send('masters', { form, period })
    .catch((error: unknown) => log(`master not asked for: ${error}`));
}

/** A door for one role, or for both. */
export function signedIn(
  role: Account['role'] | 'any',
  handle: (visit: SignedVisit) => Promise<HttpResponseInit>,
): Handler {
  return open(async (visit) => {
    const [scheme, token] = (visit.request.headers.get('authorization') ?? '').split(' ');
    const account =
      scheme?.toLowerCase() === 'bearer' && token
        ? await readToken(token, visit.centre.tokenKey, visit.centre.now())
        : undefined;
    if (!account) return problem('NOT_SIGNED_IN', visit.language);
    if (role !== 'any' && account.role !== role) return problem('NOT_ALLOWED', visit.language);
    return handle({ ...visit, account });
  });
}

function languageOf(request: HttpRequest): Language {
  const first = (request.headers.get('accept-language') ?? '').trim().toLowerCase();
  return first.startsWith('en') ? 'en' : 'vi';
}
