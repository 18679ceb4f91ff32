// The rule language: a restricted Excel formula over the form's names (`CT_A_05 <= CT_K_02`), so that the same text can
// be read by the board, run by the sheet, and run by us. Parsed by jsep, whose own language (JavaScript's) is narrowed
// here to Excel's: anything else is refused with its place. Meaning is given by evaluate.ts.

import jsep from 'jsep';
import { isPattern } from './pattern';
import { inVietnamese } from './syntax-words';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly arguments: readonly Expression[] }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export const FUNCTIONS = {
  SUM: [1, 30],
  MAX: [1, 30],
  MIN: [1, 30],
  COUNT: [1, 30],
  COUNTA: [1, 30],
  COUNTIF: [2, 2],
  COUNTIFS: [2, 20],
  IF: [2, 3],
  IFERROR: [2, 2],
  AND: [1, 30],
  OR: [1, 30],
  NOT: [1, 1],
  ABS: [1, 1],
  ROUND: [2, 2],
  LEN: [1, 1],
  LEFT: [2, 2],
  FIND: [2, 2],
  ISBLANK: [1, 1],
  ISNUMBER: [1, 1],
  REGEXTEST: [2, 2],
} as const satisfies Record<string, readonly [fewest: number, most: number]>;
export type FunctionName = keyof typeof FUNCTIONS;

/** Excel has them since 2024 only: a rule that uses one cannot run in the sheets of our units. */
export const NOT_IN_OLDER_EXCEL: ReadonlySet<FunctionName> = new Set(['REGEXTEST']);

/** Excel's operators and their order of precedence (ECMA-376 part 1, 18.17.2.2), but `^` and `%`. */
export const PRECEDENCE = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
} as const;
export type Operator = keyof typeof PRECEDENCE;

export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** The same in Vietnamese. */
  readonly vi: string;
  constructor(
    message: string,
    /** Characters from the start of the expression. */
    readonly offset: number,
  ) {
    super(message);
    this.vi = inVietnamese(message);
  }
}

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
jsep.addUnaryOp('-');
for (const [operator, precedence] of Object.entries(PRECEDENCE)) jsep.addBinaryOp(operator, precedence);

/** @throws ExpressionError where the text is outside the language. */
export function parseExpression(text: string): Expression {
  let node: jsep.Expression;
  try {
    node = jsep(text);
  } catch (error) {
    const { description, index } = error as { description?: string; index?: number };
    throw new ExpressionError(description ?? String(error), index ?? 0);
  }
  const expression = narrow(node, text);
  refuseMissingCommas(expression, text);
  return expression;
}

function narrow(node: jsep.Expression, text: string): Expression {
  const refuse = (what: string, at: string): never => {
    throw new ExpressionError(`${what}: ${at}`, Math.max(0, text.indexOf(at)));
  };
  switch (node.type) {
    case 'Literal': {
      const { value, raw } = node as jsep.Literal;
      if (typeof value === 'number') return { kind: 'number', value };
      if (raw.startsWith("'")) refuse('Text is written in double quotes', raw);
      // Excel knows no escapes; jsep's are undone by taking the text as it is written.
      if (raw.includes('\\"')) refuse('Text is written without \\"', raw);
      return { kind: 'text', value: raw.slice(1, -1) };
    }
    case 'Identifier': {
      const { name } = node as jsep.Identifier;
      if (name === 'TRUE' || name === 'FALSE') return { kind: 'boolean', value: name === 'TRUE' };
      return { kind: 'name', name };
    }
    case 'UnaryExpression':
      return { kind: 'negate', operand: narrow((node as jsep.UnaryExpression).argument, text) };
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      return {
        kind: 'binary',
        operator: operator as Operator,
        left: narrow(left, text),
        right: narrow(right, text),
      };
    }
    case 'CallExpression': {
      const call = node as jsep.CallExpression;
      const name = call.callee.type === 'Identifier' ? (call.callee as jsep.Identifier).name : '';
      if (!Object.hasOwn(FUNCTIONS, name)) return refuse('Function outside the allowed list', name);
      const [fewest, most] = FUNCTIONS[name as FunctionName];
      const count = call.arguments.length;
      const pairs = name === 'COUNTIF' || name === 'COUNTIFS';
      if (count < fewest || count > most || (pairs && count % 2)) refuse(`Wrong number of arguments (${count})`, name);
      if (pairs && call.arguments.some((a, i) => i % 2 === 0 && a.type !== 'Identifier'))
        refuse('What is counted must be a name', name);
      if (name === 'ISBLANK' && call.arguments[0]?.type !== 'Identifier') refuse('ISBLANK asks about a name', name);
      if (name === 'REGEXTEST') refuseBadPattern(call.arguments[1], refuse);
      return { kind: 'call', function: name as FunctionName, arguments: call.arguments.map((a) => narrow(a, text)) };
    }
    case 'Compound': {
      if (text.trim() === '') throw new ExpressionError('Nothing here', 0);
      throw new ExpressionError('An operator is missing before this', endOfFirst(text));
    }
    default:
      return refuse('Not part of the rule language', node.type);
  }
}

/** A pattern is written in the form, never computed: it is checked with the form. */
function refuseBadPattern(pattern: jsep.Expression | undefined, refuse: (what: string, at: string) => never): void {
  const { raw = '', value } = (pattern ?? {}) as Partial<jsep.Literal>;
  if (typeof value !== 'string') refuse('The pattern must be a text', 'REGEXTEST');
  if (!isPattern(raw.slice(1, -1))) refuse('The pattern cannot be read', raw);
}

/** Where in `a b` the second expression begins: behind the longest beginning that is one by itself. */
function endOfFirst(text: string): number {
  for (let end = text.length - 1; end > 0; end--) {
    try {
      if (jsep(text.slice(0, end)).type !== 'Compound') return end;
    } catch {
      // A beginning that ends inside a text or a call is none.
    }
  }
  return 0;
}

/** The parser lets `SUM(a b)` pass as `SUM(a,b)`; Excel does not. */
function refuseMissingCommas(expression: Expression, text: string): void {
  const bare = text.replace(/"[^"]*"/g, '');
  if (bare.split(',').length - 1 < commasIn(expression))
    throw new ExpressionError('A comma is missing between two arguments', text.search(/[\w")]\s+[\w"(]/) + 1);
}

function commasIn(expression: Expression): number {
  if (expression.kind === 'negate') return commasIn(expression.operand);
  if (expression.kind === 'binary') return commasIn(expression.left) + commasIn(expression.right);
  if (expression.kind !== 'call') return 0;
  return expression.arguments.reduce((sum, a) => sum + commasIn(a), expression.arguments.length - 1);
}
