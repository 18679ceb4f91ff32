// Bundles the programs we ship and run: one CommonJS file each, everything inside.
//   dist/functions.cjs   what Azure Functions (and the local host) loads
//   dist/web/            the pages it serves beside it: the pane, the upload page, their scripts, styles and icons

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
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

/** Page → its HTML, which names its script and style by SCRIPT and STYLE, and its script. */
const pages = {
  pane: ['addin/pane/pane.html', 'addin/pane/main.tsx'],
  nop: ['addin/nop/nop.html', 'addin/nop/main.tsx'],
};

/** @param outdir where the folder `web` is written; files are named by their content, so that they may be kept for ever */
export async function buildPages(outdir = here('dist/web')) {
  const { metafile } = await esbuild.build({
    absWorkingDir: here('.'),
    entryPoints: {
      ...Object.fromEntries(Object.entries(pages).map(([name, [, script]]) => [name, script])),
      style: 'addin/style/style.css',
    },
    outdir: `${outdir}/assets`,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    // Vietnamese as it is written: escapes would make it half as large again.
    charset: 'utf8',
    sourcemap: true,
    format: 'esm',
    // With all that is used of them and cannot be written otherwise: `.at`, `Object.hasOwn`, `crypto.randomUUID`.
    target: ['safari15.4', 'chrome94', 'firefox95'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  const outputs = Object.entries(metafile.outputs);
  const addressOf = (source) => `/assets/${basename(outputs.find(([, { entryPoint }]) => entryPoint === source)[0])}`;
  for (const [name, [html, script]] of Object.entries(pages)) {
    const text = readFileSync(here(html), 'utf8')
      .replace('STYLE', addressOf('addin/style/style.css'))
      .replace('SCRIPT', addressOf(script))
      .replace('ENGINE', addressOf('addin/report/engine.ts'));
    writeFileSync(`${outdir}/${name}.html`, text);
  }
  // What an earlier build left behind; never the folder itself, somebody may be reading.
  const written = new Set(outputs.map(([file]) => basename(file)));
  for (const file of readdirSync(`${outdir}/assets`, { withFileTypes: true }))
    if (file.isFile() && !written.has(file.name)) rmSync(`${outdir}/assets/${file.name}`);
  mkdirSync(`${outdir}/assets/icons`, { recursive: true });
  if (existsSync(here('addin/icons/png')))
    cpSync(here('addin/icons/png'), `${outdir}/assets/icons`, { recursive: true });
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await Promise.all([build(), buildPages()]);
