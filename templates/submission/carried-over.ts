// A stored report under a newer version of its form: what fits goes into the new template, and of all that does not something
// is said. Nothing is translated, as with a file of the older version (extract-older.ts).

import { asksTheSame, wantedCells, wantOf } from '../extract/wanted-cells';
import { keyColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import type { Bilingual } from '../form-definition/form-schema';
import { columnRangeName } from '../form-definition/names';
import { formatDay, isDay } from '../reporting-period/day';
import { askedDifferently, noPlaceForIt, shownValue } from '../violation/notice-messages';
import { canonicalOf } from './canonical-of';
import type { CanonicalReport, CanonicalRow } from './canonical-report';
import type { Submission, SubmittedValue } from './submission';
import { typedNames } from './typed-names';

export interface CarriedOver {
  /** What the form has a cell for that asks the same. */
  readonly report: CanonicalReport;
  readonly notCarried: readonly NotCarried[];
}

export interface NotCarried {
  /** What it is said at: the cell or column that asks differently now, the annex; empty where the form has no place for it. */
  readonly name: string;
  readonly message: Bilingual;
}

/** @param writtenBy the form that the report followed */
export function carriedOver(submission: Submission, form: PeriodForm, writtenBy: PeriodForm): CarriedOver {
  const before = canonicalOf(submission, writtenBy);
  const notCarried: NotCarried[] = [];
  const unit = form.definition.units.find(({ code }) => code === submission.unit);
  const asked = typedNames(form, unit);
  const then = new Map(wantedCells(writtenBy).map((wanted) => [wanted.name, wanted]));
  const values: Record<string, SubmittedValue> = {};
  for (const [name, value] of Object.entries(before.values)) {
    const [now, old] = [asked.get(name), then.get(name)];
    if (now && (!old || asksTheSame(old, now))) values[name] = value;
    else notCarried.push(said(now ? name : '', now !== undefined, old?.label ?? { vi: name, en: name }, shown(value)));
  }
  const after = canonicalOf(submission, form);
  const annexes: Record<string, readonly CanonicalRow[]> = {};
  for (const [code, rows] of Object.entries(before.annexes)) {
    const [now, old] = [form, writtenBy].map(({ annexes: all }) => all.find((a) => a.asked && a.code === code));
    const left = leftColumns(rows, old, now);
    for (const { key, differently, label } of left) {
      const filled = rows.flatMap((row) => row[key] ?? []);
      const more = filled.length > 1 ? ` (+${filled.length - 1})` : '';
      const at = differently ? columnRangeName(code, key) : now ? code : '';
      const named = { vi: `${code}, ${label.vi}`, en: `${code}, ${label.en}` };
      notCarried.push(said(at, differently, named, shown(filled[0]!) + more));
    }
    if (now)
      annexes[code] = (after.annexes[code] ?? []).map((row) =>
        without(
          row,
          left.map(({ key }) => key),
        ),
      );
  }
  const { version } = form.definition;
  return { report: { ...before, version, values, annexes }, notCarried };
}

interface LeftColumn {
  readonly key: string;
  readonly differently: boolean;
  readonly label: Bilingual;
}

/** The columns in which something stands that the annex of now, if there is one, has no place for. */
function leftColumns(
  rows: readonly CanonicalRow[],
  old: PeriodAnnex | undefined,
  now: PeriodAnnex | undefined,
): LeftColumn[] {
  const keys = [...new Set(rows.flatMap(Object.keys))];
  return keys.flatMap((key): LeftColumn[] => {
    const was = old?.columns.find((column) => column.key === key);
    const is = now?.columns.find((column) => column.key === key);
    if (is && (!was || asksTheSame(wantOf(was), wantOf(is)))) return [];
    // The key of a row is the form's own word.
    if (old && key === keyColumn(old)) return [];
    return [{ key, differently: is !== undefined, label: was?.label ?? { vi: key, en: key } }];
  });
}

function said(name: string, differently: boolean, label: Bilingual, value: string): NotCarried {
  return { name, message: (differently ? askedDifferently : noPlaceForIt)(label, value) };
}

const shown = (value: SubmittedValue): string =>
  typeof value === 'string' && isDay(value) ? formatDay(value) : shownValue(value);

const without = (row: CanonicalRow, keys: readonly string[]): CanonicalRow =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
