// R001 and R002, the two rules every cell is under: a value of its type, and an answer where one is owed. Each stands
// here once in both its shapes, the sheet's condition and ours, side by side so that they are changed together.

import { type CellError, isCellError } from '../cell/cell';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import type { Bilingual, Indicator } from '../form-definition/form-schema';
import { columnRangeName, indicatorName, narrativeName, nothingName } from '../form-definition/names';
import { missing, wrongType } from '../violation/messages';
import { choicesOf, YES_NO } from './choices';
import { fifteenDigits, toText } from './coerce';
import { compiled } from './compiled';
import { namesIn } from './expression';
import { fold } from './fold';
import type { Value } from './value';

/** What a cell may hold. Bounds are included. */
export interface ValueType {
  readonly type: 'integer' | 'money' | 'yesNo' | 'choice' | 'text' | 'date';
  readonly options?: readonly string[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly step?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** What one cell of Excel holds. */
const LONGEST_TEXT = 32_767;

export function fits(value: Value | CellError, type: ValueType): boolean {
  if (value === null) return true;
  if (isCellError(value)) return false;
  switch (type.type) {
    case 'integer':
      return isWithin(value, type) && fifteenDigits(value) % (type.step ?? 1) === 0;
    case 'money':
      return isWithin(value, type) && Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
    case 'date':
      return typeof value === 'number' && value >= 61 && value < 2_958_466;
    case 'text':
      return toText(value).length <= (type.maxLength ?? LONGEST_TEXT);
    default: {
      const options = choicesOf(type);
      return typeof value === 'string' && options.some((o) => fold(o) === fold(value));
    }
  }
}

function isWithin(value: Value, { minimum = 0, maximum = 1e12 }: ValueType): value is number {
  if (typeof value !== 'number') return false;
  const n = fifteenDigits(value);
  return n >= minimum && n <= maximum;
}

/** The sheet's form of `fits`: TRUE where the cell of `name` holds something that does not fit. */
export function misfitFormula(name: string, type: ValueType): string {
  const number = `N(${name})`;
  const within = `ISNUMBER(${name}),${number}>=${type.minimum ?? 0},${number}<=${type.maximum ?? 1e12}`;
  const good: Record<ValueType['type'], string> = {
    integer: `AND(${within},${number}=INT(${number})${type.step ? `,MOD(${number},${type.step})=0` : ''})`,
    money: `AND(${within},ABS(${number}*10-ROUND(${number}*10,0))<0.000001)`,
    date: `AND(ISNUMBER(${name}),${number}>=61,${number}<2958466)`,
    text: `LEN(${name})<=${type.maxLength ?? LONGEST_TEXT}`,
    yesNo: oneOf(name, YES_NO),
    choice: oneOf(name, type.options ?? []),
  };
  return `AND(NOT(ISBLANK(${name})),NOT(IFERROR(${good[type.type]},FALSE)))`;
}

function oneOf(name: string, options: readonly string[]): string {
  return `OR(${options.map((o) => `${name}="${o.replaceAll('"', '""')}"`).join(',')})`;
}

/** What R001 says is expected, in words. */
export function expectedOf(type: ValueType): Bilingual {
  const { minimum = 0, maximum } = type;
  switch (type.type) {
    case 'integer': {
      const range =
        maximum === undefined
          ? { vi: `từ ${minimum} trở lên`, en: `${minimum} or more` }
          : { vi: `từ ${minimum} đến ${maximum}`, en: `from ${minimum} to ${maximum}` };
      const step = type.step ? { vi: `, bước ${type.step}`, en: `, in steps of ${type.step}` } : { vi: '', en: '' };
      return {
        vi: `số nguyên ${range.vi}${step.vi}, không kèm chữ hay khoảng trắng`,
        en: `a whole number, ${range.en}${step.en}, without letters or spaces`,
      };
    }
    case 'money':
      return { vi: `số không âm, tối đa 1 số lẻ`, en: 'a number, 0 or more, with at most one decimal' };
    case 'date':
      return { vi: 'ngày, ví dụ 14/6/2024', en: 'a date such as 14/6/2024' };
    case 'text':
      return {
        vi: `không quá ${type.maxLength ?? LONGEST_TEXT} ký tự`,
        en: `at most ${type.maxLength ?? LONGEST_TEXT} characters`,
      };
    default: {
      const options = choicesOf(type).join(' | ');
      return { vi: `một trong: ${options}`, en: `one of: ${options}` };
    }
  }
}

/** One built-in check at one name: the sheet shows `message` while `formula` is TRUE. */
export interface NamedCheck {
  readonly rule: 'R001' | 'R002';
  readonly name: string;
  readonly formula: string;
  readonly message: Bilingual;
  /** R002: the answer is owed only where this holds. */
  readonly requiredIf?: string | undefined;
}

export function valueType(indicator: Indicator): ValueType {
  return { ...indicator, type: indicator.type === 'percent' ? 'integer' : indicator.type };
}

/** R001 and R002 over the typed indicators and the narratives of a period, in the order of the sheets. */
export function namedChecks(form: PeriodForm, mayBeNothing: ReadonlySet<string>): NamedCheck[] {
  const checks: NamedCheck[] = [];
  const asked = askedNames(form);
  for (const indicator of form.indicators) {
    if (isDerived(indicator)) continue;
    const name = indicatorName(indicator.code);
    const type = valueType(indicator);
    const label = shortLabel(indicator.code, indicator.label.vi);
    checks.push({
      rule: 'R001',
      name,
      formula: misfitFormula(name, type),
      message: wrongType(label, `{${name}}`, expectedOf(type)),
    });
    if (indicator.optional || !isJudgeable(indicator.requiredIf, asked)) continue;
    const section = indicator.code[0]!;
    const zeroable = isZeroable(indicator) && mayBeNothing.has(section);
    const unless = zeroable ? `,${nothingName(section)}<>"x"` : '';
    const when = indicator.requiredIf ? `,${indicator.requiredIf}` : '';
    checks.push({
      rule: 'R002',
      name,
      formula: `AND(ISBLANK(${name})${unless}${when})`,
      message: missing(label, zeroable),
      requiredIf: indicator.requiredIf,
    });
  }
  for (const narrative of form.narratives) {
    const name = narrativeName(narrative.code);
    const type: ValueType = { type: 'text', maxLength: narrative.maxLength };
    const label = shortLabel(narrative.code, narrative.label.vi);
    checks.push({
      rule: 'R001',
      name,
      formula: misfitFormula(name, type),
      message: wrongType(label, '…', expectedOf(type)),
    });
    if (narrative.required)
      checks.push({ rule: 'R002', name, formula: `ISBLANK(${name})`, message: missing(label, false) });
    else if (narrative.requiredIf && isJudgeable(narrative.requiredIf, asked))
      checks.push({
        rule: 'R002',
        name,
        formula: `AND(ISBLANK(${name}),${narrative.requiredIf})`,
        message: missing(label, false),
        requiredIf: narrative.requiredIf,
      });
  }
  return checks;
}

function askedNames(form: PeriodForm): ReadonlySet<string> {
  const columns = form.annexes
    .filter((a) => a.asked)
    .flatMap((a) => a.columns.map((c) => columnRangeName(a.code, c.key)));
  return new Set([...form.indicators.map((i) => indicatorName(i.code)), ...columns]);
}

/** A condition over what this period does not ask is never met: its names are not in the workbook. */
function isJudgeable(condition: string | undefined, asked: ReadonlySet<string>): boolean {
  return condition === undefined || namesIn(compiled(condition)).every((name) => asked.has(name));
}

/** A blank of such an indicator becomes a zero (or "Không") where its section is marked "Không phát sinh". */
export function isZeroable(indicator: Indicator): boolean {
  return ['integer', 'money', 'yesNo'].includes(indicator.type) && !indicator.minimum && !isDerived(indicator);
}

export function shortLabel(code: string, label: string): string {
  return `${code} ${label.length > 70 ? `${label.slice(0, 69).trimEnd()}…` : label}`;
}
