// The text of a rule's message, with `{CT_A_05}` or `{CT_A_01+CT_A_02}` replaced by the values that clash: here, and by the
// sheet's own formula in the same words. A value is shown as a person writes it: dates as 14/6/2024, shares as 87,5%.

import { isCellError } from '../cell/cell';
import { formatDay, fromSerial } from '../reporting-period/day';
import { fifteenDigits, toText } from './coerce';
import { compiled } from './compiled';
import { evaluate, type Lookup } from './evaluate';
import type { Expression } from './expression';
import { toFormula } from './to-formula';
import type { Result } from './value';

/** How a value is shown. */
export type ShownAs = 'plain' | 'date' | 'percent';
export type Language = 'vi' | 'en';

const HOLE = /\{([^{}]+)\}/g;
/** No message shows more of a text. */
const LONGEST = 60;

const WORDS: Record<Language, { readonly blank: string; readonly error: string; readonly point: string }> = {
  vi: { blank: '(trống)', error: '(giá trị lỗi)', point: ',' },
  en: { blank: '(blank)', error: '(an error value)', point: '.' },
};

/** @param shownAs of a name that stands alone in a hole */
export function fillMessage(
  template: string,
  lookup: Lookup,
  shownAs: (name: string) => ShownAs = () => 'plain',
  language: Language = 'vi',
): string {
  return template.replace(HOLE, (_, text: string) => {
    const expression = compiled(text);
    return showValue(evaluate(expression, lookup), kindOf(expression, shownAs), language);
  });
}

/** The expressions a message shows, for checking when a form is loaded. */
export function expressionsIn(template: string): string[] {
  return [...template.matchAll(HOLE)].map((m) => m[1]!);
}

export interface MessageNames {
  readonly shownAs: (name: string) => ShownAs;
  /** What stands in the formula for a name. */
  readonly nameAs: (name: string) => string;
  /** What a blank cell is shown as, as a formula, where not as "(trống)". */
  readonly blankAs?: (name: string) => string | undefined;
}

/** A Vietnamese message as an Excel text formula: `"A.01 = "&…`. A value that is an error must not swallow the message. */
export function messageFormula(template: string, names: MessageNames): string {
  const parts = template
    .split(HOLE)
    .map((part, i) => (i % 2 ? holeFormula(compiled(part), names) : `"${part.replaceAll('"', '""')}"`));
  return parts.filter((part) => part !== '""').join('&');
}

function holeFormula(expression: Expression, { shownAs, nameAs, blankAs }: MessageNames): string {
  const { blank, error } = WORDS.vi;
  const value = toFormula(expression, nameAs);
  if (expression.kind !== 'name') return `IFERROR(SUBSTITUTE(${value},".",","),"${error}")`;
  const number = {
    plain: `SUBSTITUTE(${value},".",",")`,
    date: `IF(AND(${value}>=61,${value}<2958466),DAY(${value})&"/"&MONTH(${value})&"/"&YEAR(${value}),SUBSTITUTE(${value},".",","))`,
    percent: `SUBSTITUTE(ROUND(${value}*100,1),".",",")&"%"`,
  }[shownAs(expression.name)];
  const text = `LEFT(SUBSTITUTE(${value},CHAR(10)," "),${LONGEST})`;
  const empty = blankAs?.(expression.name) ?? `"${blank}"`;
  return `IFERROR(IF(${value}="",${empty},IF(ISNUMBER(${value}),${number},${text})),"${error}")`;
}

function kindOf(expression: Expression, shownAs: (name: string) => ShownAs): ShownAs {
  return expression.kind === 'name' ? shownAs(expression.name) : 'plain';
}

export function showValue(value: Result, as: ShownAs, language: Language): string {
  const { blank, error, point } = WORDS[language];
  if (isCellError(value)) return error;
  if (value === null || value === '') return blank;
  if (typeof value !== 'number') return toText(value).replaceAll('\n', ' ').slice(0, LONGEST);
  const day = as === 'date' && value >= 61 ? fromSerial(value) : undefined;
  if (day !== undefined) return formatDay(day);
  const text = as === 'percent' ? `${Math.round(fifteenDigits(value * 1000)) / 10}%` : toText(value);
  return text.replace('.', point);
}
