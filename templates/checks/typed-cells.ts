// R001 and R002, the two rules every cell is under: which cells and columns take which values, where an answer is owed, and
// the words when it is not right. The sheet makes formulas of this list and validate goes through it.

import { labelColumn } from '../form-definition/annex-columns';
import { isDerived, type PeriodAnnex, type PeriodForm } from '../form-definition/form-for-period';
import type { Bilingual } from '../form-definition/form-schema';
import { columnRangeName, headerName, indicatorName, narrativeName } from '../form-definition/names';
import { mayBeNothing } from '../form-definition/sections';
import { compiled } from '../rules/compiled';
import { columnType, expectedOf, impliedZero, type ValueType, valueType } from '../rules/type-check';
import { namesIn } from '../rules/walk-expression';
import { missing, wrongType } from '../violation/messages';

/** One cell, or the cells of one column of an annex. */
export interface TypedCell {
  /** `CT_A_05`; of a column `PL1_so_hn`. */
  readonly name: string;
  readonly type: ValueType;
  /** False; true; or an expression that says when. Names of a column's expression are those of the row. */
  readonly owed: boolean | string;
  /** The section whose "Không phát sinh" answers for a blank. */
  readonly section?: string;
  readonly wrongType: Bilingual;
  readonly missing: Bilingual;
}

export interface TypedColumn extends TypedCell {
  readonly key: string;
  /** Asked in the rows of extra documents only: of the others it is ours. */
  readonly extraOnly?: true;
}

const cells = new WeakMap<PeriodForm, readonly TypedCell[]>();
const columns = new WeakMap<PeriodAnnex, readonly TypedColumn[]>();

/** The typed cells outside the annexes, in the order of the sheets. */
export function typedCells(form: PeriodForm): readonly TypedCell[] {
  const made = cells.get(form) ?? [...header(form), ...indicators(form), ...narratives(form)];
  cells.set(form, made);
  return made;
}

/** The columns of an annex that are typed. The messages do not say the row: who shows them does. */
export function typedColumns(annex: PeriodAnnex): readonly TypedColumn[] {
  const made =
    columns.get(annex) ??
    annex.columns.flatMap((column): TypedColumn[] => {
      const { key, label } = column;
      const typedLabel = key === labelColumn(annex);
      if (column.type === 'key' && !typedLabel) return [];
      const type = columnType(column);
      const name = columnRangeName(annex.code, key);
      if (typedLabel) return [{ key, extraOnly: true, ...cell(name, key, type, label, true) }];
      return [{ key, ...cell(name, key, type, label, column.required ?? column.requiredIf ?? false) }];
    });
  columns.set(annex, made);
  return made;
}

function cell(
  name: string,
  hole: string,
  type: ValueType,
  label: Bilingual,
  owed: boolean | string,
  section?: string,
): TypedCell {
  return {
    name,
    type,
    owed,
    ...(section === undefined ? {} : { section }),
    wrongType: wrongType(label, hole, expectedOf(type)),
    missing: missing(label, section !== undefined),
  };
}

function* header({ definition }: PeriodForm): Generator<TypedCell> {
  for (const { name, type, source, maxLength, label } of definition.header)
    if (source === 'typed')
      yield cell(
        headerName(name),
        headerName(name),
        maxLength === undefined ? { type } : { type, maxLength },
        label,
        false,
      );
}

function* indicators(form: PeriodForm): Generator<TypedCell> {
  const asked = askedNames(form);
  for (const section of form.sections) {
    const zeros = mayBeNothing(section);
    for (const indicator of section.indicators) {
      if (isDerived(indicator)) continue;
      const { code, label, optional, requiredIf, requiredBy } = indicator;
      const owed = !optional && !requiredBy && isJudgeable(requiredIf, asked) && (requiredIf ?? true);
      const name = indicatorName(code);
      const answered = zeros && impliedZero(indicator) !== undefined ? section.code : undefined;
      yield cell(name, name, valueType(indicator), shortLabel(code, label), owed, answered);
    }
  }
}

function* narratives(form: PeriodForm): Generator<TypedCell> {
  const asked = askedNames(form);
  for (const { code, label, maxLength, required, requiredIf } of form.narratives) {
    const owed = required || (requiredIf !== undefined && isJudgeable(requiredIf, asked) && requiredIf);
    const name = narrativeName(code);
    yield cell(name, name, { type: 'text', maxLength }, shortLabel(code, label), owed);
  }
}

function askedNames(form: PeriodForm): ReadonlySet<string> {
  const ofAnnexes = form.annexes
    .filter((a) => a.asked)
    .flatMap((a) => a.columns.map((c) => columnRangeName(a.code, c.key)));
  return new Set([...form.indicators.map((i) => indicatorName(i.code)), ...ofAnnexes]);
}

/** A condition over what this period does not ask is never met: its names are not in the workbook. */
function isJudgeable(condition: string | undefined, asked: ReadonlySet<string>): boolean {
  return condition === undefined || namesIn(compiled(condition)).every((name) => asked.has(name));
}

/** Code and label, the label not longer than a line. */
export function shortLabel(code: string, label: Bilingual): Bilingual {
  const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text);
  return { vi: `${code} ${cut(label.vi)}`, en: `${code} ${cut(label.en)}` };
}

/** How a message about a row begins; `row` counts from 1. */
export function inRow(annex: string, row: number): Bilingual {
  return { vi: `${annex}, dòng ${row}: `, en: `${annex}, row ${row}: ` };
}
