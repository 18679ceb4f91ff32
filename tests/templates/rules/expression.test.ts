// The rule language: what belongs to it, how it binds, and what is refused, with the place and the reason.

import { type Expression, ExpressionError, parseExpression } from '../../../templates/rules/expression';
import { namesIn } from '../../../templates/rules/walk-expression';

/** The tree as text, every operation in brackets. */
function bracketed(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return String(e.value);
    case 'text':
      return `"${e.value}"`;
    case 'boolean':
      return e.value ? 'TRUE' : 'FALSE';
    case 'name':
      return e.name;
    case 'negate':
      return `(-${bracketed(e.operand)})`;
    case 'binary':
      return `(${bracketed(e.left)} ${e.operator} ${bracketed(e.right)})`;
    case 'call':
      return `${e.function}(${e.arguments.map(bracketed).join(', ')})`;
  }
}

describe('operators bind as in Excel', () => {
  test.each([
    ['CT_A_05<=CT_K_02', '(CT_A_05 <= CT_K_02)'],
    ['a+b*c', '(a + (b * c))'],
    ['(a+b)*c', '((a + b) * c)'],
    ['a-b-c', '((a - b) - c)'],
    ['a/b/c', '((a / b) / c)'],
    ['a+b&c+d', '((a + b) & (c + d))'],
    ['a&b=c&d', '((a & b) = (c & d))'],
    ['a=b<c', '((a = b) < c)'],
    ['-a*b', '((-a) * b)'],
    ['a--b', '(a - (-b))'],
    ['a<-b', '(a < (-b))'],
    ['a<>-b', '(a <> (-b))'],
    ['IF(AND(a>0,b="Có"),"x","")', 'IF(AND((a > 0), (b = "Có")), "x", "")'],
    [' SUM( PL1_so_hn , 1.5e3 , .5 ) ', 'SUM(PL1_so_hn, 1500, 0.5)'],
    ['TRUE<>FALSE', '(TRUE <> FALSE)'],
    ['"a, b"&"(c)"', '("a, b" & "(c)")'],
  ])('%s is %s', (text, expected) => expect(bracketed(parseExpression(text))).toBe(expected));
});

test('a backslash is a letter like any other, as in Excel', () => {
  expect(parseExpression('REGEXTEST(a,"^\\d+$")')).toMatchObject({ arguments: [{}, { value: '^\\d+$' }] });
});

test('the names of an expression, once each, in order', () => {
  expect(namesIn(parseExpression('IF(CT_B+CT_A>CT_B,-SUM(PL1_x),"CT_C")'))).toEqual(['CT_B', 'CT_A', 'PL1_x']);
});

describe('refused', () => {
  test.each([
    // Nothing, and too much
    ['', 0, /Nothing/],
    ['   ', 0, /Nothing/],
    ['CT_A CT_B', 5, /operator is missing/],
    ['a,b', 2, /operator is missing/],
    ['a;b', 2, /operator is missing/],
    ['"a""b"', 3, /operator is missing/],
    // Not closed, not finished
    ['SUM(a', 5, /Expected \)/],
    ['(a', 2, /Unclosed \(/],
    ['a)', 1, /Unexpected "\)"/],
    ['"abc', 4, /Unclosed quote/],
    ['a+', 2, /Expected expression after \+/],
    ['a==b', 2, /Expected expression after =/],
    ['=a', 0, /Unexpected "="/],
    // Operators that Excel or we do not have
    ['a^2', 1, /Unexpected "\^"/],
    ['5%', 1, /Unexpected "%"/],
    ['+a', 0, /Unexpected "\+"/],
    ['!a', 0, /Unexpected "!"/],
    ['a && b', 3, /Expected expression after &/],
    ['a || b', 2, /Unexpected "\|"/],
    ['ChiTieu!A1', 7, /Unexpected "!"/],
    ['{1}', 0, /Unexpected "\{"/],
    // Arguments
    ['IF(a,,b)', 6, /Unexpected token ,/],
    ['SUM(a,)', 7, /Unexpected token \)/],
    ['SUM(a b)', 5, /comma is missing/],
    ['SUM(a;b)', 5, /Expected comma/],
    ['SUM()', 0, /Wrong number of arguments \(0\): SUM/],
    ['1+NOT(a,b)', 2, /Wrong number of arguments \(2\): NOT/],
    ['IF(a)', 0, /Wrong number of arguments \(1\): IF/],
    ['COUNTIFS(a,1,b)', 0, /Wrong number of arguments \(3\): COUNTIFS/],
    ['COUNTIF(a+b,1)', 0, /What is counted must be a name: COUNTIF/],
    ['COUNTIFS(a,1,SUM(b),1)', 0, /What is counted must be a name: COUNTIFS/],
    // Functions
    ['1+AVERAGE(a)', 2, /Function outside the allowed list: AVERAGE/],
    ['sum(a)', 0, /Function outside the allowed list: sum/],
    ['INDIRECT("A1")', 0, /INDIRECT/],
    ['constructor(1)', 0, /constructor/],
    ['a(1)(2)', 0, /Function outside the allowed list/],
    // JavaScript's own
    ["'a'", 0, /double quotes/],
    ['"a\\"b"', 0, /without/],
    // Functions of texts
    ['REGEXTEST(a,b)', 0, /pattern must be a text/],
    ['REGEXTEST(a,"[")', 12, /pattern cannot be read/],
    ['ISBLANK(a+1)', 0, /ISBLANK asks about a name/],
    ['LEFT(a)', 0, /number of arguments/],
    ['a.b', 0, /Not part of the rule language/],
    ['a[0]', 0, /Not part of the rule language/],
    ['[a]', 0, /Not part of the rule language/],
    ['this', 0, /Not part of the rule language/],
    ['a ? b : c', 0, /Not part of the rule language/],
    ['`a`', 0, /Unexpected "`"/],
    ['0x10', 1, /cannot start with a number/],
    ['a // b', 3, /Expected expression after \//],
  ])('%j at character %i', (text, offset, reason) => {
    const refusal = refusalOf(text);
    expect(refusal).toMatchObject({ name: 'ExpressionError', message: expect.stringMatching(reason), offset });
  });
});

function refusalOf(text: string): ExpressionError | undefined {
  try {
    parseExpression(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}
