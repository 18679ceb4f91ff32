// Everything the screens show, as one value that is replaced and never changed. Who made it and how is desk.ts's affair; a
// screen reads this and calls the desk.

import type { Identity } from '../../templates/extract/extracted';
import type { Receipt } from '../../templates/receipt/receipt';
import type { Difference } from '../../templates/submission/differences';
import type { ListedForm } from '../../templates/submission/listed-form';
import type { UnitFile } from '../../templates/submission/unit-file';
import type { Problem, Session } from '../centre';
import type { Attempt } from '../own-storage';
import type { CheckedReport, ForeignReport } from '../report/check-report';
import type { Normalisation } from '../report/normalise';
import type { Kept } from '../report/open-report';
import type { Language, Words } from '../words/word-list';

export type ReportState =
  /** Nothing is open that could be a report. */
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  /** A report, and this computer does not know its form: nobody is signed in to ask, no network, or what the centre said. */
  | { readonly kind: 'unknownForm'; readonly identity: Identity; readonly why: 'signIn' | 'away' | Problem }
  /** The file cannot be read at all. */
  | { readonly kind: 'unreadable'; readonly title: string; readonly detail: string }
  | ForeignReport
  | CheckedReport;

export type SendingStep = 'checking' | 'reading' | 'sending' | 'judging';

/** What stands in front of the report. */
export type Screen =
  /** `ended`: somebody was signed in until now. */
  | { readonly kind: 'signIn'; readonly ended: boolean }
  /** The centre, or Excel, is at work on something that was asked for. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'templates'; readonly forms: readonly ListedForm[]; readonly what: 'template' | 'master' }
  | { readonly kind: 'normalise'; readonly changes: readonly Normalisation[] }
  /** What differs is undefined where the centre could not say. */
  | { readonly kind: 'confirm'; readonly replaced: Receipt; readonly differences: readonly Difference[] | undefined }
  | {
      readonly kind: 'sending';
      readonly step: SendingStep;
      readonly share: number;
      readonly asValues: boolean;
      /** Until the first byte goes out. */
      readonly cancel?: () => void;
    }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'queued'; readonly attempt: Attempt; readonly kept: boolean }
  | { readonly kind: 'conflict'; readonly latest: Receipt; readonly differences: readonly Difference[] | undefined }
  /** 413, 422, 423 and everything else that a centre says. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly again?: Again }
  | { readonly kind: 'away'; readonly again?: Again }
  | { readonly kind: 'failed'; readonly again?: Again };

/** What did not work, once more; undefined where that leads nowhere. */
type Again = (() => void) | undefined;

export interface DeskState {
  readonly language: Language;
  readonly words: Words;
  readonly session?: Session | undefined;
  readonly online: boolean;
  readonly fileName?: string | undefined;
  readonly report: ReportState;
  readonly checking: boolean;
  /** Somebody pressed something, and Excel does not answer: most likely a cell is being edited. */
  readonly excelWaits: boolean;
  readonly unitFile?: UnitFile | undefined;
  readonly kept?: Kept | undefined;
  /** Since the last receipt that this file knows of; undefined where it knows none. */
  readonly changes?: readonly Difference[] | undefined;
  readonly screen?: Screen | undefined;
  /** Somebody pressed the button while something still stood in the way. */
  readonly stopped: boolean;
  readonly waiting: readonly Attempt[];
  /** What has just happened, for everybody... */
  readonly notice: string;
  /** ...and for those who listen only. */
  readonly said: string;
}
