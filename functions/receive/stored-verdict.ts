// A verdict as it is kept beside the original: the state it leads to, why, and every violation in both languages.

import type { Notice } from '../../templates/extract/notice';
import type { FileRefusal } from '../../templates/violation/file-refusals';
import { describeRefusal } from '../../templates/violation/file-refusals';
import type { Violation } from '../../templates/violation/violation';
import type { Examination } from '../examine/examination';
import type { Store } from '../store/store';
import { readJson } from './stored-json';
import { type SubmissionEvent, type SubmissionRef, verdictPath } from './submission-rows';

export interface StoredVerdict {
  readonly state: 'submitted' | 'refused';
  readonly code: string;
  readonly errors: number;
  readonly warnings: number;
  readonly violations: readonly Violation[];
  /** What was read differently from how it stood in the file. Verdicts stored by older versions lack it. */
  readonly notices?: readonly Notice[];
  /** Where the file could not be read. */
  readonly refusal?: FileRefusal;
}

/** What a receipt tells: nothing until the rows say that it was judged, even where a judge that died left a verdict. */
export async function heldVerdict(store: Store, event: SubmissionEvent): Promise<StoredVerdict | undefined> {
  return event.state === 'received' || event.state === 'failed' ? undefined : readVerdict(store, event);
}

/** As it is kept, whatever the rows say; undefined until the upload was checked. */
export function readVerdict(store: Store, ref: SubmissionRef): Promise<StoredVerdict | undefined> {
  return readJson(store, verdictPath(ref));
}

export function verdictOf(examination: Examination): StoredVerdict {
  switch (examination.kind) {
    case 'unreadable': {
      const { refusal } = examination;
      const message = { vi: describeRefusal(refusal, 'vi').detail, en: describeRefusal(refusal, 'en').detail };
      const violation: Violation = {
        rule: refusal.code,
        severity: 'error',
        sheet: refusal.sheet ?? '',
        cell: refusal.cell ?? '',
        name: '',
        message,
      };
      return { ...counted([violation]), state: 'refused', code: refusal.code, refusal };
    }
    case 'foreign':
      return { ...counted([examination.mismatch.violation]), state: 'refused', code: examination.mismatch.code };
    case 'blocked':
      return {
        ...counted(examination.violations),
        notices: examination.notices,
        state: 'refused',
        code: 'VIOLATIONS',
      };
    case 'valid':
      return {
        ...counted(examination.submission.warnings),
        notices: examination.submission.notices ?? [],
        state: 'submitted',
        code: '',
      };
  }
}

function counted(violations: readonly Violation[]): Pick<StoredVerdict, 'violations' | 'errors' | 'warnings'> {
  const count = (severity: Violation['severity']): number => violations.filter((v) => v.severity === severity).length;
  return { violations, errors: count('error'), warnings: count('warning') };
}
