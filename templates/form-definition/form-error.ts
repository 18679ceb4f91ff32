// What is wrong in a form's folder: file, line, what is there, what to do. Raised while a form is loaded, that is while
// somebody edits one or a program starts; never while a report travels.

export interface FormProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: { readonly vi: string; readonly en: string };
}

export class FormError extends Error {
  override readonly name = 'FormError';
  constructor(readonly problems: readonly FormProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message.vi}\n  ${p.message.en}`).join('\n'));
  }
}
