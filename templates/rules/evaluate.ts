// The one meaning of an expression: Excel's (ECMA-376 part 1, 18.17). Blank counts as 0, "" or FALSE as the operator
// needs; text in arithmetic is #VALUE!; a division by zero is #DIV/0!, and an error spreads to whatever uses it. Pure:
// values come through `lookup`, nothing is remembered.

import { isCellError } from '../cell/cell';
import { type Argument, allOrAny, countFilled, countIfs, countNumbers, maxOf, minOf, sumOf } from './aggregate';
import { excelError, fifteenDigits, toBoolean, toNumber, toText } from './coerce';
import { compare } from './compare';
import type { Expression, FunctionName, Operator } from './expression';
import { matches } from './pattern';
import type { Result, Value } from './value';

/** A single value for a cell's name, a list for a column's. Undefined for a name that is not there (`#NAME?`). */
export type Lookup = (name: string) => Result | readonly Result[] | undefined;

export function evaluate(expression: Expression, lookup: Lookup): Result {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return expression.value;
    case 'name': {
      const value = lookup(expression.name);
      if (value === undefined) return excelError('#NAME?');
      return isList(value) ? excelError('#VALUE!') : value;
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

function isList(value: Result | readonly Result[]): value is readonly Result[] {
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
  if (operator === '/' && b === 0) return excelError('#DIV/0!');
  const n = operator === '+' ? plus(a, b) : operator === '-' ? plus(a, -b) : operator === '*' ? a * b : a / b;
  return Number.isFinite(n) ? n : excelError('#NUM!');
}

/** 0.3-0.1-0.2 is 0: a sum of two that are opposite to 15 digits is nothing, not the rest of their binary fractions. */
function plus(a: number, b: number): number {
  const sum = a + b;
  if (Math.abs(sum) > Math.abs(a) * 1e-14) return sum;
  return fifteenDigits(a) === -fifteenDigits(b) ? 0 : sum;
}

function call(name: FunctionName, args: readonly Expression[], lookup: Lookup): Result {
  const one = (i: number): Result => evaluate(args[i]!, lookup);
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
      return isCellError(digits) ? digits : roundHalfAway(n, Math.trunc(digits));
    }
    case 'LEN': {
      const value = one(0);
      return isCellError(value) ? value : toText(value).length;
    }
    case 'LEFT':
    case 'FIND':
    case 'REGEXTEST':
      return overTexts(name, one(0), one(1));
    case 'ISBLANK': {
      const value = args[0]!.kind === 'name' ? lookup(args[0]!.name) : one(0);
      return value === undefined ? excelError('#NAME?') : value === null;
    }
    case 'ISNUMBER':
      return typeof one(0) === 'number';
    default:
      return overMany(name, args, lookup);
  }
}

function overTexts(name: 'LEFT' | 'FIND' | 'REGEXTEST', first: Result, second: Result): Result {
  if (isCellError(first)) return first;
  if (isCellError(second)) return second;
  switch (name) {
    case 'LEFT': {
      const count = toNumber(second);
      if (isCellError(count)) return count;
      return count < 0 ? excelError('#VALUE!') : toText(first).slice(0, Math.trunc(count));
    }
    case 'FIND': {
      const at = toText(second).indexOf(toText(first));
      return at < 0 ? excelError('#VALUE!') : at + 1;
    }
    case 'REGEXTEST':
      return matches(toText(second), toText(first)) ?? excelError('#NAME?');
  }
}

/** Excel rounds halves away from zero, on the decimal digits a person sees: ROUND(1.005,2) is 1.01. */
function roundHalfAway(n: number, digits: number): number {
  const shift = (value: number, by: number): number => {
    const [mantissa, exponent = '0'] = value.toString().split('e');
    return Number(`${mantissa}e${Number(exponent) + by}`);
  };
  return Math.sign(n) * shift(Math.round(shift(fifteenDigits(Math.abs(n)), digits)), -digits);
}

type FunctionOfMany = Exclude<
  FunctionName,
  'IF' | 'IFERROR' | 'NOT' | 'ABS' | 'ROUND' | 'LEN' | 'LEFT' | 'FIND' | 'REGEXTEST' | 'ISBLANK' | 'ISNUMBER'
>;

const OVER_MANY: Record<FunctionOfMany, (args: readonly Argument[]) => Result> = {
  SUM: sumOf,
  MAX: maxOf,
  MIN: minOf,
  COUNT: countNumbers,
  COUNTA: countFilled,
  COUNTIF: countIfs,
  COUNTIFS: countIfs,
  AND: (args) => allOrAny(true, args),
  OR: (args) => allOrAny(false, args),
};

function overMany(name: FunctionOfMany, expressions: readonly Expression[], lookup: Lookup): Result {
  const args: Argument[] = [];
  for (const expression of expressions) {
    if (expression.kind !== 'name') args.push({ kind: 'value', value: evaluate(expression, lookup) });
    else {
      const value = lookup(expression.name);
      if (value === undefined) return excelError('#NAME?');
      args.push({ kind: 'cells', cells: isList(value) ? value : [value] });
    }
  }
  return OVER_MANY[name](args);
}
