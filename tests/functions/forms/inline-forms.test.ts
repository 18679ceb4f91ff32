// The build step that puts the published forms into a bundle: the bundle holds what the loader gives, and a wrong form
// fails the build with its own words.

import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { type BuildFailure, build } from 'esbuild';
import { inlineForms } from '../../../functions/forms/inline-forms.mjs';
import { publishedForms } from '../../../functions/forms/published-forms';
import { copyRealForm, inTemporaryFolder } from './form-folders';

const ROOT = resolve(__dirname, '../../..');

async function bundle(root: string): Promise<{ text: string; inputs: string[] }> {
  const result = await build({
    stdin: { contents: "export * from './functions/forms/published-forms';", resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    plugins: [inlineForms()],
  });
  return { text: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) };
}

describe('published forms inside a bundle', () => {
  test('are what the loader gives, and nothing is read or parsed at start', async () => {
    const { text, inputs } = await bundle(ROOT);
    expect(inputs.filter((input) => input !== '<stdin>')).toEqual(['functions/forms/published-forms.ts']);
    const module: { exports: { publishedForms?: () => unknown } } = { exports: {} };
    runInNewContext(text, { module });
    expect(JSON.stringify(module.exports.publishedForms!())).toBe(JSON.stringify(publishedForms()));
  });

  test('a wrong form fails the build: file, line and both languages', () =>
    inTemporaryFolder(async (root) => {
      copyProject(root);
      copyRealForm(join(root, 'templates/forms/khoa-giao/2024.1'), (text) =>
        text.replace('calendar: nd-09', 'calendar: nd-90'),
      );
      const failure = await bundle(root).then(
        () => undefined,
        (error: BuildFailure) => error,
      );
      expect(failure?.errors).toHaveLength(1);
      const { text, location } = failure!.errors[0]!;
      expect(location).toMatchObject({ file: expect.stringMatching(/2024\.1.form\.yaml$/), line: 17 });
      expect(text).toMatch(/Không có lịch "nd-90".*\n {2}There is no calendar "nd-90"/);
    }));
});

/** The loader and what it imports, without the forms. */
function copyProject(root: string): void {
  mkdirSync(join(root, 'functions'));
  cpSync(join(ROOT, 'functions/forms'), join(root, 'functions/forms'), { recursive: true });
  const forms = join(ROOT, 'templates', 'forms');
  cpSync(join(ROOT, 'templates'), join(root, 'templates'), { recursive: true, filter: (source) => source !== forms });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
}
