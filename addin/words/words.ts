// The words of a language, fetched when it is asked for; and the days, times and numbers of each language. English comes only when
// somebody asks for it: most never do, and the pane has to be small.

import type { Reading } from '../../templates/extract/wanted-cells';
import { dayInVietnam, formatDay, fromSerial, isDay } from '../../templates/reporting-period/day';
import { vi } from './vi';
import type { Language, Words } from './word-list';

export async function wordsFor(language: Language): Promise<Words> {
  return language === 'vi' ? vi : (await import('./en')).en;
}

/** `2024-06-14T02:12:09Z` → `09:12 14/06/2024`, in Vietnam's time wherever the reader is. */
export function showInstant(instant: string, language: Language): string {
  const time = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant));
  return `${time} ${formatDay(dayInVietnam(instant))}`;
}

/** 1234.5 → `1.234,5` in Vietnamese, `1,234.5` in English; a day `14/6/2024`, however it is kept. Texts stay. */
export function showValue(
  value: string | number | null | undefined,
  reading: Reading,
  language: Language,
  empty: string,
): string {
  if (value === null || value === undefined || value === '') return empty;
  if (reading === 'date') {
    const day = typeof value === 'number' ? fromSerial(value) : value;
    return day !== undefined && isDay(day) ? formatDay(day) : String(value);
  }
  if (typeof value === 'string') return value;
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 }).format(value);
}
