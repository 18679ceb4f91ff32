// Bundles screens-pictures.ts as build.mjs does and runs it, after one fresh build of the pages. Names of screens as arguments
// take only those.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { buildPages, bundling } from '../../build.mjs';
import { inlineForms } from '../../functions/forms/inline-forms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
await buildPages();
await esbuild.build({
  absWorkingDir: root,
  entryPoints: { 'take-screenshots': 'tests/addin/screens-pictures.ts' },
  outdir: 'dist/screenshots',
  outExtension: { '.js': '.cjs' },
  ...bundling,
  external: [...bundling.external, 'esbuild', 'puppeteer-core'],
  plugins: [inlineForms()],
});
const program = ['dist/screenshots/take-screenshots.cjs', ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status ?? 1);
