// Expressions parsed once: a form's formulas are few and asked for thousands of times.

import { type Expression, parseExpression } from './expression';
import { withNames } from './walk-expression';

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

/**
 * The same expression over other names, as text; parsing it would take longer than putting them in.
 * @param nameAs the new name, or the old one
 */
export function renamed(text: string, nameAs: (name: string) => string): string {
  const other = text.replaceAll(/"[^"]*"|[A-Za-z_][A-Za-z0-9_]*/g, (word) =>
    word.startsWith('"') ? word : nameAs(word),
  );
  if (!parsed.has(other)) parsed.set(other, withNames(compiled(text), nameAs));
  return other;
}
