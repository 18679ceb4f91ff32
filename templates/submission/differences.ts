// Where two reports differ, cell by cell: the workbook at hand and the one the centre has. A day is a day however it is
// written, a choice however it is spelt; rows with a key are found by it, the others by their order.

import { cleanText } from '../extract/clean-text';
import { type Reading, type Want, wantedCells, wantOf } from '../extract/wanted-cells';
import { keyColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import type { Bilingual } from '../form-definition/form-schema';
import { columnRangeName, headerName, indicatorName, nothingName } from '../form-definition/names';
import { isDay, toSerial } from '../reporting-period/day';
import { fold } from '../rules/fold';
import { impliedZero } from '../rules/type-check';
import { type CanonicalReport, type CanonicalRow, typedColumnKeys } from './canonical-report';
import type { SubmittedValue } from './submission';
import { KEPT_HEADER } from './to-submission';

export interface Difference {
  /** `CT_A_01`, `PL1_so_hn`. */
  readonly name: string;
  /** Of an annex: which row of mine that says something, from 1; of theirs where mine has none. */
  readonly row?: number;
  readonly label: Bilingual;
  /** A day may stand as its serial number. */
  readonly reading: Reading;
  /** Null: blank. */
  readonly mine: SubmittedValue | null;
  readonly theirs: SubmittedValue | null;
}

export function differences(mine: CanonicalReport, theirs: CanonicalReport, form: PeriodForm): Difference[] {
  const found: Difference[] = [];
  const [ours, others] = [withoutImplied(mine, form), withoutImplied(theirs, form)];
  for (const wanted of wantedCells(form)) {
    const { name, label } = wanted;
    const [a = null, b = null] = [ours[name], others[name]];
    // A mark is a mark, X or x.
    const want: Want = name.startsWith(nothingName('')) ? { reading: 'choice' } : wanted;
    if (same(a, b, want) || isUnknown(name, a, b)) continue;
    found.push({ name, label, reading: wanted.reading, mine: a, theirs: b });
  }
  for (const annex of form.annexes)
    if (annex.asked) found.push(...inAnnex(annex, mine.annexes[annex.code] ?? [], theirs.annexes[annex.code] ?? []));
  return found;
}

/** Who signed is not kept with a stored report: where only one of the two knows it, nothing is said. */
function isUnknown(name: string, a: SubmittedValue | null, b: SubmittedValue | null): boolean {
  const kept = !name.startsWith(headerName('')) || KEPT_HEADER.some((field) => headerName(field) === name);
  return !kept && (a === null || b === null);
}

function withoutImplied({ values }: CanonicalReport, form: PeriodForm): Record<string, SubmittedValue> {
  const left = { ...values };
  for (const section of form.sections) {
    if (fold(String(values[nothingName(section.code)] ?? '')) !== 'x') continue;
    for (const indicator of section.indicators) {
      const name = indicatorName(indicator.code);
      if (left[name] === impliedZero(indicator)) delete left[name];
    }
  }
  return left;
}

function inAnnex(annex: PeriodAnnex, mine: readonly CanonicalRow[], theirs: readonly CanonicalRow[]): Difference[] {
  const key = keyColumn(annex);
  const pairs = key === undefined ? byOrder(mine.filter(isFilled), theirs.filter(isFilled)) : byKey(key, mine, theirs);
  return pairs.flatMap(({ a = {}, b = {}, row }) => {
    const own = String((key && (a[key] ?? b[key])) ?? '');
    const prepared = annex.lines.some((line) => !line.extra && line.key !== undefined && fold(line.key) === fold(own));
    return typedColumnKeys(annex, prepared).flatMap((column): Difference[] => {
      const as = annex.columns.find((c) => c.key === column)!;
      const [x = null, y = null] = [a[column], b[column]];
      const want = wantOf(as);
      if (column === key || same(x, y, want)) return [];
      const place = own === '' ? `${annex.code} (${row})` : `${annex.code}, ${own}`;
      const label = { vi: `${place}, ${as.label.vi}`, en: `${place}, ${as.label.en}` };
      const name = columnRangeName(annex.code, column);
      return [{ name, row, label, reading: want.reading, mine: x, theirs: y }];
    });
  });
}

interface Pair {
  readonly a?: CanonicalRow | undefined;
  readonly b?: CanonicalRow | undefined;
  readonly row: number;
}

/** A stored report does not say where its rows stood, so blank ones between them are no difference. */
const isFilled = (row: CanonicalRow): boolean => Object.keys(row).length > 0;

function byOrder(mine: readonly CanonicalRow[], theirs: readonly CanonicalRow[]): Pair[] {
  return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, i) => ({
    a: mine[i],
    b: theirs[i],
    row: i + 1,
  }));
}

function byKey(key: string, mine: readonly CanonicalRow[], theirs: readonly CanonicalRow[]): Pair[] {
  const keyOf = (row: CanonicalRow): string => fold(String(row[key] ?? ''));
  const left = theirs.map((b, i) => ({ b, row: i + 1 }));
  const pairs = mine.map((a, i): Pair => {
    const at = left.findIndex(({ b }) => keyOf(b) === keyOf(a));
    return { a, b: at < 0 ? undefined : left.splice(at, 1)[0]!.b, row: i + 1 };
  });
  return [...pairs, ...left];
}

function same(a: SubmittedValue | null, b: SubmittedValue | null, want: Want): boolean {
  return normal(a, want) === normal(b, want);
}

function normal(value: SubmittedValue | null, { reading }: Want): SubmittedValue | null {
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (reading === 'date' && isDay(text)) return toSerial(text);
  return reading === 'choice' ? fold(text) : text || null;
}
