// `node bundle-hasty-app.mjs OUTFILE`: the app as build.mjs bundles it, with one file changed for the kill test to find: the
// door of submissions is hasty-door.ts.

import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundling } from '../../../build.mjs';
import { inlineForms } from '../../../functions/forms/inline-forms.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const hasty = {
  name: 'hasty-door',
  setup(on) {
    on.onResolve({ filter: /^\.\/submissions$/ }, () => ({ path: here('./hasty-door.ts') }));
  },
};

await esbuild.build({
  ...bundling,
  absWorkingDir: here('../../..'),
  entryPoints: ['functions/app.ts'],
  outfile: process.argv[2],
  plugins: [hasty, inlineForms()],
});
