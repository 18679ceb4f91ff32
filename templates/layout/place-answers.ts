// The values of a report as answers for its template: every answer at its row, prepared rows by their key, free rows in
// order. Where the report has rows that the template lacks, the form is given more lines; nothing is left out unsaid.

import { keyColumn } from '../form-definition/annex-columns';
import type { AnnexLine, PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import { headerName } from '../form-definition/names';
import { isDay, toSerial } from '../reporting-period/day';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import { fold } from '../rules/fold';
import { type CanonicalReport, type CanonicalRow, typedColumnKeys } from '../submission/canonical-report';
import type { SubmittedValue } from '../submission/submission';
import { typedNames } from '../submission/typed-names';
import { unknownNames } from '../submission/unknown-names';
import type { Filling } from './fill-plan';

export interface Placed {
  /** To plan the template from: the form given, with more lines where the report has more rows. */
  readonly form: PeriodForm;
  /** For every cell that is typed: what it holds, or null where it holds nothing. */
  readonly answers: Filling;
  /** By annex, for each row of the report: which line of the template it is in, from 0. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  /** Rows beyond what one sheet can take. */
  readonly leftOut: readonly { readonly annex: string; readonly row: number }[];
  /** Names that this template has no cell for: the report was made for another version of the form. */
  readonly unplaced: readonly string[];
}

export interface Placing {
  /** False: the report does not say who signed; those header fields stay as the template has them. */
  readonly headerKnown: boolean;
}

/** More than this, prepared lines among them, the checks of one annex's rows would make a workbook that nobody can open. */
export const MOST_LINES = 500;
/** How many the annexes together may be given beyond those that the template has: each costs time and space to lay out. */
export const MOST_ADDED = 1000;

export function placeAnswers(
  report: CanonicalReport,
  form: PeriodForm,
  unit: ReportingUnit,
  { headerKnown }: Placing,
): Placed {
  const values: Record<string, SubmittedValue | null> = {};
  for (const [name, { reading }] of typedNames(form, unit)) {
    const value = own(report.values, name);
    if (value === undefined && !headerKnown && name.startsWith(headerName(''))) continue;
    values[name] = value === undefined ? null : reading === 'date' ? dayNumber(value) : value;
  }
  let added = 0;
  const placed = form.annexes.map((annex) => {
    const rows = placeRows(annex, own(report.annexes, annex.code) ?? [], MOST_ADDED - added);
    added += rows.annex.lines.length - annex.lines.length;
    return rows;
  });
  const wider = placed.some(({ annex }, i) => annex !== form.annexes[i]);
  const asked = placed.filter(({ annex }) => annex.asked);
  return {
    form: wider ? { ...form, annexes: placed.map(({ annex }) => annex) } : form,
    answers: { values, annexes: Object.fromEntries(asked.map(({ annex, answers }) => [annex.code, answers])) },
    lines: Object.fromEntries(asked.map(({ annex, lines }) => [annex.code, lines])),
    leftOut: asked.flatMap(({ annex, lines }) =>
      lines.flatMap((line, i) => (line < 0 ? [{ annex: annex.code, row: i + 1 }] : [])),
    ),
    unplaced: unknownNames(report, form, unit),
  };
}

interface PlacedRows {
  readonly annex: PeriodAnnex;
  readonly answers: readonly Readonly<Record<string, SubmittedValue | null>>[];
  /** -1: left out. */
  readonly lines: readonly number[];
}

/** @param room how many lines may be added */
function placeRows(annex: PeriodAnnex, rows: readonly CanonicalRow[], room: number): PlacedRows {
  if (!annex.asked) return { annex, answers: [], lines: [] };
  const lines: AnnexLine[] = [...annex.lines];
  const taken: (CanonicalRow | undefined)[] = lines.map(() => undefined);
  const free = freeLines(annex);
  const most = Math.min(MOST_LINES, annex.lines.length + room);
  const at = rows.map((row) => {
    let line = free(row);
    if (line < 0 && lines.length < most) line = lines.push(addedLine(annex, row)) - 1;
    if (line >= 0) taken[line] = row;
    return line;
  });
  return {
    annex: lines.length > annex.lines.length ? { ...annex, lines } : annex,
    answers: lines.map((line, i) => answersOf(annex, line, taken[i])),
    lines: at,
  };
}

/** Gives each row its line: by key where the annex has keys, else the next one; -1 where there is none left. */
function freeLines(annex: PeriodAnnex): (row: CanonicalRow) => number {
  const key = keyColumn(annex);
  if (key === undefined) {
    let next = 0;
    return () => (next < annex.lines.length ? next++ : -1);
  }
  const left = new Map(annex.lines.map((line, i) => [fold(line.key ?? ''), i]));
  return (row) => {
    const wanted = fold(String(row[key] ?? ''));
    const line = left.get(wanted) ?? -1;
    left.delete(wanted);
    return line;
  };
}

function addedLine(annex: PeriodAnnex, row: CanonicalRow): AnnexLine {
  const key = keyColumn(annex);
  if (key === undefined) return {};
  return row[key] === undefined ? { extra: true } : { key: String(row[key]), extra: true };
}

function answersOf(
  annex: PeriodAnnex,
  line: AnnexLine,
  row: CanonicalRow = {},
): Readonly<Record<string, SubmittedValue | null>> {
  const key = keyColumn(annex);
  const answers: Record<string, SubmittedValue | null> = {};
  for (const column of typedColumnKeys(annex, line.key !== undefined && !line.extra)) {
    const value = own(row, column);
    const type = annex.columns.find((c) => c.key === column)!.type;
    // The key of a line is laid out with it.
    if (column !== key) answers[column] = value === undefined ? null : type === 'date' ? dayNumber(value) : value;
  }
  return answers;
}

function dayNumber(value: SubmittedValue): SubmittedValue {
  return typeof value === 'string' && isDay(value) ? toSerial(value) : value;
}

/** `constructor` and the like are nobody's answers. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
