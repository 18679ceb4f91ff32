// Types of inline-forms.mjs, which build.mjs needs as plain JavaScript.

import type { Plugin } from 'esbuild';

export function inlineForms(): Plugin;
