// What a cell shows (`range.text`), in the few number formats that our forms use, with Vietnamese or English separators.
// Another format is refused rather than shown wrongly.

import { isCellError } from '../../../templates/cell/cell';
import { notImplemented, type StoredCell } from './stored-cell';

export function shownText(value: StoredCell['value'], numberFormat: string, locale: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (numberFormat === 'General' || numberFormat === '@') return number(value, locale, 0, 10, false);
  if (/^d+\/m+\/yyyy$/i.test(numberFormat)) return day(value);
  const match = /^(#,##)?0(?:\.(0+))?(%|\\%|"%")?$/.exec(numberFormat);
  if (!match) throw notImplemented(`text of number format ${numberFormat}`);
  const [, grouped, decimals = '', sign] = match;
  const shown = number(sign === '%' ? value * 100 : value, locale, decimals.length, decimals.length, Boolean(grouped));
  return sign ? `${shown}%` : shown;
}

function number(value: number, locale: string, least: number, most: number, grouped: boolean): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: grouped,
  }).format(value);
}

function day(serial: number): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
