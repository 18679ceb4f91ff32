// Something in a workbook that was read differently from how it stands there: a number typed as text, old-font text, a cell
// found by its code because its name was lost. Never a verdict; the clerk is shown what was read, and may correct it.

import type { Bilingual } from '../form-definition/form-schema';

export const NOTICE_KINDS = [
  'numberFromText',
  'dateFromText',
  'textFromDate',
  'percentPoints',
  'composedUnicode',
  'invisibleCharacters',
  'oldFont',
  'movedCell',
  'lostName',
  'renamedSheet',
  'hiddenRow',
  'olderVersion',
  'notCarried',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly kind: NoticeKind;
  readonly sheet: string;
  /** `D12`; empty where no single cell is meant. */
  readonly cell: string;
  /** The form's name at the place, `CT_A_01`; empty where there is none. */
  readonly name: string;
  /** What stands there and what was read. */
  readonly message: Bilingual;
}

/** A notice as it travels in a receipt, in one language. */
export interface NoticeLine extends Omit<Notice, 'message'> {
  readonly message: string;
}

export function noticeIn(notice: Notice, language: 'vi' | 'en'): NoticeLine {
  return { ...notice, message: notice.message[language] };
}
