// The text of a rule's message, with `{CT_A_05}` or `{CT_A_01+CT_A_02}` replaced by the values that clash.

import { isCellError } from '../cell/cell';
import { toText } from './coerce';
import { compiled } from './compiled';
import { evaluate, type Lookup } from './evaluate';
import type { Result } from './value';

const HOLE = /\{([^{}]+)\}/g;

export function fillMessage(template: string, lookup: Lookup): string {
  return template.replace(HOLE, (_, expression: string) => show(evaluate(compiled(expression), lookup)));
}

/** The expressions a message shows, for checking when a form is loaded. */
export function expressionsIn(template: string): string[] {
  return [...template.matchAll(HOLE)].map((m) => m[1]!);
}

/** A message as an Excel text formula: `"A.01 = "&CT_A_01`. A value that is an error must not swallow the message. */
export function messageFormula(template: string): string {
  const parts = template
    .split(HOLE)
    .map((part, i) => (i % 2 ? `IFERROR(${part},"#?")` : `"${part.replaceAll('"', '""')}"`));
  return parts.filter((part) => part !== '""').join('&');
}

/** As `&` shows it in the sheet. */
function show(value: Result): string {
  return isCellError(value) ? value.error : toText(value);
}
