// An expression written out as an Excel formula, with each name as the sheet is to see it: itself, a cell of a row, or a
// value that is known when the template is made. The meaning is that of evaluate.ts; LibreOffice says so.

import { type Expression, PRECEDENCE } from './expression';

/** @param nameAs what stands in the formula for a name; a plain name, a call, or a literal */
export function toFormula(expression: Expression, nameAs: (name: string) => string): string {
  const write = (e: Expression): string => toFormula(e, nameAs);
  switch (expression.kind) {
    case 'number':
      return literal(expression.value);
    case 'text':
      return literal(expression.value);
    case 'boolean':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'name':
      return nameAs(expression.name);
    case 'negate':
      return expression.operand.kind === 'binary' ? `-(${write(expression.operand)})` : `-${write(expression.operand)}`;
    case 'call':
      return `${expression.function}(${expression.arguments.map(write).join(',')})`;
    case 'binary': {
      const { operator, left, right } = expression;
      const binds = (e: Expression): number => (e.kind === 'binary' ? PRECEDENCE[e.operator] : 9);
      const own = PRECEDENCE[operator];
      const side = (e: Expression, bracket: boolean): string => (bracket ? `(${write(e)})` : write(e));
      return `${side(left, binds(left) < own)}${operator}${side(right, binds(right) <= own)}`;
    }
  }
}

/** A value in a formula: `12`, `"Đảng bộ cơ sở"`. A negative number stands in brackets. */
export function literal(value: number | string): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return value < 0 ? `(${value})` : String(value);
}
