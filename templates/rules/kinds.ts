// What kind of value an expression gives, worked out without any value: a text added to a number, or a rule that gives
// something else than TRUE or FALSE, is found when the form is loaded.

import type { Expression, FunctionName } from './expression';

/** What a name stands for. `column`: the cells of an annex column. */
export type Kind = 'number' | 'percent' | 'date' | 'text' | 'column';
/** What an expression gives; `any` where it depends. */
export type Given = 'number' | 'text' | 'boolean' | 'column' | 'any';

export interface KindProblem {
  readonly vi: string;
  readonly en: string;
}

const GIVES: Partial<Record<FunctionName, Given>> = {
  SUM: 'number',
  MAX: 'number',
  MIN: 'number',
  COUNT: 'number',
  COUNTA: 'number',
  COUNTIF: 'number',
  COUNTIFS: 'number',
  ABS: 'number',
  ROUND: 'number',
  LEN: 'number',
  FIND: 'number',
  AND: 'boolean',
  OR: 'boolean',
  NOT: 'boolean',
  ISBLANK: 'boolean',
  ISNUMBER: 'boolean',
  REGEXTEST: 'boolean',
};

/** @param problems what is found is added here */
export function kindOf(
  expression: Expression,
  kindOfName: (name: string) => Kind | undefined,
  problems: KindProblem[],
): Given {
  const inner = (e: Expression): Given => kindOf(e, kindOfName, problems);
  switch (expression.kind) {
    case 'number':
      return 'number';
    case 'text':
      return 'text';
    case 'boolean':
      return 'boolean';
    case 'name': {
      const kind = kindOfName(expression.name);
      return kind === undefined ? 'any' : kind === 'date' || kind === 'percent' ? 'number' : kind;
    }
    case 'negate':
      needNumber(inner(expression.operand), '-', problems);
      return 'number';
    case 'binary': {
      const [left, right] = [inner(expression.left), inner(expression.right)];
      const { operator } = expression;
      if (operator === '&') return 'text';
      if (['+', '-', '*', '/'].includes(operator)) {
        for (const side of [left, right]) needNumber(side, operator, problems);
        return 'number';
      }
      const empty = [expression.left, expression.right].some((e) => e.kind === 'text' && e.value === '');
      if (!empty && left !== right && left !== 'any' && right !== 'any')
        problems.push({
          vi: `so sánh ${NAMES[left].vi} với ${NAMES[right].vi} (${operator})`,
          en: `it compares ${NAMES[left].en} with ${NAMES[right].en} (${operator})`,
        });
      return 'boolean';
    }
    case 'call': {
      const given = expression.arguments.map(inner);
      const { function: name } = expression;
      const judged = name === 'IF' ? given.slice(0, 1) : ['AND', 'OR', 'NOT'].includes(name) ? given : [];
      for (const g of judged)
        if (g === 'number' || g === 'text')
          problems.push({
            vi: `${name} cần điều kiện đúng/sai, đang là ${NAMES[g].vi}`,
            en: `${name} needs a condition, and is given ${NAMES[g].en}`,
          });
      if (TAKE_NUMBERS.has(name))
        for (const g of given)
          if (g === 'text' || g === 'boolean')
            problems.push({
              vi: `${name} cần số, đang là ${NAMES[g].vi}`,
              en: `${name} needs numbers, and is given ${NAMES[g].en}`,
            });
      if (name === 'IF') return given[1] === given[2] ? given[1]! : 'any';
      if (name === 'IFERROR') return given[0] === given[1] ? given[0]! : 'any';
      return GIVES[name] ?? 'any';
    }
  }
}

const TAKE_NUMBERS: ReadonlySet<FunctionName> = new Set(['SUM', 'MAX', 'MIN', 'ABS', 'ROUND']);

const NAMES: Record<Given, { readonly vi: string; readonly en: string }> = {
  number: { vi: 'số', en: 'a number' },
  text: { vi: 'chữ', en: 'a text' },
  boolean: { vi: 'đúng/sai', en: 'TRUE or FALSE' },
  column: { vi: 'cả cột', en: 'a column' },
  any: { vi: 'giá trị', en: 'a value' },
};

function needNumber(given: Given, operator: string, problems: KindProblem[]): void {
  if (given === 'text' || given === 'boolean')
    problems.push({
      vi: `phép ${operator} cần số, đang là ${NAMES[given].vi}`,
      en: `${operator} needs numbers, and is given ${NAMES[given].en}`,
    });
}
