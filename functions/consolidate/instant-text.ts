// An instant as staff read it: the clock of Vietnam (UTC+7, no daylight saving), day first. Text, because a moment in a
// workbook without a zone would be read as the reader's own.

import { dayInVietnam } from '../../templates/reporting-period/day';

/** `2024-06-18T01:15:30Z` → `18/06/2024 08:15`, with seconds `18/06/2024 08:15:30`. */
export function instantText(instant: string, withSeconds = false): string {
  const [year, month, day] = dayInVietnam(instant).split('-');
  return `${day}/${month}/${year} ${timeInVietnam(instant).slice(0, withSeconds ? 8 : 5)}`;
}

/** `08:15:30` */
export function timeInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 19);
}
