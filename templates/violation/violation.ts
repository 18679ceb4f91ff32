// One breach of one rule, at one place. The words of every built-in message stand in this room, Vietnamese and English
// side by side; the messages of a form's own rules stand in the form. Rule codes are never reused.

import type { Bilingual } from '../form-definition/form-schema';

/** error: refuses the report; warning: needs an explanation; info: only says. */
export type Severity = 'error' | 'warning' | 'info';

export interface Violation {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** `D12`; empty where the whole workbook is meant. */
  readonly cell: string;
  /** The form's name at the place, `CT_A_01`, `PL1_so_hn`; empty where there is none. */
  readonly name: string;
  readonly message: Bilingual;
  /** Of a unit's warning: whether its explanation stands in the workbook. Without one it blocks. */
  readonly explained?: boolean;
}

/** A violation as it travels in a receipt, in one language. */
export interface ViolationLine extends Omit<Violation, 'message'> {
  readonly message: string;
}

/** `ChiTieu!D12`, `BiaBC` where a whole sheet is meant, empty for the whole workbook. */
export function placeOf({ sheet, cell }: Pick<Violation, 'sheet' | 'cell'>): string {
  return sheet && cell ? `${sheet}!${cell}` : sheet || cell;
}

/** An error does; a warning does until it is explained. */
export function blocks({ severity, explained }: Pick<Violation, 'severity' | 'explained'>): boolean {
  return severity === 'error' || (severity === 'warning' && explained === false);
}

export const SEVERITY_LETTERS: Record<Severity, 'E' | 'W' | 'I'> = { error: 'E', warning: 'W', info: 'I' };

export function inLanguage(violation: Violation, language: 'vi' | 'en'): ViolationLine {
  return { ...violation, message: violation.message[language] };
}
