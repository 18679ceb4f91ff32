// How a file of a page is answered: kept by its hash, small where the client unpacks, and told what it may load. Excel on
// the web shows the pane in a frame of its own, so only the upload page forbids frames. How long icons are kept is Office's
// own affair.

import type { WebFile } from './web-files';

export interface Asked {
  readonly acceptEncoding: string | null;
  readonly ifNoneMatch: string | null;
}

export interface PageAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What a page may load: its own things, and for the pane Microsoft's Office.js. */
export type PageKind = 'pane' | 'upload' | 'asset';

const YEAR = 'public, max-age=31536000, immutable';
/** `pane-AB12CD34.js`: a name that changes with the content. */
const HASHED = /-[A-Z0-9]{8,}\.[a-z0-9.]+$/;

export function pageAnswer(file: WebFile, kind: PageKind, asked: Asked): PageAnswer {
  const gzipped = acceptsGzip(asked.acceptEncoding) ? file.gzipped : undefined;
  const etag = `"${file.hash}${gzipped ? '-gzip' : ''}"`;
  const headers: Record<string, string> = {
    ...cacheControl(file),
    etag,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(file.gzipped ? { vary: 'accept-encoding' } : {}),
    ...(file.type.startsWith('text/html') ? { 'content-security-policy': policy(kind) } : {}),
  };
  if (matches(asked.ifNoneMatch, etag)) return { status: 304, headers };
  headers['content-type'] = file.type;
  if (gzipped) headers['content-encoding'] = 'gzip';
  return { status: 200, headers, body: gzipped ?? file.bytes };
}

/** With an icon none at all: Office then shows a picture of its own (learn.microsoft.com, manifest: Image element). */
function cacheControl({ name, type }: WebFile): Record<string, string> {
  if (HASHED.test(name)) return { 'cache-control': YEAR };
  return type === 'image/png' ? {} : { 'cache-control': 'no-cache' };
}

/** What is said of gzip itself goes before what is said of any coding (RFC 9110, 12.5.3). */
export function acceptsGzip(acceptEncoding: string | null): boolean {
  const said = new Map(
    (acceptEncoding ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      return [name, !parameters.some((p) => /^q=0(?:\.0*)?$/.test(p))];
    }),
  );
  return said.get('gzip') ?? said.get('*') ?? false;
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): proxies that pack anew put `W/` before a tag. */
export function matches(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}

function policy(kind: PageKind): string {
  return [
    "default-src 'none'",
    `script-src 'self'${kind === 'pane' ? ' https://appsforoffice.microsoft.com' : ''}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
    ...(kind === 'pane' ? [] : ["frame-ancestors 'none'"]),
  ].join('; ');
}
