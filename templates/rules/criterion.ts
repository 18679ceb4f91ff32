// The second argument of COUNTIF: `">0"`, `"<>Đơn vị"`, `"?*"`, `"Có"` (ECMA-376 part 1, 18.17.7.58). Text is matched
// whole, without regard to case, with the wildcards ? and * and ~ before one of them.

import { fold } from './fold';
import type { Value } from './value';

export function matcher(criterion: Value): (value: Value) => boolean {
  if (typeof criterion !== 'string') return (value) => value === (criterion ?? 0);
  const [, operator = '', operand = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = operand.trim() === '' ? Number.NaN : Number(operand);
  if (Number.isFinite(number)) return (value) => compareNumber(operator, value, number);
  if (operator === '' || operator === '=') return sameText(operand);
  if (operator === '<>') {
    const same = sameText(operand);
    return (value) => !same(value);
  }
  const limit = fold(operand);
  return (value) => typeof value === 'string' && ordered(operator, fold(value), limit);
}

function compareNumber(operator: string, value: Value, number: number): boolean {
  if (operator === '<>') return value !== number;
  return typeof value === 'number' && ordered(operator, value, number);
}

function ordered<T extends number | string>(operator: string, a: T, b: T): boolean {
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  if (operator === '<=') return a <= b;
  if (operator === '>=') return a >= b;
  return a === b;
}

function sameText(pattern: string): (value: Value) => boolean {
  if (pattern === '') return (value) => value === null || value === '';
  const source = fold(pattern).replace(/~([?*~])|([?*])|([.+^${}()|[\]\\/-])/g, (_, literal, wild, special) => {
    if (literal) return `\\${literal}`;
    if (wild) return wild === '?' ? '[\\s\\S]' : '[\\s\\S]*';
    return `\\${special}`;
  });
  const whole = new RegExp(`^${source}$`);
  return (value) => typeof value === 'string' && whole.test(fold(value));
}
