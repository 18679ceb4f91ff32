// The real form with one thing changed, and what the loader says of it: for tests of forms that somebody has not got right.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readForm } from '../../../templates/form-definition/form-definition';
import { FormError, type FormProblem } from '../../../templates/form-definition/form-error';
import { FORM_FILES, type FormFileName } from '../../../templates/form-definition/form-schema';

const FOLDER = resolve(__dirname, '../../../templates/forms/khoa-giao/2024.1');

/** The texts of the real form. */
export const FILES = Object.fromEntries(
  Object.keys(FORM_FILES).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
) as Record<FormFileName, string>;

/** None where the form is accepted. */
export function problemsOf(files: Record<string, string>): readonly FormProblem[] {
  try {
    readForm(files);
    return [];
  } catch (error) {
    if (error instanceof FormError) return error.problems;
    throw error;
  }
}

/** The real form with the first `from` in `file` replaced. */
export function changed(file: FormFileName, from: string, to: string): Record<string, string> {
  if (!FILES[file].includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  return { ...FILES, [file]: FILES[file].replace(from, () => to) };
}

/** From 1, of the first line with `text`. */
export function lineWith(text: string, file: string): number {
  const at = file.indexOf(text);
  if (at < 0) throw new Error(`No line with ${JSON.stringify(text)}`);
  return file.slice(0, at).split('\n').length;
}
