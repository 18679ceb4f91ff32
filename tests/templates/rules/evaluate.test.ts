// What an expression gives, case by case as Excel gives it.

import { evaluate } from '../../../templates/rules/evaluate';
import { parseExpression } from '../../../templates/rules/expression';
import { CASES, lookup } from './excel-cases';

describe('an expression gives what Excel gives', () => {
  test.each(CASES)('%s', (text, expected) => {
    const result = evaluate(parseExpression(text), lookup);
    // Minus zero is zero, and a result has Excel's 15 digits.
    const shown = typeof result === 'number' ? Number(result.toPrecision(15)) + 0 : result;
    expect(shown).toEqual(expected);
  });

  test('a column where one value is asked is #VALUE!', () => {
    expect(evaluate(parseExpression('COUNTS+1'), lookup)).toEqual({ error: '#VALUE!' });
  });
});
