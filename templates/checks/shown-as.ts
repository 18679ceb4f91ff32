// How the value behind a name is shown in a message: a date as a day, a share in percent, anything else as it is.

import type { PeriodForm } from '../form-definition/form-for-period';
import type { ShownAs } from '../rules/message-text';
import { kindsInRow, kindsOfNames } from './names-of-rules';

type Shown = (name: string) => ShownAs;

const known = new WeakMap<PeriodForm, ReadonlyMap<string, ShownAs>>();
const inRows = new WeakMap<PeriodForm, Map<string, ReadonlyMap<string, ShownAs>>>();

export function shownInReport(form: PeriodForm): Shown {
  const made = known.get(form) ?? special(kindsOfNames(form.definition));
  known.set(form, made);
  return (name) => made.get(name) ?? 'plain';
}

/** Inside a row of that annex its own columns come first. */
export function shownInRow(form: PeriodForm, annex: string): Shown {
  const rows = inRows.get(form) ?? new Map<string, ReadonlyMap<string, ShownAs>>();
  inRows.set(form, rows);
  const own = rows.get(annex) ?? special(kindsInRow(form.definition, annex));
  rows.set(annex, own);
  const report = shownInReport(form);
  return (name) => own.get(name) ?? report(name);
}

function special(kinds: ReadonlyMap<string, string>): ReadonlyMap<string, ShownAs> {
  return new Map([...kinds].filter((e): e is [string, ShownAs] => e[1] === 'date' || e[1] === 'percent'));
}
