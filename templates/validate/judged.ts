// A check judged on a report's values becomes a violation at its cell, with the message filled in; one that holds, or that
// cannot be judged (an error, no number where one is owed, a history that is not known), becomes nothing.

import type { Check } from '../checks/check';
import { isBroken } from '../checks/is-judged';
import { inRow } from '../checks/typed-cells';
import type { Located } from '../extract/extracted';
import type { Bilingual } from '../form-definition/form-schema';
import type { Lookup } from '../rules/evaluate';
import { fillMessage, type ShownAs } from '../rules/message-text';
import type { Severity, Violation } from '../violation/violation';

/** What a message is filled from. */
export interface Filling {
  readonly lookup: Lookup;
  readonly shownAs: (name: string) => ShownAs;
  /** The row that is spoken of, from 1. */
  readonly row?: { readonly annex: string; readonly number: number };
}

export function* judged(check: Check, at: Located, filling: Filling): Generator<Violation> {
  const lookup = check.except ? without(check.except, check.at, filling) : filling.lookup;
  if (isBroken(check, lookup)) yield violationAt(check.rule, check.severity, check.at, at, check.message, filling);
}

export function violationAt(
  rule: string,
  severity: Severity,
  name: string,
  { sheet, cell }: Pick<Located, 'sheet' | 'cell'>,
  message: Bilingual,
  { lookup, shownAs, row }: Filling,
): Violation {
  const begins = row ? inRow(row.annex, row.number) : { vi: '', en: '' };
  const filled = {
    vi: begins.vi + fillMessage(message.vi, lookup, shownAs, 'vi'),
    en: begins.en + fillMessage(message.en, lookup, shownAs, 'en'),
  };
  return { rule, severity, sheet, cell, name, message: filled };
}

/** The text of the cell without the phrases that are passed over. */
function without(phrases: readonly string[], at: string, { lookup, row }: Filling): Lookup {
  const cell = row ? at.slice(row.annex.length + 1) : at;
  return (name) => {
    const value = lookup(name);
    if (name !== cell || typeof value !== 'string') return value;
    return phrases.reduce((text, phrase) => text.replaceAll(phrase, ' … '), value);
  };
}
