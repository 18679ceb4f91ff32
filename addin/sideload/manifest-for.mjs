// The manifest for another address than the development server's: node addin/sideload/manifest-for.mjs
//   --url https://bao-cao.example.vn --out out/manifest.xml
// Replaces the base address and nothing else. Refuses what Office would refuse: anything but https.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asProgram } from './as-program.mjs';

export const DEVELOPMENT_URL = 'https://localhost:3000';

/** @throws {Error} in words for whoever typed the address */
export function manifestFor(manifest, address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`"${address}" không phải là một địa chỉ. This is no address.`);
  }
  if (url.protocol !== 'https:')
    throw new Error(`"${address}": Office chỉ nhận địa chỉ https. Office takes https addresses only.`);
  if (url.username || url.search || url.hash)
    throw new Error(`"${address}": chỉ ghi tên máy chủ và đường dẫn. Give the server and its path only.`);
  const base = url.href.replace(/\/+$/, '');
  return manifest.replaceAll(`"${DEVELOPMENT_URL}`, () => `"${base}`);
}

function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } });
  if (!values.url || !values.out) {
    throw new Error('--url https://… --out out/manifest.xml');
  }
  const manifest = readFileSync(fileURLToPath(new URL('../../manifest.xml', import.meta.url)), 'utf8');
  const written = manifestFor(manifest, values.url);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, written);
  console.log(values.out);
}

await asProgram(import.meta.url, main);
