// One http request to one function and back: Node's request becomes the library's, the library's answer Node's. The
// authLevel is not checked, as in the real host when it runs locally.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpData, InvocationResponse, NullableMap, TypedData } from './invocation-model';
import type { RouteParams } from './route';

/** What the library gets. Bodies always go as bytes; it drops those of GET and HEAD itself. */
export function toHttpInput(request: IncomingMessage, url: URL, params: RouteParams, bytes: Buffer): TypedData {
  const http: HttpData = {
    method: request.method ?? 'GET',
    url: url.href,
    nullableHeaders: nullable(headersOf(request)),
    nullableParams: nullable(params),
    nullableQuery: nullable(queryOf(url)),
    headers: {},
    ...(bytes.length === 0 ? {} : { body: { bytes } }),
  };
  return { http };
}

/** Writes what the function answered: 204 where it returned nothing. */
export function writeHttpOutput(response: ServerResponse, { returnValue }: InvocationResponse): void {
  const answer = returnValue?.http;
  if (answer === undefined) {
    response.writeHead(204).end();
    return;
  }
  if (answer.cookies?.length) throw new Error('The answer sets cookies: the local host does not carry them.');
  const body = Buffer.from(answer.body?.bytes ?? []);
  const status = Number(answer.statusCode ?? 200);
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    if (!HOP_BY_HOP.has(name.toLowerCase())) response.setHeader(name, value);
  }
  // To HEAD no length is better than that of no body (RFC 9110, 8.6).
  const counted = status !== 204 && status !== 304 && response.req.method !== 'HEAD';
  if (counted) response.setHeader('content-length', body.length);
  response.writeHead(status).end(body);
}

/** Belong to a connection, not to an answer. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]);
  return Object.fromEntries(headers);
}

/** The real host joins a key that comes twice with a comma, too. */
function queryOf(url: URL): Record<string, string> {
  const keys = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(keys.map((key) => [key, url.searchParams.getAll(key).join(',')]));
}

function nullable(values: Readonly<Record<string, string>>): NullableMap {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}
