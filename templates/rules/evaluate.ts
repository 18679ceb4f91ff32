// The one meaning of an expression: Excel's (ECMA-376 part 1, 18.17). Blank counts as 0, "" or FALSE as the operator
// needs; text in arithmetic is #VALUE!; SUM and its kin pass over text; a division by zero is #DIV/0!, and an error
// spreads to whatever uses it. Pure: values come through `lookup`, nothing is remembered.

import { type CellError, isCellError } from '../cell/cell';
import { matcher } from './criterion';
import type { Expression, FunctionName, Operator } from './expression';
import { fold } from './fold';
import type { Result, Value } from './value';

/** A single value for a cell's name, a list for a column's. Undefined for a name that is not there (`#NAME?`). */
export type Lookup = (name: string) => Value | readonly Value[] | undefined;

const error = (code: string): CellError => ({ error: code });

export function evaluate(expression: Expression, lookup: Lookup): Result {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return expression.value;
    case 'name': {
      const value = lookup(expression.name);
      if (value === undefined) return error('#NAME?');
      return isList(value) ? error('#VALUE!') : value;
    }
    case 'negate': {
      const n = toNumber(evaluate(expression.operand, lookup));
      return isCellError(n) ? n : -n;
    }
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, lookup), evaluate(expression.right, lookup));
    case 'call':
      return call(expression.function, expression.arguments, lookup);
  }
}

function isList(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

function binary(operator: Operator, left: Result, right: Result): Result {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      return arithmetic(operator, left, right);
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Result {
  const a = toNumber(left);
  const b = toNumber(right);
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return b === 0 ? error('#DIV/0!') : a / b;
}

function toNumber(value: Result): number | CellError {
  if (isCellError(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const n = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(n) ? n : error('#VALUE!');
}

function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** Numbers before text before booleans; text without regard to case; a blank takes the kind of the other side. */
function compare(left: Value, right: Value): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = (v: Value): number => (typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [fold(a), fold(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function blankLike(other: Value): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function call(name: FunctionName, args: readonly Expression[], lookup: Lookup): Result {
  const one = (i: number): Result => (args[i] ? evaluate(args[i], lookup) : null);
  switch (name) {
    case 'IF': {
      const condition = toBoolean(one(0));
      if (isCellError(condition)) return condition;
      return condition ? one(1) : args[2] ? one(2) : false;
    }
    case 'IFERROR': {
      const value = one(0);
      return isCellError(value) ? one(1) : value;
    }
    case 'AND':
    case 'OR': {
      const values = args.map((_, i) => toBoolean(one(i)));
      const failed = values.find(isCellError);
      if (failed) return failed;
      return name === 'AND' ? values.every(Boolean) : values.some(Boolean);
    }
    case 'NOT': {
      const value = toBoolean(one(0));
      return isCellError(value) ? value : !value;
    }
    case 'ABS': {
      const n = toNumber(one(0));
      return isCellError(n) ? n : Math.abs(n);
    }
    case 'ROUND': {
      const n = toNumber(one(0));
      const digits = toNumber(one(1));
      if (isCellError(n)) return n;
      return isCellError(digits) ? digits : roundHalfAway(n, digits);
    }
    case 'LEN': {
      const value = one(0);
      return isCellError(value) ? value : toText(value).length;
    }
    case 'COUNTIF':
    case 'COUNTIFS':
      return countIfs(args, lookup);
    default:
      return aggregate(name, args, lookup);
  }
}

function toBoolean(value: Result): boolean | CellError {
  if (isCellError(value)) return value;
  if (typeof value === 'string')
    return fold(value) === 'true' ? true : fold(value) === 'false' ? false : error('#VALUE!');
  return Boolean(value);
}

/** Excel rounds halves away from zero, on the decimal digits a person sees. */
function roundHalfAway(n: number, digits: number): number {
  const shifted = Number(`${Math.abs(n)}e${digits}`);
  return Math.sign(n) * Number(`${Math.round(shifted)}e${-digits}`);
}

/** The values behind an argument: a name is a reference (text in it is passed over), anything else is converted. */
function list(arg: Expression, lookup: Lookup): readonly Value[] | CellError {
  if (arg.kind === 'name') {
    const value = lookup(arg.name);
    if (value === undefined) return error('#NAME?');
    return isList(value) ? value : [value];
  }
  const value = evaluate(arg, lookup);
  return isCellError(value) ? value : [value];
}

function aggregate(name: FunctionName, args: readonly Expression[], lookup: Lookup): Result {
  const numbers: number[] = [];
  let filled = 0;
  for (const arg of args) {
    const values = list(arg, lookup);
    if (isCellError(values)) return values;
    filled += values.filter((v) => v !== null).length;
    numbers.push(...values.filter((v): v is number => typeof v === 'number'));
  }
  if (name === 'COUNTA') return filled;
  if (name === 'COUNT') return numbers.length;
  if (name === 'SUM') return numbers.reduce((sum, n) => sum + n, 0);
  if (numbers.length === 0) return 0;
  return name === 'MAX' ? Math.max(...numbers) : Math.min(...numbers);
}

function countIfs(args: readonly Expression[], lookup: Lookup): Result {
  const tests: { values: readonly Value[]; matches: (value: Value) => boolean }[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const values = list(args[i]!, lookup);
    if (isCellError(values)) return values;
    const criterion = evaluate(args[i + 1]!, lookup);
    if (isCellError(criterion)) return criterion;
    tests.push({ values, matches: matcher(criterion) });
  }
  const rows = tests[0]!.values.length;
  if (tests.some((t) => t.values.length !== rows)) return error('#VALUE!');
  let count = 0;
  for (let row = 0; row < rows; row++) if (tests.every((t) => t.matches(t.values[row]!))) count++;
  return count;
}
