// An expression as somebody wrote it into a form: read, and each of its names held against what it may be. What is wrong is
// said in both languages, without a capital, so that whoever passes it on may say first where it stands.

import { compiled } from '../rules/compiled';
import { type Expression, ExpressionError } from '../rules/expression';
import { columnsUsedAsValues, namesIn } from '../rules/walk-expression';
import type { Bilingual } from './form-schema';

/** @returns undefined where it cannot be read at all */
export function readExpression(
  text: string,
  kinds: ReadonlyMap<string, string>,
  problems: Bilingual[],
): Expression | undefined {
  try {
    const expression = compiled(text);
    for (const name of namesIn(expression))
      if (!kinds.has(name))
        problems.push({
          vi: `công thức "${text}" dùng tên không có: ${name}. Kiểm tra lại mã.`,
          en: `formula "${text}" uses an unknown name: ${name}. Check the code.`,
        });
    for (const name of columnsUsedAsValues(expression, (n) => kinds.get(n) === 'column'))
      problems.push({
        vi: `công thức "${text}" dùng cả cột ${name} như một giá trị. Đặt cột trong SUM, MAX, MIN, COUNT, COUNTIF….`,
        en: `formula "${text}" uses the whole column ${name} as one value. Put the column inside SUM, MAX, MIN, COUNT, COUNTIF….`,
      });
    return expression;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    problems.push({
      vi: `công thức "${text}" sai ở ký tự ${error.offset + 1}: ${error.vi}.`,
      en: `formula "${text}" is wrong at character ${error.offset + 1}: ${error.message}.`,
    });
    return undefined;
  }
}
