// How a reader stops: a push parser deep inside a stream cannot return a refusal, so it throws this one, and the door
// of the reader catches it and hands the refusal on as a value. Nothing above the door ever sees it thrown.

import type { FileRefusal, FileRefusalCode } from '../violation/file-refusals';

export class FileRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.code);
    this.name = 'FileRefused';
  }
}

/** Throws `FileRefused`. */
export function refuse(code: FileRefusalCode, where: Omit<FileRefusal, 'code'> = {}): never {
  throw new FileRefused({ code, ...where });
}
