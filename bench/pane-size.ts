// How much of the pane goes over the network, packed as the centre packs it: what its page names and what that imports at once,
// the check engine that is fetched beside it, and the English words that only those get who ask for them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './sample-reports';

const WEB = join(ROOT, 'dist/web');
const STATIC = /(?:\bfrom\s*|\bimport\s*)"\.\/([\w.-]+\.js)"/g;
const LATER = /\bimport\("\.\/([\w.-]+\.js)"\)/g;

export interface PaneSize {
  readonly page: number;
  readonly style: number;
  readonly script: number;
  /** What the engine needs and the pane has not. */
  readonly engine: number;
  readonly english: number;
}

/** Bytes, each file by itself with gzip's usual effort. */
export function paneSize(): PaneSize {
  const html = text('pane.html');
  const named = (pattern: RegExp): string => {
    const name = pattern.exec(html)?.[1];
    if (!name) throw new Error(`pane.html names nothing like ${pattern}`);
    return name;
  };
  const own = withImports(named(/src="\/assets\/(pane-[\w-]+\.js)"/));
  const engine = without(withImports(named(/modulepreload" href="\/assets\/([\w-]+\.js)"/)), own);
  const later = new Set([...own].flatMap((name) => [...text(`assets/${name}`).matchAll(LATER)].map(([, one]) => one!)));
  const english = [...later].filter((name) => text(`assets/${name}`).includes('Sign in'));
  if (english.length !== 1) throw new Error(`The English words are in ${english.length} of: ${[...later].join(', ')}`);
  return {
    page: packed(['pane.html']),
    style: packed([`assets/${named(/href="\/assets\/(style-[\w-]+\.css)"/)}`]),
    script: packed([...own].map((name) => `assets/${name}`)),
    engine: packed([...engine].map((name) => `assets/${name}`)),
    english: packed([...without(withImports(english[0]!), own)].map((name) => `assets/${name}`)),
  };
}

function withImports(first: string): Set<string> {
  const names = new Set([first]);
  for (const name of names) for (const [, one] of text(`assets/${name}`).matchAll(STATIC)) names.add(one!);
  return names;
}

const text = (path: string): string => readFileSync(join(WEB, path), 'utf8');
const without = (names: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...names].filter((name) => !others.has(name));
const packed = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);
