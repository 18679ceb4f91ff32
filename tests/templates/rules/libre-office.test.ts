// LibreOffice as the judge of evaluate(): the same expressions over the same cells, worked out by both. Where it differs
// from Excel, which evaluate() follows, the difference is listed with its reason; a listed one that is gone fails too.

import { evaluate } from '../../../templates/rules/evaluate';
import { parseExpression } from '../../../templates/rules/expression';
import type { Result } from '../../../templates/rules/value';
import { describeWith, soffice } from '../../setup/tools';
import { CASES, lookup, NAMES } from './excel-cases';
import { recalculated } from './recalculated';

/** Reason → expression → what LibreOffice gives instead. */
const PERMITTED: Readonly<Record<string, Readonly<Record<string, Result>>>> = {
  'LibreOffice keeps TRUE and FALSE as the numbers 1 and 0; no cell of a form holds one': {
    'TRUTH&""': '1',
    'LIE&"!"': '0!',
    'LEN(TRUTH)': 1,
    '"zzz"<TRUE': false,
    '99999<FALSE': false,
    'TRUTH=1': true,
    'SUM(MIXED)': 4,
    'SUM(TRUTH,1)': 2,
    'COUNT(MIXED)': 4,
    'COUNT(TRUTH)': 1,
    'COUNTIF(MIXED,">=1")': 3,
    'COUNTIF(MIXED,"1")': 3,
    'COUNTIF(MIXED,"<>1")': 5,
    'COUNTIF(MIXED,TRUE)': 2,
  },
  'LibreOffice’s wildcards also match numbers; Excel’s match text only': {
    'COUNTIF(COUNTS,"*")': 6,
    'COUNTIF(COUNTS,"?*")': 6,
    'COUNTIF(TEXTS,"?*")': 6,
    'COUNTIFS(TEXTS,"?*",TEXTS,"<>Đơn vị")': 4,
  },
  'LibreOffice does not convert a text that is an argument of its own; no rule has one': {
    'SUM("12",1)': { error: '#VALUE!' },
    'MAX("7",1)': { error: '#VALUE!' },
  },
  'LibreOffice spreads an error in a criterion; Excel counts the cells with that error': {
    'COUNTIF(COUNTS,1/0)': { error: '#DIV/0!' },
  },
};

describeWith(soffice(), 'LibreOffice agrees', () => {
  const expressions = CASES.map(([text]) => text);
  const permitted = new Map(Object.values(PERMITTED).flatMap((of) => Object.entries(of)));
  let judged: Result[];
  beforeAll(async () => {
    judged = await recalculated(NAMES, expressions);
  });

  test('on enough cases', () => {
    expect(new Set(expressions).size).toBe(expressions.length);
    expect(expressions.length - permitted.size).toBeGreaterThan(150);
    expect([...permitted.keys()].filter((text) => !expressions.includes(text))).toEqual([]);
  });

  test.each(expressions.map((text, i) => [text, i] as const))('%s', (text, i) => {
    const ours = shown(evaluate(parseExpression(text), lookup));
    expect(shown(judged[i]!)).toEqual(permitted.get(text) ?? ours);
    if (permitted.has(text)) expect(ours).not.toEqual(permitted.get(text));
  });
});

/** A result has Excel's 15 digits, and minus zero is zero. */
function shown(result: Result): Result {
  return typeof result === 'number' ? Number(result.toPrecision(15)) + 0 : result;
}
