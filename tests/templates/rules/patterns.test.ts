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

test('in a browser that cannot look behind such a pattern is read with the form and judged by nobody; others are', () => {
  const Known = RegExp;
  class RegExpBefore2023 extends Known {
    constructor(source: string | RegExp, flags?: string) {
      if (String(source).includes('(?<')) throw new SyntaxError('Invalid regular expression: invalid group');
      super(source, flags);
    }
  }
  Object.assign(globalThis, { RegExp: RegExpBefore2023 });
  try {
    jest.isolateModules(() => {
      const then = {
        ...require('../../../templates/rules/expression'),
        ...require('../../../templates/rules/evaluate'),
      } as { parseExpression: typeof parseExpression; evaluate: typeof evaluate };
      const judged = (text: string) => then.evaluate(then.parseExpression(text), () => null);
      expect(judged('NOT(REGEXTEST("ab","(?<!a)b"))')).toEqual({ error: '#NAME?' });
      expect(judged('REGEXTEST("ab","a(?!c)")')).toBe(true);
      expect(() => then.parseExpression('REGEXTEST("ab","(?<!a[")')).toThrow(/pattern cannot be read/);
    });
  } finally {
    Object.assign(globalThis, { RegExp: Known });
  }
});
