// One cell's content as a value of the kind that is wanted there. What was pasted is read where it can only mean one thing,
// and a word is left about it; what may mean two things stays as it is, for the checks to refuse.

import type { Cell } from '../cell/cell';
import type { Bilingual } from '../form-definition/form-schema';
import { formatDay, fromSerial } from '../reporting-period/day';
import { fold } from '../rules/fold';
import {
  readAsDay,
  readAsNumber,
  readAsPoints,
  readAsText,
  readComposed,
  readOldFont,
  readWithoutInvisible,
} from '../violation/notice-messages';
import { cleaned, cleanText } from './clean-text';
import { dateFromText } from './date-text';
import type { Located } from './extracted';
import { looksGarbled } from './garbled';
import type { NoticeKind } from './notice';
import { numberFromText, pointsFromText, pointsOf } from './number-text';
import { fromOldFont } from './old-fonts';
import type { Want } from './wanted-cells';

/** Why what was read is not what stands there. */
export interface Note {
  readonly kind: NoticeKind;
  readonly message: Bilingual;
}

/** The 1904 system's day 0 lies 1,462 days after the 1900 system's. */
const DAYS_1904 = 1462;

/** @param note takes the one note of the cell, if there is any */
export function readCell(
  cell: Cell | undefined,
  want: Want,
  date1904: boolean,
  note: (note: Note) => void,
): Located['value'] {
  const value = cell?.value ?? null;
  if (value === null || want.reading === 'derived') return typeof value === 'string' ? cleanText(value) || null : value;
  if (typeof value === 'number') return readNumber(value, cell!, want, date1904, note);
  return typeof value === 'string' ? readText(value, cell!, want, date1904, note) : value;
}

function readNumber(
  value: number,
  cell: Cell,
  { reading }: Want,
  date1904: boolean,
  note: (note: Note) => void,
): Located['value'] {
  if (reading === 'date') return date1904 ? value + DAYS_1904 : value;
  if (cell.date && reading !== 'choice') {
    // Typed `5/3` became a day: nobody counts 45.356 conferences, and nobody wrote that text.
    const day = fromSerial(value, date1904);
    if (day === undefined) return value;
    const text = formatDay(day);
    if (reading === 'text') note({ kind: 'textFromDate', message: readAsText(text) });
    return text;
  }
  if (reading !== 'points') return value;
  const points = pointsOf(value, cell.percent === true);
  if (points !== value) note({ kind: 'percentPoints', message: readAsPoints(String(value), points) });
  return points;
}

function readText(
  stored: string,
  cell: Cell,
  { reading, options }: Want,
  date1904: boolean,
  note: (note: Note) => void,
): Located['value'] {
  const asStored = cleanText(stored);
  const chosen = options?.some((option) => fold(option) === fold(asStored));
  const shown = cell.legacyFont === undefined || chosen ? undefined : fromOldFont(stored, cell.legacyFont);
  const text = shown === undefined ? asStored : cleanText(shown);
  const typed = text === '' ? undefined : typedValue(text, reading, date1904);
  if (typed) {
    note({ kind: typed.kind, message: typed.message(text, typed.value) });
    return typed.value;
  }
  // In TCVN3 the soft hyphen is ư: what may be old text is left alone.
  if (text === asStored && stored.includes('\u00AD') && looksGarbled(stored)) return stored.trim();
  if (text !== asStored) note({ kind: 'oldFont', message: readOldFont(stored, text, cell.legacyFont!) });
  else {
    const kind = cleaned(stored);
    if (kind === 'composedUnicode') note({ kind, message: readComposed(text) });
    else if (kind) note({ kind, message: readWithoutInvisible(text) });
  }
  return text || null;
}

interface Typed {
  readonly kind: NoticeKind;
  readonly value: number;
  readonly message: (found: string, value: number) => Bilingual;
}

/** A text where a number or a day is wanted, if it is one. */
function typedValue(text: string, reading: Want['reading'], date1904: boolean): Typed | undefined {
  const as = (kind: NoticeKind, value: number | undefined, message: Typed['message']): Typed | undefined =>
    value === undefined ? undefined : { kind, value, message };
  switch (reading) {
    case 'integer':
      return as('numberFromText', numberFromText(text, 0), readAsNumber);
    case 'money':
      return as('numberFromText', numberFromText(text, 1), readAsNumber);
    case 'points':
      return /^\d+$/.test(text)
        ? as('numberFromText', numberFromText(text, 0), readAsNumber)
        : as('percentPoints', pointsFromText(text), readAsPoints);
    case 'date':
      // A bare number does not say from when it counts where the workbook counts from 1904.
      return date1904 && /^\d+$/.test(text) ? undefined : as('dateFromText', dateFromText(text), readAsDay);
    default:
      return undefined;
  }
}
