// Bundles the programs we ship and run: one CommonJS file each, everything inside.
//   dist/functions.cjs   what Azure Functions (and the local host) loads

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { inlineForms } from './functions/forms/inline-forms.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const programs = {
  functions: 'functions/app.ts',
  host: 'functions/local-host/main.ts',
  start: 'functions/local-host/start.ts',
  cli: 'functions/command-line/main.ts',
  schemas: 'functions/forms/write-schemas-main.ts',
  'publish-form': 'functions/forms/publish-form-main.ts',
};

/** How every program of ours is bundled; a test that bundles a small app of its own uses the same. */
export const bundling = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['@azure/functions-core'],
  // The storage SDK's ES modules ask for import.meta.url, which a CommonJS bundle lacks.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

export async function build() {
  const entryPoints = Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(here(file))));
  if (Object.keys(entryPoints).length === 0) return;
  await esbuild.build({
    absWorkingDir: here('.'),
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    ...bundling,
    plugins: [inlineForms()],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
