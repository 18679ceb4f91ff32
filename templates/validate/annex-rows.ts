// Which rows of an annex say something, and what a row's own conditions see.

import { columnBefore, IN_FORCE_FROM } from '../checks/names-of-rules';
import type { ExtractedRow } from '../extract/extracted';
import { keyColumn } from '../form-definition/annex-columns';
import type { AnnexLine, PeriodAnnex } from '../form-definition/form-for-period';
import type { History } from '../history/history';
import { toSerial } from '../reporting-period/day';
import type { Lookup } from '../rules/evaluate';
import type { AnnexRow } from '../submission/submission';

/** The prepared line that a row is; none for the rows of a free annex. */
export function lineOf(annex: PeriodAnnex, row: ExtractedRow): AnnexLine | undefined {
  return row.line === undefined ? undefined : annex.lines[row.line];
}

/**
 * A prepared row (a document of the catalogue, a field) always counts; a free row when any cell is filled; a row for an
 * extra document when anything but its own number is.
 */
export function saysSomething(annex: PeriodAnnex, row: ExtractedRow): boolean {
  const line = lineOf(annex, row);
  if (line?.key !== undefined && !line.extra) return true;
  const ownKey = keyColumn(annex);
  return annex.columns.some(
    (c) => c.key !== ownKey && row.cells[c.key] !== undefined && row.cells[c.key]!.value !== null,
  );
}

/** The names of a row: its own cells, facts of its document, and the same row in the period before. */
export function rowLookup(annex: PeriodAnnex, row: ExtractedRow, history?: History): Lookup {
  const line = lineOf(annex, row);
  const before = history && rowBefore(annex, line?.key, history);
  return (name) => {
    const cell = row.cells[name];
    if (cell) return cell.value;
    return rowFact(name, annex, line, before);
  };
}

/** What is known of a prepared line without the report: `hieu_luc_tu`, `KT_trang_thai`. */
export function rowFact(
  name: string,
  annex: PeriodAnnex,
  line: AnnexLine | undefined,
  before: AnnexRow | undefined,
): number | string | undefined {
  if (name === IN_FORCE_FROM) return line?.inForceFrom === undefined ? undefined : toSerial(line.inForceFrom);
  if (!before || !name.startsWith(columnBefore(''))) return undefined;
  const key = name.slice(columnBefore('').length);
  return annex.columns.some((c) => c.key === key) ? before[key] : undefined;
}

/** The row of that document or field in the period before. */
export function rowBefore(annex: PeriodAnnex, key: string | undefined, history: History): AnnexRow | undefined {
  const column = keyColumn(annex);
  if (key === undefined || column === undefined) return undefined;
  return history.rows[annex.code]?.find((row) => row[column] === key);
}
