// What an expression works on and gives: Excel's scalars.

import type { CellError } from '../cell/cell';

/** `null` is a blank cell. Dates are serial numbers of the 1900 system. */
export type Value = number | string | boolean | null;
export type Result = Value | CellError;
