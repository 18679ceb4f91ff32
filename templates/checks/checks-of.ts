// The rules of a period come apart into checks: a rule at further places, at every indicator that is summed, at every text.
// Only what the period asks is left.

import { labelColumn } from '../form-definition/annex-columns';
import type { PeriodForm } from '../form-definition/form-for-period';
import { isDerived } from '../form-definition/form-for-period';
import type { Bilingual, FormRule } from '../form-definition/form-schema';
import { columnRangeName, explanationName, headerName, indicatorName, narrativeName } from '../form-definition/names';
import { HISTORY_PREFIXES } from '../history/history';
import { compiled, renamed } from '../rules/compiled';
import type { Kind } from '../rules/kinds';
import { namesIn } from '../rules/walk-expression';
import type { Check, Checks, NumberCell, RowCheck } from './check';
import { HEADER_EXPLANATION, HEADER_EXPLANATION_LABEL } from './explained-at';
import { kindsInRow, kindsOfNames, THIS_CELL } from './names-of-rules';
import { type TypedCell, typedCells, typedColumns } from './typed-cells';

const known = new WeakMap<PeriodForm, Checks>();

export function checksOf(form: PeriodForm): Checks {
  const made = known.get(form) ?? takeApart(form);
  known.set(form, made);
  return made;
}

/** The names that a check may be about: of the whole report, or of a row. */
interface Scope {
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Those in which an answer is owed, always or sometimes. */
  readonly owed: ReadonlyMap<string, TypedCell>;
}

function takeApart(form: PeriodForm): Checks {
  const report: Check[] = [];
  const rows = new Map<string, RowCheck[]>(form.annexes.filter((a) => a.asked).map((a) => [a.code, []]));
  const unasked = unaskedNames(form);
  const whole: Scope = { kinds: kindsOfNames(form.definition), owed: owedOf(typedCells(form), (c) => c.name) };
  const inRows = new Map<string, Scope>(
    form.annexes.map((a) => [
      a.code,
      { kinds: kindsInRow(form.definition, a.code), owed: owedOf(typedColumns(a), (c) => c.key) },
    ]),
  );
  for (const rule of form.rules) {
    if (rule.builtIn || rule.scope === 'crossUnit') continue;
    for (const place of placesOf(rule))
      for (const check of rule.each ? everywhere(rule.each, place, form) : [place]) {
        const names = namesIn(compiled(check.expression));
        if (unasked.has(check.at) || names.some((name) => unasked.has(name))) continue;
        const [annex = ''] = check.at.split('_');
        const row = inRows.get(annex);
        if (row && names.some((name) => row.kinds.has(name))) {
          const column = check.at.slice(annex.length + 1);
          rows.get(annex)?.push({ ...check, numbers: numbersAmong(names, row, whole), annex, column });
        } else report.push({ ...check, numbers: numbersAmong(names, whole) });
      }
  }
  return { report, rows };
}

function owedOf<C extends TypedCell>(cells: readonly C[], name: (cell: C) => string): Map<string, TypedCell> {
  return new Map(cells.flatMap((c) => (c.owed === false ? [] : [[name(c), c] as const])));
}

/** Of the names of an expression, those of cells that hold numbers. */
function numbersAmong(names: readonly string[], ...scopes: readonly Scope[]): NumberCell[] {
  return names.flatMap((name) => {
    const scope = scopes.find((s) => s.kinds.has(name));
    if (!['number', 'percent', 'date'].includes(scope?.kinds.get(name) ?? '')) return [];
    const cell = scope!.owed.get(name);
    return [{ name, owed: cell?.owed ?? false, section: cell?.section }];
  });
}

function* placesOf(rule: FormRule): Generator<Check> {
  const { id, severity, except, notInSheet } = rule;
  const same = { rule: id, severity, inSheet: notInSheet === undefined, ...(except ? { except } : {}) };
  for (const { at, expression, message } of [rule, ...(rule.also ?? [])])
    yield { ...same, at: at ?? '', expression: expression!, numbers: [], message };
}

/** Names of the form that this period does not ask. */
function unaskedNames({ definition, indicators, annexes }: PeriodForm): ReadonlySet<string> {
  const asked = new Set(indicators.map((i) => i.code));
  const all = definition.sections.flatMap((s) => s.indicators);
  return new Set([
    ...all.filter((i) => !asked.has(i.code)).map((i) => indicatorName(i.code)),
    ...annexes.filter((a) => !a.asked).flatMap((a) => a.columns.map((c) => columnRangeName(a.code, c.key))),
  ]);
}

/** The same check at every cell that is meant. */
function everywhere(each: NonNullable<FormRule['each']>, place: Check, form: PeriodForm): Check[] {
  if (each === 'texts') return [...textCells(form)].map(({ at, cell, label }) => placedAt(place, at, cell, label));
  const meant = form.indicators.filter((i) =>
    each === 'typedNumbers'
      ? !isDerived(i) && (i.type === 'integer' || i.type === 'money')
      : i.time === 'sum' && (i.type === 'integer' || i.type === 'money'),
  );
  return meant.map((i) => placedAt(place, indicatorName(i.code), indicatorName(i.code), { vi: i.code, en: i.code }));
}

/** @param cell what the expression calls the cell: its name, or the key of its column */
function placedAt(place: Check, at: string, cell: string, label: Bilingual): Check {
  const history = cell.replace(/^CT_/, '');
  const nameAs = (name: string): string =>
    name === THIS_CELL ? cell : PREFIXES.has(name) ? `${name}_${history}` : name;
  const message = (text: string, called: string): string =>
    text
      .replaceAll('{ma}', called)
      .replaceAll(/\{([^{}]+)\}/g, (_, expression: string) => `{${renamed(expression, nameAs)}}`);
  return {
    ...place,
    at,
    expression: renamed(place.expression, nameAs),
    message: { vi: message(place.message.vi, label.vi), en: message(place.message.en, label.en) },
  };
}

const PREFIXES: ReadonlySet<string> = new Set(HISTORY_PREFIXES);

interface TextCell {
  readonly at: string;
  readonly cell: string;
  readonly label: Bilingual;
}

/** Every cell that takes free text, but those of the signatory and the contact. */
function* textCells(form: PeriodForm): Generator<TextCell> {
  const one = (at: string, label: Bilingual): TextCell => ({ at, cell: at, label });
  for (const field of form.definition.header)
    if (field.source === 'typed' && field.type === 'text' && !field.personal)
      yield one(headerName(field.name), field.label);
  yield one(HEADER_EXPLANATION, HEADER_EXPLANATION_LABEL);
  const explanation = (code: string): Bilingual => ({ vi: `Giải trình ${code}`, en: `Explanation ${code}` });
  const plain = (code: string): Bilingual => ({ vi: code, en: code });
  for (const { code, type } of form.indicators) {
    if (type === 'text') yield one(indicatorName(code), plain(code));
    yield one(explanationName(code), explanation(code));
  }
  for (const annex of form.annexes) {
    if (!annex.asked) continue;
    yield one(explanationName(annex.code), explanation(annex.code));
    const typedLabel = labelColumn(annex);
    for (const { key, type, label } of annex.columns)
      if (type === 'text' || type === 'fields' || type === 'document' || key === typedLabel)
        yield { at: columnRangeName(annex.code, key), cell: key, label };
  }
  for (const { code } of form.narratives) {
    yield one(narrativeName(code), plain(code));
    yield one(explanationName(code), explanation(code));
  }
}
