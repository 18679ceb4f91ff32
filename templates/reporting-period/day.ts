// A calendar day without time or zone, as ISO 8601 text (`2024-06-14`): compares with < and >, prints, travels in JSON.
// Excel's serial numbers begin here and nowhere else (ECMA-376 part 1, 18.17.4.1: 1900 and 1904 date systems).

/** `YYYY-MM-DD`, a day that exists in the Gregorian calendar. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
/** Day 0 of the 1900 system, as Excel counts from March 1900 on (it believes in a 29 February 1900). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

export function toSerial(day: Day): number {
  return (Date.parse(`${day}T00:00:00Z`) - EPOCH_1900) / MS_PER_DAY;
}

/** The day of a serial number; a time of day is cut off. Undefined outside 1900-03-01 to 9999-12-31. */
export function fromSerial(serial: number, date1904 = false): Day | undefined {
  const ms = (date1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * MS_PER_DAY;
  if (!Number.isFinite(ms) || ms < Date.UTC(1900, 2, 1) || ms > Date.UTC(9999, 11, 31)) return undefined;
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2024-06-14` → `14/6/2024`, as Party documents write it. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}

/** The day in Vietnam (UTC+7, no daylight saving) at an instant given as ISO 8601 text. */
export function dayInVietnam(instant: string): Day {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
