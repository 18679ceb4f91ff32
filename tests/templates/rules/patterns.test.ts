// REGEXTEST, which older Excel has not: it is judged by us alone, in the add-in and at the centre.

import { evaluate } from '../../../templates/rules/evaluate';
import { parseExpression } from '../../../templates/rules/expression';

test.each([
  ['"12-BC/ĐU"', '^\\d{1,4}-BC/[A-ZĐ]+$', true],
  ['"12-BC/đu"', '^\\d{1,4}-BC/[A-ZĐ]+$', false],
  ['"có MẬT ở đây"', '(?<!\\p{L})MẬT(?!\\p{L})', true],
  ['"MẶT TRẬN"', '(?<!\\p{L})MẬT(?!\\p{L})', false],
  ['12', '^12$', true],
  ['a', '.', false],
])('%s %s', (text, pattern, expected) => {
  expect(evaluate(parseExpression(`REGEXTEST(${text},"${pattern}")`), () => null)).toBe(expected);
});

test('an error spreads', () => {
  expect(evaluate(parseExpression('REGEXTEST(1/0,"a")'), () => null)).toEqual({ error: '#DIV/0!' });
});
