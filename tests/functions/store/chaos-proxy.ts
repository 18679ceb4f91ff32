// A proxy that misbehaves on demand, one fault per queued entry, to show what the store makes of a bad network. Knows
// http and nothing of storage. Requests without a queued fault pass unharmed.

import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault =
  /** The request reaches the service and is done; the connection breaks before the answer. */
  | 'reset-after'
  /** The connection breaks before the request reaches the service. */
  | 'reset-before'
  /** Accepted, never answered. */
  | 'silence'
  /** 503, the request does not reach the service. */
  | 'busy'
  /** The answer breaks off in the middle of its body. */
  | 'half-answer';

export interface ChaosProxy {
  readonly port: number;
  /** Faults for the next requests, one each, in this order. */
  readonly faults: Fault[];
  /** Requests seen so far. */
  seen(): number;
  close(): Promise<void>;
}

export async function startChaosProxy(targetPort: number): Promise<ChaosProxy> {
  const faults: Fault[] = [];
  const agent = new Agent({ keepAlive: true });
  let seen = 0;

  const server = createServer((incoming, outgoing) => {
    seen++;
    const fault = faults.shift();
    if (fault === 'silence') return;
    if (fault === 'reset-before') return void incoming.socket.destroy();
    if (fault === 'busy') {
      incoming.resume();
      return void outgoing.writeHead(503, { 'x-ms-error-code': 'ServerBusy' }).end();
    }
    const { method, url, headers } = incoming;
    const forwarded = request({ host: '127.0.0.1', port: targetPort, method, path: url, headers, agent }, (answer) => {
      void pass(answer, outgoing, fault);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    faults,
    seen: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

async function pass(answer: IncomingMessage, outgoing: ServerResponse, fault: Fault | undefined): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (fault === 'reset-after') return void outgoing.destroy();
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  if (fault !== 'half-answer') return void outgoing.end(body);
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
}
