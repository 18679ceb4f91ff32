// What the built pages may not ask of a browser, although it is promised to work: the compiler lets it pass, and a part that holds
// it does not even load there.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ASSETS = resolve(__dirname, '../../dist/web/assets');

/** Looking behind, which Safari has since 16.4; but for the one that asks whether it is there (templates/rules/pattern.ts). */
const looksBehind = (text: string): string[] =>
  [...text.matchAll(/\(\?<[!=].{0,20}/g)].map(([found]) => found).filter((found) => !found.startsWith('(?<!a)b'));

test('no part looks behind in a pattern', () => {
  const parts = readdirSync(ASSETS).filter((file) => file.endsWith('.js'));
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.flatMap((file) => looksBehind(readFileSync(join(ASSETS, file), 'utf8')))).toEqual([]);
  expect(looksBehind('new RegExp("x|(?<![\\uD800])[\\uDC00]","g")')).toHaveLength(1);
});
