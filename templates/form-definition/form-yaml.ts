// The five files of a form's folder, parsed: each with its content and its lines.

import type { z } from 'zod';
import type { FORM_FILES, FormFileName } from './form-schema';
import type { YamlFile } from './yaml-file';

type Contents = { [N in FormFileName]: z.infer<(typeof FORM_FILES)[N]> };
export type FormYaml = { readonly [N in FormFileName]: YamlFile<Contents[N]> };
