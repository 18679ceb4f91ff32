// `npm run bench [name]`: builds the measuring programs as build.mjs builds everything else, and runs one or all of them, one
// after the other. What each measures is in bench/README.md.

import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { build, buildPages, bundling } from '../build.mjs';
import { inlineForms } from '../functions/forms/inline-forms.mjs';

const BENCHES = ['extract-one', 'check-one', 'compile-form', 'merge-1000', 'master-10000', 'pane'];
const PARTS = ['peers/merge-exceljs', 'build-one-master', 'compile-once'];

const root = fileURLToPath(new URL('..', import.meta.url));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. There are: ${BENCHES.join(', ')}.`);
  process.exit(2);
}

await Promise.all([build(), buildPages()]);
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [...BENCHES, ...PARTS].map((name) => `bench/${name}.ts`),
  outdir: 'dist/bench',
  outbase: 'bench',
  outExtension: { '.js': '.cjs' },
  ...bundling,
  // What the bench of the pane starts or serves from node_modules.
  external: [...bundling.external, 'azurite', 'esbuild', 'puppeteer-core', '@microsoft/office-js'],
  plugins: [inlineForms()],
});
// Read beside the program that puts it into a page.
copyFileSync(`${root}/tests/excel-host/page/fake-external.js`, `${root}/dist/bench/fake-external.js`);
for (const name of names.length > 0 ? names : BENCHES) {
  console.log(`\n## ${name}\n`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', `dist/bench/${name}.cjs`], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
