// The http side of the local host: finds the function for a request and carries both ways. Listens on 127.0.0.1 only.
// Knows which requests are in flight, so that closing waits for them.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Administered, answerAdmin } from './admin';
import { answerCors, isAllowedOrigin } from './cors';
import { methodsOf, routeOf } from './function-table';
import { toHttpInput, writeHttpOutput } from './http-trigger';
import type { Invoke } from './invoke';
import type { LoadedFunction } from './load-app';
import { type HostLog, traceOf } from './log';
import { readBody } from './request-body';
import { bySpecificity, parseRoute, type Route } from './route';
import type { HostSettings } from './settings';

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests and waits for those in flight. */
  close(): Promise<void>;
}

export interface HttpServerParts {
  /** 0 for any free one. */
  readonly port: number;
  readonly settings: HostSettings;
  readonly invoke: Invoke;
  readonly admin: Administered;
  readonly log: HostLog;
}

/** The real platform's limit is 210 MB (100 MB by default in host.json); a report is far below either. */
const MAX_BODY_BYTES = 100 * 1024 * 1024;

export async function startHttpServer({ port, settings, invoke, admin, log }: HttpServerParts): Promise<HttpServer> {
  const routes = routesOf(admin.functions, settings.routePrefix);
  const inFlight = new Set<Promise<void>>();
  let closing = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (closing) return respond(response, 503, { connection: 'close' });
    const url = urlOf(request);
    if (url === undefined) return respond(response, 400);
    if (answerCors(request, response, settings)) return;
    const isAdmin = url.pathname.startsWith('/admin/');
    // A page in a browser may send a POST anywhere without asking; it must not start functions here.
    if (isAdmin && request.headers.origin && !isAllowedOrigin(request.headers.origin, settings))
      return respond(response, 403);
    const found = isAdmin ? undefined : findRoute(routes, request.method ?? 'GET', url.pathname);
    // A wrong method is 404 as well: to the real host's router it is a route that does not match.
    if (!isAdmin && found === undefined) return respond(response, 404, { connection: 'close' });

    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === 'broken-off') return void response.destroy();
    if (body === 'too-large') return respond(response, 413, { connection: 'close' });
    if (found === undefined) {
      const { status, json } = answerAdmin(request.method ?? 'GET', url.pathname, body.bytes, admin);
      return respond(response, status, { 'content-type': 'application/json' }, json);
    }
    const output = await invoke(found.fn, toHttpInput(request, url, found.params, body.bytes));
    if (closing) response.setHeader('connection', 'close');
    writeHttpOutput(response, output);
  }

  const server = createServer((request, response) => {
    const done = answer(request, response).catch((error) => {
      log('error', 'system', `${request.method} ${request.url}: ${traceOf(error)}`);
      if (response.headersSent) response.destroy();
      else respond(response, 500);
    });
    const gone = done.then(() => flushed(response)).finally(() => inFlight.delete(gone));
    inFlight.add(gone);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      while (inFlight.size > 0) await Promise.all(inFlight);
      server.closeAllConnections();
      await closed;
    },
  };
}

interface RoutedFunction {
  readonly fn: LoadedFunction;
  readonly route: Route;
  readonly methods: readonly string[];
}

/** @throws Error where two functions answer the same method and paths: the real host fails at the first such request */
function routesOf(functions: readonly LoadedFunction[], prefix: string): RoutedFunction[] {
  const routed: RoutedFunction[] = [];
  for (const fn of functions.filter(({ trigger }) => trigger === 'http')) {
    const one = { fn, route: parseRoute(`${prefix}/${routeOf(fn)}`), methods: methodsOf(fn) };
    const twin = routed.find(
      ({ route, methods }) => route.shape === one.route.shape && methods.some((method) => one.methods.includes(method)),
    );
    if (twin) throw new Error(`${fn.name} and ${twin.fn.name} answer the same requests: ${routeOf(fn)}.`);
    routed.push(one);
  }
  return routed.sort((a, b) => bySpecificity(a.route, b.route));
}

function findRoute(routes: readonly RoutedFunction[], method: string, path: string) {
  for (const { fn, route, methods } of routes) {
    const params = methods.includes(method) ? route.match(path) : undefined;
    if (params !== undefined) return { fn, params };
  }
  return undefined;
}

function urlOf(request: IncomingMessage): URL | undefined {
  const address = `http://${request.headers.host ?? '127.0.0.1'}${request.url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function respond(response: ServerResponse, status: number, headers: Record<string, string> = {}, json?: unknown): void {
  response.writeHead(status, headers).end(json === undefined ? undefined : JSON.stringify(json));
}

function flushed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.writableFinished || response.destroyed) resolve();
    response.once('finish', resolve).once('close', resolve);
  });
}
