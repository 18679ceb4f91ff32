// Numbers that were pasted as text: `1.234,5` as Vietnam writes it, `1,234.5` as English does, `1 234`, `１２`, `'12`. Read
// where exactly one reading is possible; anything else stays the text it is, and the checks refuse it. Never guesses.

import { fifteenDigits } from '../rules/coerce';
import { halfWidth } from './clean-text';

/** Whole part, grouped in threes or not, and decimals. */
const CONVENTIONS: readonly RegExp[] = [
  /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/,
];
const LONGEST = 40;
/** A double holds no more digits for certain. */
const MOST_DIGITS = 15;

/**
 * @param text without blanks around
 * @param decimals the most that the type allows; three digits behind a sign are always a group of thousands
 */
export function numberFromText(text: string, decimals: 0 | 1): number | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = halfWidth(text).replace(/^['\u2018\u2019`]/, '');
  const match = /^ ?([+-]?) ?(\d.*)$/.exec(plain);
  if (!match) return undefined;
  const readings = new Set<number>();
  for (const convention of CONVENTIONS) {
    const parts = convention.exec(match[2]!);
    if (!parts) continue;
    const whole = parts[1]!.replace(/[., ]/g, '');
    const fraction = parts[2] ?? '';
    const significant = fraction.replace(/0+$/, '');
    if (fraction.length > 2 || significant.length > decimals) continue;
    if (whole.length + significant.length > MOST_DIGITS) continue;
    readings.add(Number(`${whole}.${significant}0`));
  }
  if (readings.size !== 1) return undefined;
  const [size] = readings;
  return match[1] === '-' && size !== 0 ? -size! : size;
}

/** Percent points: `85%` and `85` are 85; `0,85` can only be meant as 85, too. */
export function pointsFromText(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = halfWidth(text);
  if (plain.endsWith('%')) return numberFromText(plain.slice(0, -1).trimEnd(), 0);
  const share = /^'?0?[.,](\d{1,4})$/.exec(plain);
  return share ? pointsOf(Number(`0.${share[1]}`), false) : numberFromText(text, 0);
}

/** A number in a column of percent points: shares become points, 0.85 is 85. */
export function pointsOf(value: number, percentFormat: boolean): number {
  const share = value > 0 && (value < 1 || (value === 1 && percentFormat));
  return share ? fifteenDigits(value * 100) : value;
}
