// What the names of a rule stand for, beyond the cells of the form: facts of the period, the unit's history, the board's
// list of classes, and inside a row the row's own cells.

import type { FormFileContent } from '../form-definition/form-schema';
import { columnRangeName, headerName, indicatorName, narrativeName } from '../form-definition/names';
import { HISTORY_PREFIXES, historyName, LAST_REPORT_NUMBER } from '../history/history';
import type { Kind } from '../rules/kinds';

/** Months of the period. */
export const MONTHS = 'KY_so_thang';
/** The board's list of classes, a column. */
export const CLASSES = 'DS_lop';
/** In a row: the day its document came into force. */
export const IN_FORCE_FROM = 'hieu_luc_tu';
/** With `each`: the cell itself. */
export const THIS_CELL = 'o_nay';

/** `PL1` → `KT_PL1`: how many of its rows were carried forward from the period before. */
export const carriedForward = (annex: string): string => `KT_${annex}`;
/** In a row: a column of the same row in the period before. */
export const columnBefore = (column: string): string => `KT_${column}`;

type FormParts = Pick<FormFileContent, 'sections' | 'annexes' | 'narratives' | 'header'>;

const KINDS = {
  integer: 'number',
  money: 'number',
  percent: 'percent',
  date: 'date',
  yesNo: 'text',
  choice: 'text',
  text: 'text',
  key: 'text',
  document: 'text',
  fields: 'text',
} as const satisfies Record<string, Kind>;

/** Every name a rule over the whole report may use. */
export function kindsOfNames(form: FormParts): Map<string, Kind> {
  return new Map([...kindsOfCells(form), ...kindsOfFacts(), ...kindsOfHistory(form)]);
}

export function kindsOfFacts(): Map<string, Kind> {
  return new Map<string, Kind>([
    [MONTHS, 'number'],
    [CLASSES, 'column'],
  ]);
}

/** The cells and columns of the form: where a violation can be shown. */
export function kindsOfCells({ sections, annexes, narratives, header }: FormParts): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { code, type } of sections.flatMap((s) => s.indicators)) kinds.set(indicatorName(code), KINDS[type]);
  for (const annex of annexes)
    for (const column of annex.columns) kinds.set(columnRangeName(annex.code, column.key), 'column');
  for (const { code } of narratives) kinds.set(narrativeName(code), 'text');
  for (const { name, type } of header) kinds.set(headerName(name), KINDS[type]);
  return kinds;
}

export function kindsOfHistory({ sections, annexes }: FormParts): Map<string, Kind> {
  const kinds = new Map<string, Kind>([[LAST_REPORT_NUMBER, 'number']]);
  for (const { code, type } of sections.flatMap((s) => s.indicators))
    for (const prefix of HISTORY_PREFIXES) kinds.set(historyName(prefix, code), KINDS[type]);
  for (const annex of annexes) kinds.set(carriedForward(annex.code), 'number');
  return kinds;
}

/** The further names inside a row of that annex. */
export function kindsInRow({ annexes }: Pick<FormParts, 'annexes'>, annex: string): Map<string, Kind> {
  const columns = annexes.find((a) => a.code === annex)?.columns ?? [];
  return new Map<string, Kind>([
    [IN_FORCE_FROM, 'date'],
    ...columns.flatMap((c): [string, Kind][] => [
      [c.key, KINDS[c.type]],
      [columnBefore(c.key), KINDS[c.type]],
    ]),
  ]);
}

/** With `each`, what the expression may say of the cell: `o_nay`, `LK`. */
export function kindsOfEach(kind: Kind): Map<string, Kind> {
  return new Map<string, Kind>([[THIS_CELL, kind], ...HISTORY_PREFIXES.map((p): [string, Kind] => [p, kind])]);
}

/** What a crossUnit rule may say of what it compares. */
export function kindsAcross(over: keyof typeof ACROSS): ReadonlyMap<string, Kind> {
  return ACROSS[over];
}

const ACROSS = {
  unitPairs: new Map<string, Kind>([
    ['so_o', 'number'],
    ['giong', 'number'],
    ['don_vi_khac', 'text'],
  ]),
  rates: new Map<string, Kind>([
    ['gia_tri', 'number'],
    ['ty_suat', 'number'],
    ['q1', 'number'],
    ['q3', 'number'],
    ['so_don_vi', 'number'],
    ['ma', 'text'],
    ['nhan', 'text'],
  ]),
  sections: new Map<string, Kind>([
    ['da_tra_loi', 'number'],
    ['khac_khong', 'number'],
    ['muc', 'text'],
  ]),
};
