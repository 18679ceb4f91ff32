// How the checks of a form say what is wrong: which file, where in it, and what to do, in both languages.

import type { FormFileName } from './form-schema';
import type { Path } from './yaml-file';

export type Complain = (file: FormFileName, path: Path, vi: string, en: string) => void;
