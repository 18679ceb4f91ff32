// Questions about an expression that need no values: what it names, what it calls, whether a column stands where one value is
// needed; and the same expression over other names.

import type { Expression, FunctionName } from './expression';

/** Every function an expression calls, once each. */
export function functionsIn(expression: Expression): Set<FunctionName> {
  return new Set(callsIn(expression).map((call) => call.function));
}

export type Call = Extract<Expression, { readonly kind: 'call' }>;

export function callsIn(expression: Expression): Call[] {
  const calls: Call[] = [];
  walk(expression, (e) => {
    if (e.kind === 'call') calls.push(e);
  });
  return calls;
}

/** Every name an expression points at, once each, in the order of first use. */
export function namesIn(expression: Expression): string[] {
  const names = new Set<string>();
  walk(expression, (e) => {
    if (e.kind === 'name') names.add(e.name);
  });
  return [...names];
}

/** The same expression over other names. */
export function withNames(e: Expression, nameAs: (name: string) => string): Expression {
  switch (e.kind) {
    case 'name':
      return { kind: 'name', name: nameAs(e.name) };
    case 'negate':
      return { kind: 'negate', operand: withNames(e.operand, nameAs) };
    case 'binary':
      return { ...e, left: withNames(e.left, nameAs), right: withNames(e.right, nameAs) };
    case 'call':
      return { ...e, arguments: e.arguments.map((a) => withNames(a, nameAs)) };
    default:
      return e;
  }
}

function walk(e: Expression, visit: (e: Expression) => void): void {
  visit(e);
  if (e.kind === 'call') for (const a of e.arguments) walk(a, visit);
  else if (e.kind === 'negate') walk(e.operand, visit);
  else if (e.kind === 'binary') for (const side of [e.left, e.right]) walk(side, visit);
}

const TAKE_COLUMNS: ReadonlySet<FunctionName> = new Set([
  'SUM',
  'MAX',
  'MIN',
  'COUNT',
  'COUNTA',
  'COUNTIF',
  'COUNTIFS',
]);

/** Columns that stand where one value is needed (`PL1_so_hn > 0`): such a formula would be `#VALUE!`. */
export function columnsUsedAsValues(expression: Expression, isColumn: (name: string) => boolean): string[] {
  switch (expression.kind) {
    case 'name':
      return isColumn(expression.name) ? [expression.name] : [];
    case 'negate':
      return columnsUsedAsValues(expression.operand, isColumn);
    case 'binary':
      return [expression.left, expression.right].flatMap((e) => columnsUsedAsValues(e, isColumn));
    case 'call': {
      const takes = TAKE_COLUMNS.has(expression.function);
      const inner = expression.arguments.filter((a) => !(takes && a.kind === 'name'));
      return inner.flatMap((e) => columnsUsedAsValues(e, isColumn));
    }
    default:
      return [];
  }
}
