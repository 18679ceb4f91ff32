// Expressions parsed once: a form's formulas are few and asked for thousands of times.

import { type Expression, parseExpression } from './expression';

const parsed = new Map<string, Expression>();

/** @throws ExpressionError where the text is outside the language; a loaded form has none such. */
export function compiled(text: string): Expression {
  let expression = parsed.get(text);
  if (!expression) {
    expression = parseExpression(text);
    parsed.set(text, expression);
  }
  return expression;
}
