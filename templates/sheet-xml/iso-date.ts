// ISO 8601 date cells (`t="d"`, ECMA-376 part 1, 18.17.4) as serial numbers, the way every other date cell is stored.
// Local time without zone, or `Z`; anything else is no date here. No clock and no time zone is asked.

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z?)?$/;
const DAY_MS = 86_400_000;
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Serial 61 is 1900-03-01; before it the 1900 system is one day off because it counts 1900-02-29 (18.17.4.1). */
const MARCH_1900 = Date.UTC(1900, 2, 1);
const EPOCH_1900 = Date.UTC(1899, 11, 30);

/** `2026-01-31` → 46053, or 44591 in the 1904 system; undefined where it is no date or lies before the first day. */
export function serialOfIsoDate(text: string, date1904: boolean): number | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  const midnight = Date.UTC(year!, month! - 1, day!);
  const date = new Date(midnight);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month! - 1 || date.getUTCDate() !== day)
    return undefined;
  if (hour! > 23 || minute! > 59 || second! > 59) return undefined;
  const fraction = Number(`0.${match[7] ?? 0}`);
  const days = daysSince(midnight, date1904);
  return days < 0 ? undefined : days + (hour! * 3600 + minute! * 60 + second! + fraction) / 86_400;
}

function daysSince(midnight: number, date1904: boolean): number {
  if (date1904) return (midnight - EPOCH_1904) / DAY_MS;
  return (midnight - EPOCH_1900) / DAY_MS - (midnight < MARCH_1900 ? 1 : 0);
}
