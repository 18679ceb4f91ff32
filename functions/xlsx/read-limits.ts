// Everything the reader of uploads may use: bytes, parts, cells, and whether there is still time. The clock belongs to the
// caller; below this line nothing asks what time it is.

import type { PackageLimits } from '../../templates/sheet-xml/read-package';
import { SHEET_XML_LIMITS } from '../../templates/sheet-xml/reader-limits';

export interface ReadLimits extends PackageLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries of the zip, directories included. */
  readonly entries: number;
  /** Unpacked bytes of one part, declared or met. */
  readonly partBytes: number;
  /** Unpacked bytes of all parts, declared or met. */
  readonly totalBytes: number;
  /** Asked once for every 64 KB or so of unpacked content; true stops the reading (`TOO_SLOW`). */
  readonly outOfTime: () => boolean;
}

export const READ_LIMITS: ReadLimits = {
  ...SHEET_XML_LIMITS,
  fileBytes: 20 * 1024 * 1024,
  entries: 2_000,
  partBytes: 150_000_000,
  totalBytes: 300_000_000,
  outOfTime: () => false,
  wantsSheet: () => true,
};
