// Why a file could not be read as a workbook at all: the whole catalogue of refusals, with their HTTP status and their
// words in Vietnamese and English. Stands before the violations: those speak of the values of a workbook that was read.
// Codes are stable and never reused. Decides nothing; the readers decide, this file only says it.

import { CONTENT_REFUSALS } from './file-refusals-content';
import { KIND_REFUSALS } from './file-refusals-kind';
import { PACKAGE_REFUSALS } from './file-refusals-package';
import type { RefusalText, RefusalWords } from './refusal-text';

export const FILE_REFUSALS = { ...KIND_REFUSALS, ...PACKAGE_REFUSALS, ...CONTENT_REFUSALS };

export type FileRefusalCode = keyof typeof FILE_REFUSALS;

/** A file that was not read, and the first reason why. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  /** Sheet name as written in the file. */
  readonly sheet?: string;
  /** Cell address such as `D12`, or what the file gives in its place. */
  readonly cell?: string;
  /** Name of the part inside the package, e.g. `xl/worksheets/sheet1.xml`. */
  readonly part?: string;
  /** What was there: a value, a kind of file, a count. At most 60 characters are shown. */
  readonly found?: string;
}

export type Language = 'vi' | 'en';

/** The HTTP status a door answers with: 400, 413, 415 or 422. */
export function refusalStatus(code: FileRefusalCode): RefusalText['status'] {
  return FILE_REFUSALS[code].status;
}

/** Title and detail for a person. The detail opens with sheet and cell where they are known. */
export function describeRefusal(refusal: FileRefusal, language: Language): RefusalWords {
  const words = FILE_REFUSALS[refusal.code][language];
  const where = placeOf(refusal, language);
  const part = refusal.part === undefined ? '' : ` (${language === 'vi' ? 'phần' : 'part'} ${printable(refusal.part)})`;
  return { title: words.title, detail: where + fill(words.detail, refusal.found) + part };
}

function placeOf(refusal: FileRefusal, language: Language): string {
  const [sheet, cell] = language === 'vi' ? ['Trang tính', 'ô'] : ['Sheet', 'cell'];
  const places: string[] = [];
  if (refusal.sheet !== undefined) places.push(`${sheet} “${printable(refusal.sheet)}”`);
  if (refusal.cell !== undefined) places.push(`${cell} ${printable(refusal.cell)}`);
  return places.length === 0 ? '' : `${places.join(', ')}: `;
}

/** `{found}` is replaced; a stretch in square brackets is left out where nothing was found. */
function fill(detail: string, found: string | undefined): string {
  if (found === undefined) return detail.replace(/\[[^\]]*\]/g, '');
  return detail.replace(/[[\]]/g, '').replace('{found}', () => printable(found));
}

/** One line, no control or direction-changing characters, 60 characters at most. */
function printable(text: string): string {
  const line = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+/g,
    ' ',
  );
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
