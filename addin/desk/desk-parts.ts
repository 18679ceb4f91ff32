// What a desk is put together from: the centre, what this computer keeps, the clock, and the ways out that the pane and the
// upload page have each their own of.

import type { FileRefused } from '../../templates/sheet-xml/file-refused';
import type { Centre } from '../centre';
import type { OwnNotes, OwnStorage } from '../own-storage';
import type { Language, Words } from '../words/word-list';

export interface DeskParts {
  readonly connect: (language: Language) => Centre;
  readonly storage: OwnStorage;
  readonly notes: OwnNotes;
  readonly words: Words;
  readonly now: () => Date;
  readonly uuid: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Gives a workbook to the person: a new window of Excel, or a download. */
  readonly hand: (workbook: Uint8Array<ArrayBuffer>, fileName: string) => Promise<void>;
  /** Why a file could not be read, for people. */
  readonly describe: (refused: FileRefused, language: Language) => { title: string; detail: string };
}
