// The forms of all folders `<form>/<version>/` under one root, as `templates/forms/` holds them. A folder's name and what
// its form.yaml says of itself must agree: a version that was copied and not renamed inside is refused.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { FormError } from '../../templates/form-definition/form-error';
import { readFormFolder } from './read-form-folder';

/**
 * By form, the newest version of each last.
 * @throws FormError where a folder is wrong
 */
export function formsUnder(root: string): FormDefinition[] {
  return foldersIn(root).flatMap((form) =>
    foldersIn(join(root, form)).map((version) => inItsFolder(join(root, form, version), form, version)),
  );
}

/** Folder names in order, `2024.10` after `2024.2`. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** A folder copied for a new version must say so inside too. */
function inItsFolder(folder: string, form: string, version: string): FormDefinition {
  const definition = readFormFolder(folder);
  if (definition.form === form && definition.version === version) return definition;
  const is = `${definition.form} ${definition.version}`;
  throw new FormError([
    {
      file: relative('', join(folder, 'form.yaml')),
      line: 1,
      message: {
        vi: `Tệp ghi mẫu "${is}" nhưng nằm trong thư mục ${form}/${version}. Sửa form và version cho khớp với tên thư mục.`,
        en: `The file says form "${is}" but stands in folder ${form}/${version}. Make form and version agree with the folder.`,
      },
    },
  ]);
}
