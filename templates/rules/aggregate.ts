// The functions over many values: SUM and its kin, COUNTIF, AND and OR. What stands in cells is taken as it is (text and
// blanks are passed over); what the formula itself gives is converted first, as Excel does.

import { type CellError, isCellError } from '../cell/cell';
import { excelError, numberIn, toBoolean, toNumber } from './coerce';
import { matcher } from './criterion';
import type { Result, Value } from './value';

/** `cells`: the values a name points at; `value`: what an expression gives. */
export type Argument =
  | { readonly kind: 'cells'; readonly cells: readonly Result[] }
  | { readonly kind: 'value'; readonly value: Result };

export function sumOf(args: readonly Argument[]): Result {
  return overNumbers(args, (numbers) => numbers.reduce((sum, n) => sum + n, 0));
}

export function maxOf(args: readonly Argument[]): Result {
  return overNumbers(args, (numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers)));
}

export function minOf(args: readonly Argument[]): Result {
  return overNumbers(args, (numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers)));
}

function overNumbers(args: readonly Argument[], give: (numbers: readonly number[]) => number): Result {
  const numbers: number[] = [];
  for (const arg of args) {
    if (arg.kind === 'cells') {
      for (const value of arg.cells) {
        if (isCellError(value)) return value;
        if (typeof value === 'number') numbers.push(value);
      }
    } else if (arg.value !== null) {
      const n = toNumber(arg.value);
      if (isCellError(n)) return n;
      numbers.push(n);
    }
  }
  return give(numbers);
}

/** COUNT: errors are passed over, not spread. */
export function countNumbers(args: readonly Argument[]): number {
  const counts = (value: Result): boolean =>
    typeof value === 'string' ? numberIn(value) !== undefined : typeof value === 'number' || typeof value === 'boolean';
  return total(args, (arg) =>
    arg.kind === 'cells' ? arg.cells.filter((v) => typeof v === 'number').length : Number(counts(arg.value)),
  );
}

/** COUNTA: all that is not blank, errors too. */
export function countFilled(args: readonly Argument[]): number {
  return total(args, (arg) =>
    arg.kind === 'cells' ? arg.cells.filter((v) => v !== null).length : Number(arg.value !== null),
  );
}

function total(args: readonly Argument[], of: (arg: Argument) => number): number {
  return args.reduce((sum, arg) => sum + of(arg), 0);
}

/** COUNTIF and COUNTIFS: ranges and criteria in turn; the ranges are of one length. */
export function countIfs(args: readonly Argument[]): Result {
  const tests: { cells: readonly Result[]; matches: (value: Value) => boolean }[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [range, criterion] = [args[i]!, single(args[i + 1]!)];
    if (range.kind !== 'cells') return isCellError(range.value) ? range.value : excelError('#VALUE!');
    // An error asks for cells with that error: nobody's rule does.
    tests.push({ cells: range.cells, matches: isCellError(criterion) ? () => false : matcher(criterion) });
  }
  const rows = tests[0]!.cells.length;
  if (tests.some((t) => t.cells.length !== rows)) return excelError('#VALUE!');
  const matches = ({ cells, matches }: (typeof tests)[number], row: number): boolean => {
    const value = cells[row]!;
    return !isCellError(value) && matches(value);
  };
  return tests[0]!.cells.filter((_, row) => tests.every((t) => matches(t, row))).length;
}

function single(arg: Argument): Result {
  if (arg.kind === 'value') return arg.value;
  return arg.cells.length === 1 ? arg.cells[0]! : excelError('#VALUE!');
}

/** AND, OR. With nothing to judge they are #VALUE!. */
export function allOrAny(every: boolean, args: readonly Argument[]): Result {
  const judged: boolean[] = [];
  let failed: CellError | undefined;
  for (const arg of args) {
    const values = arg.kind === 'cells' ? arg.cells.filter((v) => typeof v !== 'string') : [arg.value];
    for (const value of values) {
      if (value === null) continue;
      const is = toBoolean(value);
      if (isCellError(is)) failed ??= is;
      else judged.push(is);
    }
  }
  if (failed) return failed;
  if (judged.length === 0) return excelError('#VALUE!');
  return every ? judged.every(Boolean) : judged.some(Boolean);
}
