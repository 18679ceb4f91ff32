// Microsoft's own library from node_modules, in place of its content delivery network: the very addresses a page in
// production asks for, answered without a network.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

const HOSTED = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const FOLDER = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
};

export interface OfficeJsFile {
  readonly status: 200 | 404;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Undefined for an address that is not the library's. */
export function officeJs(url: string): OfficeJsFile | undefined {
  if (!url.startsWith(HOSTED)) return undefined;
  const name = decodeURIComponent(new URL(url).pathname.slice(new URL(HOSTED).pathname.length));
  const file = normalize(join(FOLDER, name));
  if (!file.startsWith(FOLDER + sep) || !existsSync(file))
    return { status: 404, contentType: 'text/plain', body: Buffer.alloc(0) };
  return {
    status: 200,
    contentType: MEDIA_TYPES[file.split('.').at(-1)!] ?? 'application/octet-stream',
    body: readFileSync(file),
  };
}

/** Of another origin than the page, and nothing that stays inside the browser. */
export function isForeign(url: string, page: string): boolean {
  return /^(?:https?|wss?):/.test(url) && new URL(url).host !== new URL(page).host;
}
