// A form's folder on disk (`templates/forms/khoa-giao/2024.1`) read into a form definition. The five file names come from
// the form's schema; other files of the folder are not looked at.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type FormDefinition, readForm } from '../../templates/form-definition/form-definition';
import { FormError } from '../../templates/form-definition/form-error';
import { FORM_FILES } from '../../templates/form-definition/form-schema';

/** @throws FormError with every problem found; its files are given as paths from the working directory. */
export function readFormFolder(folder: string): FormDefinition {
  try {
    return readForm(filesOf(folder));
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    throw new FormError(error.problems.map((p) => ({ ...p, file: relative('', join(folder, p.file)) })));
  }
}

function filesOf(folder: string): Record<string, string> {
  const present = Object.keys(FORM_FILES).filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(present.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
