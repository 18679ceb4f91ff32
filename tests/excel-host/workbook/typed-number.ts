// A number and a day as text, in the writing of a country: "1.234,5" and "15/6/2024" of Vietnam, "1,234.5" and "6/15/2024" of
// the United States. What Excel makes of separators in other places is not known to us, and is not made up.

import { notImplemented } from './stored-cell';

interface Writing {
  readonly number: RegExp;
  readonly group: string;
  readonly decimal: string;
  /** `['day', 'month', 'year']` */
  readonly order: readonly string[];
}

const known = new Map<string, Writing>();

function writingOf(locale: string): Writing {
  const made = known.get(locale) ?? writing(locale);
  known.set(locale, made);
  return made;
}

function writing(locale: string): Writing {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal] = [sign('group'), sign('decimal')];
  const [g, d] = [`\\${group}`, `\\${decimal}`];
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(0);
  return {
    group,
    decimal,
    number: new RegExp(`^[+-]?(?:(?:\\d+|\\d{1,3}(?:${g}\\d{3})+)(?:${d}\\d*)?|${d}\\d+)(?:e[+-]?\\d+)?$`, 'i'),
    order: date.map(({ type }) => type).filter((type) => type !== 'literal'),
  };
}

/** Undefined for what is no number. */
export function typedNumber(text: string, locale: string): number | undefined {
  const { number, group, decimal } = writingOf(locale);
  const trimmed = text.trim();
  if (number.test(trimmed)) return Number(trimmed.replaceAll(group, '').replace(decimal, '.'));
  if (/^[+-]?[\d.,]*\d[\d.,]*$/.test(trimmed)) throw notImplemented(`answer to ${trimmed} typed in ${locale}`);
  return undefined;
}

/** Serial numbers from 1900, of `15/6/2024` in the order of the country and of ISO 8601; undefined for what is no day. */
export function typedDay(text: string, locale: string): number | undefined {
  const [, ...written] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [, ...iso] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const order = iso.length > 0 ? ['year', 'month', 'day'] : writingOf(locale).order;
  const numbers = (iso.length > 0 ? iso : written).map(Number);
  const [year, month, day] = ['year', 'month', 'day'].map((type) => numbers[order.indexOf(type)]);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 86_400_000 + 25_569 : undefined;
}
