// A workbook of an older version of the form, read under the newer one: names and codes are the same language. What has no
// place any more, or is asked differently now, is not carried, and said; what is newly asked is blank, and said. Nothing
// is translated: a figure in another unit, or one that was computed, is another figure.

import type { WorkbookCells } from '../cell/cell';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import type { AnnexColumn, Bilingual } from '../form-definition/form-schema';
import { columnRangeName } from '../form-definition/names';
import { formatDay, fromSerial } from '../reporting-period/day';
import { fold } from '../rules/fold';
import { askedDifferently, newlyAsked, noPlaceForIt, olderVersionRead, shownValue } from '../violation/notice-messages';
import { extract } from './extract';
import type { Extracted, ExtractedRow, Located, Lost } from './extracted';
import type { Notice } from './notice';
import { asksTheSame, type Want, wantedCells, wantOf } from './wanted-cells';

export function extractOlder(workbook: WorkbookCells, form: PeriodForm, older: PeriodForm): Extracted {
  const now = extract(workbook, form);
  const then = extract(workbook, older);
  const notices: Notice[] = [
    {
      ...about('', 'olderVersion'),
      sheet: 'BiaBC',
      message: olderVersionRead(older.definition.version, form.definition.version),
    },
  ];
  const values = carriedValues(form, older, now, then, notices);
  const annexes = new Map(now.annexes);
  for (const annex of older.annexes.filter((a) => a.asked)) {
    const heir = form.annexes.find((a) => a.asked && a.code === annex.code);
    const rows = then.annexes.get(annex.code) ?? [];
    if (heir) annexes.set(annex.code, carriedRows(heir, annex, now.annexes.get(annex.code) ?? [], rows, notices));
    else notices.push(...rowsWithoutPlace(annex, rows, annex.columns));
  }
  for (const annex of form.annexes.filter((a) => a.asked)) {
    if (older.annexes.some((a) => a.asked && a.code === annex.code)) continue;
    notices.push({ ...about('', 'notCarried'), sheet: annex.code, message: newlyAsked(annex.title) });
    annexes.set(annex.code, newLines(annex, []));
  }
  return { ...now, values, annexes, lost: stillLost(form, older, now.lost), notices: [...notices, ...now.notices] };
}

function about(name: string, kind: Notice['kind']): Omit<Notice, 'message'> {
  return { kind, sheet: '', cell: '', name };
}

function carriedValues(
  form: PeriodForm,
  older: PeriodForm,
  now: Extracted,
  then: Extracted,
  notices: Notice[],
): Map<string, Located> {
  const before = new Map(wantedCells(older).map((w) => [w.name, w]));
  const after = new Map(wantedCells(form).map((w) => [w.name, w]));
  const values = new Map(now.values);
  for (const [name, old] of before) {
    const found = then.values.get(name);
    const wanted = after.get(name);
    if (!found || old.reading === 'derived' || (wanted && asksTheSame(old, wanted))) continue;
    if (found.value !== null && !name.startsWith('BC_')) {
      const message = (wanted ? askedDifferently : noPlaceForIt)(old.label, shown(found.value, old));
      notices.push({ ...about(name, 'notCarried'), sheet: found.sheet, cell: found.cell, message });
    }
    if (wanted) values.set(name, { ...found, value: null });
  }
  for (const [name, wanted] of after) {
    // Computed by the older formula; it is computed again anyway.
    if (wanted.reading === 'derived') values.set(name, blankAt(values.get(name), wanted.sheet));
    const old = before.get(name);
    if (old && (old.reading !== 'derived' || wanted.reading === 'derived')) continue;
    values.set(name, old ? blankAt(values.get(name), wanted.sheet) : { value: null, sheet: wanted.sheet, cell: '' });
    // Explanations and "Không phát sinh" go with what they belong to.
    if (wanted.reading === 'derived' || !/^(?:CT|TM)_/.test(name)) continue;
    notices.push({ ...about(name, 'notCarried'), sheet: wanted.sheet, message: newlyAsked(wanted.label) });
  }
  return values;
}

const blankAt = (found: Located | undefined, sheet: string): Located =>
  found ? { ...found, value: null } : { value: null, sheet, cell: '' };

function shown(value: Located['value'], { reading }: Want): string {
  const day = reading === 'date' && typeof value === 'number' ? fromSerial(value) : undefined;
  return day ? formatDay(day) : shownValue(value);
}

/** @param rows as the newer form reads them @param before as the older form does, row by row of the sheet */
function carriedRows(
  annex: PeriodAnnex,
  older: PeriodAnnex,
  rows: readonly ExtractedRow[],
  before: readonly ExtractedRow[],
  notices: Notice[],
): ExtractedRow[] {
  const old = new Map(older.columns.map((c) => [c.key, c]));
  const changed = annex.columns.filter((c) => old.has(c.key) && !asksTheSame(wantOf(old.get(c.key)!), wantOf(c)));
  const fresh = annex.columns.filter((c) => !old.has(c.key));
  const gone = older.columns.filter((c) => !annex.columns.some((n) => n.key === c.key));
  notices.push(...rowsWithoutPlace(annex, before, gone));
  notices.push(
    ...rowsWithoutPlace(
      annex,
      before,
      changed.map((c) => old.get(c.key)!),
      askedDifferently,
    ),
  );
  for (const column of fresh)
    notices.push({
      ...about(columnRangeName(annex.code, column.key), 'notCarried'),
      sheet: annex.code,
      message: newlyAsked(columnLabel(annex, column)),
    });
  // A line that the older form prepared and the newer one has not: there is nowhere to put it.
  const isHomeless = (row: ExtractedRow): boolean =>
    annex.rows.kind !== 'free' &&
    row.line === undefined &&
    before.some((b) => b.row === row.row && b.line !== undefined);
  const homeless = new Set(rows.filter(isHomeless).map((row) => row.row));
  const answers = older.columns.filter((c) => !isKeyOrLabel(older, c.key));
  notices.push(
    ...rowsWithoutPlace(
      annex,
      before.filter((b) => homeless.has(b.row)),
      answers,
    ),
  );
  const carried = rows
    .filter((row) => !homeless.has(row.row))
    .map((row) => {
      const cells = { ...row.cells };
      for (const { key } of fresh) cells[key] = { value: null, sheet: annex.code, cell: '' };
      for (const { key } of changed) if (cells[key]) cells[key] = { ...cells[key], value: null };
      return { ...row, cells };
    });
  const added = newLines(
    annex,
    older.lines.flatMap((line) => line.key ?? []),
  );
  for (const row of added) {
    const line = annex.lines[row.line!]!;
    const label = `${line.key} ${line.label ?? ''}`.trim();
    notices.push({ ...about('', 'notCarried'), sheet: annex.code, message: newlyAsked({ vi: label, en: label }) });
  }
  return [...carried, ...added];
}

/** One word for each column in which something stands. */
function rowsWithoutPlace(
  annex: PeriodAnnex,
  rows: readonly ExtractedRow[],
  columns: readonly AnnexColumn[],
  say: (label: Bilingual, value: string) => Bilingual = noPlaceForIt,
): Notice[] {
  return columns.flatMap((column) => {
    const filled = rows.flatMap((row) => (row.cells[column.key]?.value != null ? [row.cells[column.key]!] : []));
    const [first] = filled;
    if (!first) return [];
    const more = filled.length > 1 ? ` (+${filled.length - 1})` : '';
    const message = say(columnLabel(annex, column), shown(first.value, wantOf(column)) + more);
    const { sheet, cell } = first;
    return [{ ...about(columnRangeName(annex.code, column.key), 'notCarried'), sheet, cell, message }];
  });
}

function columnLabel({ code }: PeriodAnnex, { label }: AnnexColumn): Bilingual {
  return { vi: `${code}, ${label.vi}`, en: `${code}, ${label.en}` };
}

/** The prepared lines that an older template lacks, as blank rows: the checks then ask for them. */
function newLines(annex: PeriodAnnex, known: readonly string[]): ExtractedRow[] {
  const there = new Set(known.map(fold));
  const { rows } = annex;
  if (rows.kind === 'free') return [];
  return annex.lines.flatMap((line, i): ExtractedRow[] => {
    if (line.extra || line.key === undefined || there.has(fold(line.key))) return [];
    const value = (key: string): string | null =>
      key === rows.key ? line.key! : rows.kind === 'catalogue' && key === rows.label ? (line.label ?? null) : null;
    const cells = annex.columns.map((c) => [c.key, { value: value(c.key), sheet: annex.code, cell: '' }] as const);
    return [{ row: 0, line: i, cells: Object.fromEntries(cells) }];
  });
}

function isKeyOrLabel({ rows }: PeriodAnnex, key: string): boolean {
  return rows.kind !== 'free' && (key === rows.key || (rows.kind === 'catalogue' && key === rows.label));
}

/** What the older template has, too, and is gone all the same. */
function stillLost(form: PeriodForm, older: PeriodForm, lost: readonly Lost[]): Lost[] {
  const names = new Set(wantedCells(older).map((w) => w.name));
  const sheets = new Set(wantedCells(older).map((w) => w.sheet));
  const lines = new Set<string>();
  for (const annex of older.annexes.filter((a) => a.asked)) {
    for (const column of annex.columns) names.add(columnRangeName(annex.code, column.key));
    for (const { key } of annex.lines) if (key !== undefined) lines.add(`${annex.code} ${fold(key)}`);
  }
  return lost.filter(({ name, sheet, line, wholeSheet }) => {
    if (wholeSheet) return sheets.has(sheet);
    if (line === undefined) return names.has(name);
    const key = form.annexes.find((a) => a.code === sheet)?.lines[line]?.key;
    return key !== undefined && lines.has(`${sheet} ${fold(key)}`);
  });
}
