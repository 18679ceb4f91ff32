// Cross-origin calls from browsers, by Host.CORS of local.settings.json, as the real host does locally. On Azure the
// platform answers in its place (siteConfig.cors). Decides nothing about who may call: only what browsers let pages read.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostSettings } from './settings';

type CorsSettings = Pick<HostSettings, 'corsOrigins' | 'corsCredentials'>;

/**
 * Adds the headers an allowed origin needs, and answers a preflight.
 * @returns whether the request was a preflight and is answered
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, settings: CorsSettings): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  const allowed = isAllowedOrigin(origin, settings);
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('vary', 'Origin');
    if (settings.corsCredentials) response.setHeader('access-control-allow-credentials', 'true');
  }
  const method = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || method === undefined) return false;
  if (allowed) {
    response.setHeader('access-control-allow-methods', method);
    const headers = request.headers['access-control-request-headers'];
    if (headers !== undefined) response.setHeader('access-control-allow-headers', headers);
    response.setHeader('access-control-max-age', '600');
  }
  // Without the headers above the browser itself turns the call down.
  response.writeHead(204).end();
  return true;
}

export function isAllowedOrigin(origin: string, { corsOrigins }: CorsSettings): boolean {
  return corsOrigins.some((one) => one === '*' || one.replace(/\/$/, '').toLowerCase() === origin.toLowerCase());
}
