// Whether a value is of its cell's type (rule R001), in both its shapes, the sheet's condition and ours, side by side so that
// they are changed together.

import { type CellError, isCellError } from '../cell/cell';
import { isDerived } from '../form-definition/form-for-period';
import type { AnnexColumn, Bilingual, Indicator } from '../form-definition/form-schema';
import { choicesOf, NO, YES_NO } from './choices';
import { fifteenDigits, toText } from './coerce';
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

/** The sheet's form of `fits`: TRUE where the cell holds something that does not fit. `name` is a name or another reference. */
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

export function valueType(indicator: Indicator): ValueType {
  return { ...indicator, type: indicator.type === 'percent' ? 'integer' : indicator.type };
}

export function columnType(column: AnnexColumn): ValueType {
  const { type } = column;
  if (type === 'document' || type === 'fields' || type === 'key')
    return { type: 'text', maxLength: column.maxLength ?? 300 };
  return { ...column, type };
}

/** What a blank of the indicator is where its section is marked "Không phát sinh": 0 or "Không"; undefined where it stays blank. */
export function impliedZero(indicator: Indicator): 0 | typeof NO | undefined {
  const { type, minimum, optional } = indicator;
  if (optional || minimum || isDerived(indicator)) return undefined;
  if (type === 'yesNo') return NO;
  return type === 'integer' || type === 'money' ? 0 : undefined;
}
