// Every form the project publishes. Read from disk in tests and while building; a bundle carries this module's result
// instead of it (inline-forms.mjs), so that one file is deployed and nothing is read at start.

import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { formsUnder } from './forms-under';

let published: readonly FormDefinition[] | undefined;

/**
 * By form, the newest version of each last.
 * @throws FormError where a folder is wrong
 */
export function publishedForms(): readonly FormDefinition[] {
  published ??= formsUnder(fileURLToPath(new URL('../../templates/forms', import.meta.url)));
  return published;
}
