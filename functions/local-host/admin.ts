// The host's own addresses, as the real host has them: `POST /admin/functions/{name}` runs a timer or queue function
// now (so nobody waits for a schedule), `GET /admin/functions` lists what is loaded, `GET /admin/host/status` says it
// runs. The real host asks for its master key; this one listens on the loopback address only.

import type { InvocationResponse, TypedData } from './invocation-model';
import type { LoadedFunction } from './load-app';

export interface AdminAnswer {
  readonly status: number;
  readonly json?: unknown;
}

export interface Administered {
  readonly functions: readonly LoadedFunction[];
  /** What `GET /admin/functions` shows. */
  readonly table: unknown;
  /** Starts a function; the caller does not wait for its end. */
  run(fn: LoadedFunction, data: TypedData): Promise<InvocationResponse>;
  /** The data of a timer that runs out of turn. */
  timerData(): TypedData;
}

/** @param body of a POST: JSON `{ "input": text }`, the message for a queue function; may be empty */
export function answerAdmin(method: string, path: string, body: Buffer, host: Administered): AdminAnswer {
  if (method === 'GET' && path === '/admin/host/status') return { status: 200, json: { state: 'Running' } };
  if (method === 'GET' && path === '/admin/functions') return { status: 200, json: host.table };
  const name = /^\/admin\/functions\/([^/]+)$/.exec(path)?.[1]?.toLowerCase();
  const fn = host.functions.find((one) => one.name.toLowerCase() === name);
  if (method !== 'POST' || fn === undefined) return { status: 404 };
  if (fn.trigger === 'timer') return started(host.run(fn, host.timerData()));
  if (fn.trigger !== 'queue') return { status: 400, json: { error: `${fn.name} is not a timer or queue function.` } };
  const input = inputOf(body);
  if (input === undefined) return { status: 400, json: { error: 'Expected a JSON body { "input": text }.' } };
  return started(host.run(fn, { string: input }));
}

function started(running: Promise<InvocationResponse>): AdminAnswer {
  running.catch(() => {}); // Whoever runs it logs it; the caller asked to start it, no more.
  return { status: 202 };
}

/** Text as it is; anything else as its JSON, which is what a message would hold. */
function inputOf(body: Buffer): string | undefined {
  try {
    const { input } = JSON.parse(body.toString()) as { input?: unknown };
    return typeof input === 'string' ? input : JSON.stringify(input);
  } catch {
    return undefined;
  }
}
