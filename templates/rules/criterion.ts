// The second argument of COUNTIF: `">0"`, `"<>Đơn vị"`, `"?*"`, `"Có"` (ECMA-376 part 1, 18.17.7.58). Text is matched
// whole, without regard to case, with the wildcards ? and * and ~ before one of them. A number also matches the text
// that is that number; an order (`">0"`) never does.

import { fifteenDigits, numberIn } from './coerce';
import { fold } from './fold';
import type { Value } from './value';

export function matcher(criterion: Value): (value: Value) => boolean {
  if (typeof criterion === 'boolean') return (value) => value === criterion;
  if (typeof criterion !== 'string') return sameNumber(criterion ?? 0);
  const [, operator = '', operand = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = numberIn(operand);
  if (operator === '' || operator === '=') return equal(operator, operand, number);
  if (operator === '<>') {
    const same = equal('=', operand, number);
    return (value) => !same(value);
  }
  if (number !== undefined)
    return (value) => typeof value === 'number' && ordered(operator, fifteenDigits(value), fifteenDigits(number));
  const limit = fold(operand);
  return (value) => typeof value === 'string' && ordered(operator, fold(value), limit);
}

function equal(operator: string, operand: string, number: number | undefined): (value: Value) => boolean {
  if (number !== undefined) return sameNumber(number);
  // "=" asks for cells with nothing in them, "" also takes those whose formula gives an empty text.
  if (operand === '') return (value) => value === null || (operator === '' && value === '');
  return sameText(operand);
}

function sameNumber(number: number): (value: Value) => boolean {
  const wanted = fifteenDigits(number);
  return (value) => {
    const n = typeof value === 'string' ? numberIn(value) : value;
    return typeof n === 'number' && fifteenDigits(n) === wanted;
  };
}

function ordered<T extends number | string>(operator: string, a: T, b: T): boolean {
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  if (operator === '<=') return a <= b;
  return a >= b;
}

function sameText(pattern: string): (value: Value) => boolean {
  const source = fold(pattern).replace(/~([?*~])|([?*])|([.+^${}()|[\]\\/-])/g, (_, literal, wild, special) => {
    if (literal) return `\\${literal}`;
    if (wild) return wild === '?' ? '[\\s\\S]' : '[\\s\\S]*';
    return `\\${special}`;
  });
  const whole = new RegExp(`^${source}$`);
  return (value) => typeof value === 'string' && whole.test(fold(value));
}
