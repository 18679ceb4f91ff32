// A case of a rule: a report as a table of name and value, and every violation that must be found in it, no more and no
// less. Accepted where the rule is not among them, rejected where it is. Says how a report is judged; the cases stand in
// the files beside it.

import { extract } from '../../../templates/extract/extract';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { formForPeriod } from '../../../templates/form-definition/form-for-period';
import { HISTORY_PREFIXES, type History } from '../../../templates/history/history';
import type { AnnexRow } from '../../../templates/submission/submission';
import { type Verdict, validate } from '../../../templates/validate/validate';
import { placeOf, type Violation } from '../../../templates/violation/violation';
import { type Changes, changedReport } from '../../setup/changed-cells';
import { realForm } from '../../setup/real-form';

export interface RuleCase {
  readonly rule: string;
  readonly what: string;
  /** `R104 ChiTieu!D16`; a warning that is explained `R013 ChiTieu!D8 explained`. In the order in which they are found. */
  readonly expected: readonly string[];
  readonly found: () => Promise<readonly string[]>;
}

export interface ReportOf {
  /** 2024-H1 where left out. */
  readonly period?: string;
  /** DV01, an invented đảng bộ cơ sở, where left out; DV09 is a chi bộ cơ sở. */
  readonly unit?: string;
  /** What is otherwise in the form. */
  readonly form?: (form: FormDefinition) => FormDefinition;
}

/**
 * What a case is about; the changes, of them `LK_A_01` and its kin the history; what must be found. Rows of the latest
 * earlier report: `KT PL1_trang_thai NQ-29-2013` by their keys, `KT PL5_ten 1` by their place.
 */
export type CaseRow = readonly [what: string, changes: Changes, ...expected: string[]];

export function casesOf(rule: string, report: ReportOf, rows: readonly CaseRow[]): RuleCase[] {
  return rows.map(([what, changes, ...expected]) => ({
    rule,
    what,
    expected,
    found: async () => (await verdictOn(changes, report)).violations.map(shown),
  }));
}

export const isRejected = ({ rule, expected }: RuleCase): boolean => expected.some((e) => e.split(' ')[0] === rule);

export const shown = (violation: Violation): string =>
  [violation.rule, placeOf(violation), violation.explained ? 'explained' : ''].filter(Boolean).join(' ');

export async function verdictOn(
  changes: Changes,
  { period = '2024-H1', unit = 'DV01', form: altered = (form) => form }: ReportOf = {},
): Promise<Verdict> {
  const form = formForPeriod(altered(realForm()), period)!;
  const [cells, history] = [inCells(changes), historyIn(changes, form.definition)];
  const book = await changedReport(period, unit, cells);
  return validate(extract(book, form), form, history ? { history } : {});
}

const HISTORY_VALUE = new RegExp(`^(?:${HISTORY_PREFIXES.join('|')})_`);
const HISTORY_ROW = /^KT (PL\d)_(\w+) (\S+)$/;
const isHistory = (name: string): boolean => HISTORY_VALUE.test(name) || HISTORY_ROW.test(name);

function inCells(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => !isHistory(name)));
}

/** Undefined where the table has no history: a first report. */
function historyIn(changes: Changes, { annexes }: FormDefinition): History | undefined {
  const known = Object.entries(changes).filter(([name]) => isHistory(name)) as [string, string | number][];
  if (known.length === 0) return undefined;
  const rows = new Map<string, Map<string, Record<string, string | number>>>();
  for (const [name, value] of known) {
    const [, annex = '', column = '', key = ''] = HISTORY_ROW.exec(name) ?? [];
    if (annex === '') continue;
    const ofAnnex = rows.get(annex) ?? new Map<string, Record<string, string | number>>();
    const of = annexes.find((a) => a.code === annex)!.rows;
    const row = ofAnnex.get(key) ?? (of.kind === 'free' ? {} : { [of.key]: key });
    row[column] = value;
    rows.set(annex, ofAnnex.set(key, row));
  }
  return {
    values: Object.fromEntries(known.filter(([name]) => HISTORY_VALUE.test(name))),
    rows: Object.fromEntries([...rows].map(([annex, of]): [string, AnnexRow[]] => [annex, [...of.values()]])),
  };
}
