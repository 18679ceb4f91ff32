// For build.mjs: puts the published forms into a bundle as data. Where a bundle imports published-forms.ts it gets what
// that module gives today, so one file is deployed and no YAML is parsed at start. A form that is wrong fails the build.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const LOADER = /[\\/]functions[\\/]forms[\\/]published-forms\.ts$/;

/** The esbuild plugin. */
export function inlineForms() {
  return {
    name: 'inline-forms',
    setup(build) {
      build.onLoad({ filter: LOADER }, async ({ path }) => {
        try {
          const forms = JSON.stringify(await runLoader(path));
          return {
            loader: 'js',
            contents: `const FORMS = JSON.parse(${JSON.stringify(forms)});\nexport function publishedForms() {\n  return FORMS;\n}\n`,
          };
        } catch (error) {
          return { errors: messagesOf(error) };
        }
      });
    },
  };
}

/** What the real loader gives, bundled by itself and run here. */
async function runLoader(path) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path).href) },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(path));
  return module.exports.publishedForms();
}

/** Every problem of a form as a message of its own, at its file and line. */
function messagesOf(error) {
  if (error?.name !== 'FormError') throw error;
  return error.problems.map(({ file, line, message }) => ({
    text: `${message.vi}\n  ${message.en}`,
    location: { file, line },
  }));
}
