// A cell of the fake Excel's workbook, as the file keeps it; and the trouble that Excel would report about a request.

import type { Cell } from '../../../templates/cell/cell';

export interface StoredCell {
  readonly value: Cell['value'];
  /** Without `=`. */
  readonly formula?: string;
  /** Index into the styles of the file. */
  readonly style: number;
}

/** The codes are those of `Excel.ErrorCodes`. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A member that this host lacks. Never a quiet answer: the real Excel would have given one. */
export function notImplemented(what: string): HostError {
  return new HostError('NotImplemented', `The fake Excel has no ${what}; see tests/excel-host/README.md`);
}
