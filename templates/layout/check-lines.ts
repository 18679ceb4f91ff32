// The lines of KiemTra: every check that a sheet can run, at every place, as a formula that gives the message while the check
// does not hold. Made from the same lists that validate goes through, in the same order.

import type { Check, NumberCell, RowCheck } from '../checks/check';
import { checksOf } from '../checks/checks-of';
import { explainedAt } from '../checks/explained-at';
import { isBroken, isOwed } from '../checks/is-judged';
import { shownInReport, shownInRow } from '../checks/shown-as';
import { inRow, type TypedCell, typedCells, typedColumns } from '../checks/typed-cells';
import { keyColumn, labelColumn } from '../form-definition/annex-columns';
import type { PeriodAnnex, PeriodForm } from '../form-definition/form-for-period';
import { compiled } from '../rules/compiled';
import type { Lookup } from '../rules/evaluate';
import { fillMessage, messageFormula } from '../rules/message-text';
import { toFormula } from '../rules/to-formula';
import { fits, misfitFormula } from '../rules/type-check';
import type { Result } from '../rules/value';
import { namesIn } from '../rules/walk-expression';
import { SEVERITY_LETTERS } from '../violation/violation';
import type { SheetNames } from './sheet-names';

export interface CheckLine {
  readonly rule: string;
  /** `CT_A_05`; of a row the column, `PL1_so_hn`. */
  readonly name: string;
  readonly severity: 'E' | 'W' | 'I';
  /** Gives the message, or an empty text while the check holds. */
  readonly formula: string;
  /** What the formula gives on a sheet with these values. */
  readonly gives: (lookup: Lookup) => string;
  /** The row of the annex, from 0. */
  readonly row?: number;
  /** Where a warning is explained. */
  readonly explanation?: string;
}

/** The lines over the whole report. */
export function reportLines(form: PeriodForm, names: SheetNames): CheckLine[] {
  const shownAs = shownInReport(form);
  const { nameAs, blankAs } = names;
  const words: Words = {
    formula: (text) => messageFormula(text, { shownAs, nameAs, blankAs }),
    filled: (text, lookup) => fillMessage(text, lookup, shownAs),
  };
  return [
    ...typedCells(form).flatMap((cell): CheckLine[] =>
      typedLines(cell, cell.name, cell.name, owedFormula(cell, cell.name, nameAs), words),
    ),
    ...checksOf(form).report.flatMap((check) => ruleLine(check, names, words)),
  ];
}

/** The lines of one row of an annex, from 0. */
export function rowLines(form: PeriodForm, annex: PeriodAnnex, row: number, names: SheetNames): CheckLine[] {
  const shownAs = shownInRow(form, annex.code);
  const { nameAs, blankAs } = names;
  const begins = inRow(annex.code, row + 1).vi;
  const words: Words = {
    formula: (text) => messageFormula(begins + text, { shownAs, nameAs, blankAs }),
    filled: (text, lookup) => begins + fillMessage(text, lookup, shownAs),
  };
  const filled = filledFormula(annex, row, nameAs);
  const label = labelColumn(annex);
  const lines = [
    ...typedColumns(annex).flatMap((column) => {
      if (column.extraOnly && !annex.lines[row]?.extra) return [];
      const ref = nameAs(column.key);
      const owed = column.owed === true && filled ? `AND(ISBLANK(${ref}),${filled})` : owedFormula(column, ref, nameAs);
      return typedLines(column, column.key, ref, owed, words, filled !== undefined);
    }),
    ...(checksOf(form).rows.get(annex.code) ?? [])
      .filter((check: RowCheck) => check.column !== label || annex.lines[row]?.extra)
      .flatMap((check) => ruleLine(check, names, words, filled)),
  ];
  return lines.map((line) => ({ ...line, row }));
}

/** The same words twice: as the sheet's formula, and filled in here. */
interface Words {
  readonly formula: (text: string) => string;
  readonly filled: (text: string, lookup: Lookup) => string;
}

/** @param emptyRow the row is asked nothing until something stands in it, and on a fresh sheet nothing does */
function typedLines(
  cell: TypedCell,
  hole: string,
  ref: string,
  owed: string | undefined,
  words: Words,
  emptyRow = false,
): CheckLine[] {
  const line = (rule: string, condition: string, text: string, breaks: (lookup: Lookup) => boolean): CheckLine => ({
    rule,
    name: cell.name,
    severity: 'E',
    formula: messageWhile(condition, words.formula(text)),
    gives: (lookup) => (breaks(lookup) ? words.filled(text, lookup) : ''),
  });
  const value = (lookup: Lookup): Result => (lookup(hole) as Result | undefined) ?? null;
  const asksNothing = emptyRow && cell.owed === true;
  return [
    line('R001', misfitFormula(ref, cell.type), cell.wrongType.vi, (lookup) => !fits(value(lookup), cell.type)),
    ...(owed === undefined
      ? []
      : [
          line(
            'R002',
            owed,
            cell.missing.vi,
            (lookup) => !asksNothing && value(lookup) === null && isOwed(cell, lookup),
          ),
        ]),
  ];
}

function owedFormula(cell: TypedCell, ref: string, nameAs: (name: string) => string): string | undefined {
  const { owed, section } = cell;
  if (owed === false) return undefined;
  const conditions = [`ISBLANK(${ref})`];
  if (section !== undefined) conditions.push(`KPS_${section}<>"x"`);
  if (typeof owed === 'string') conditions.push(toFormula(compiled(owed), nameAs));
  return conditions.length === 1 ? conditions[0] : `AND(${conditions.join(',')})`;
}

/** Whether the row says something; undefined for a prepared one, which always does. */
function filledFormula(annex: PeriodAnnex, row: number, nameAs: (name: string) => string): string | undefined {
  const line = annex.lines[row];
  if (line?.key !== undefined && !line.extra) return undefined;
  const key = keyColumn(annex);
  const typed = annex.columns.filter((c) => c.key !== key);
  return `COUNTA(${nameAs(typed[0]!.key)}:${nameAs(typed.at(-1)!.key)})>0`;
}

/** @param filled a condition that must hold too: the row says something */
function ruleLine(check: Check, names: SheetNames, words: Words, filled?: string): CheckLine[] {
  const expression = compiled(check.expression);
  if (!check.inSheet || !namesIn(expression).every(names.isKnown)) return [];
  const holds = `NOT(${toFormula(expression, names.nameAs)})`;
  const conditions = [...(filled ? [filled] : []), ...check.numbers.flatMap((n) => numberFormula(n, names)), holds];
  const condition = conditions.length === 1 ? holds : `AND(${conditions.join(',')})`;
  return [
    {
      rule: check.rule,
      name: check.at,
      severity: SEVERITY_LETTERS[check.severity],
      formula: messageWhile(condition, words.formula(check.message.vi)),
      gives: (lookup) => (isBroken(check, lookup) ? words.filled(check.message.vi, lookup) : ''),
      ...(check.severity === 'warning' ? { explanation: explainedAt(check.at) } : {}),
    },
  ];
}

/** As isJudged, for one number. A value put in for a name is no cell and needs no asking. */
function numberFormula({ name, owed, section }: NumberCell, { nameAs }: SheetNames): string[] {
  const ref = nameAs(name);
  if (/^[("\d]/.test(ref)) return [];
  if (!owed) return [`NOT(ISTEXT(${ref}))`];
  if (typeof owed === 'string')
    return [`NOT(ISTEXT(${ref}))`, `IF(ISBLANK(${ref}),NOT(${toFormula(compiled(owed), nameAs)}),TRUE)`];
  if (section === undefined) return [`ISNUMBER(${ref})`];
  return [`OR(ISNUMBER(${ref}),AND(ISBLANK(${ref}),KPS_${section}="x"))`];
}

function messageWhile(condition: string, message: string): string {
  return `IFERROR(IF(${condition},${message},""),"")`;
}
