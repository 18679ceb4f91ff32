// Days that were typed or pasted as text: `14/6/2024`, `14-6-24`, `14.6.2024`, `2024-06-14`, `ngày 14 tháng 6 năm 2024`.
// The day comes first, always: a text cannot say which country it is from, and this form is filled in in Vietnam.

import { isDay, toSerial } from '../reporting-period/day';
import { halfWidth } from './clean-text';

const DAY_FIRST = /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})$/;
const MIDNIGHT = /[ t]0{1,2}:00(?::00(?:\.0+)?)?$/;
/** From 1927 to 2173. Four digits are a year, six may be a day written without signs. */
const SERIAL = /^[1-9]\d{4}$/;
/** 1 March 1900; Excel counts the days before it wrongly. */
const FIRST_SERIAL = 61;

/** @returns the serial number of the 1900 system; undefined where the text is no real day */
export function dateFromText(text: string): number | undefined {
  if (text.length > 60) return undefined;
  const plain = halfWidth(text)
    .replace(/^['\u2018\u2019`]/, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(MIDNIGHT, '');
  if (SERIAL.test(plain)) return Number(plain);
  const first = DAY_FIRST.exec(plain);
  if (first) return serial(first[4]!.length === 2 ? `20${first[4]}` : first[4]!, first[3]!, first[1]!);
  const last = YEAR_FIRST.exec(plain);
  if (last) return serial(last[1]!, last[3]!, last[4]!);
  const words = IN_WORDS.exec(plain);
  return words ? serial(words[3]!, words[2]!, words[1]!) : undefined;
}

function serial(year: string, month: string, day: string): number | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const number = isDay(text) ? toSerial(text) : 0;
  return number >= FIRST_SERIAL ? number : undefined;
}
