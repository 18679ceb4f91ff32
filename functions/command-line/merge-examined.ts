// What was examined, sorted out: the report that counts of each unit, and one line said for every file that is refused, has
// warnings or was read differently from how it stands there, or is replaced by a newer one of the same unit.

import type { Notice } from '../../templates/extract/notice';
import type { LogEntry, Submission } from '../../templates/submission/submission';
import { blocks, placeOf } from '../../templates/violation/violation';
import type { Examination } from '../examine/examination';
import { verdictOf } from '../receive/stored-verdict';
import type { FoundFile } from './find-workbooks';

export interface Examined {
  readonly file: FoundFile;
  /** Or what broke while examining it: our fault, and no reason to leave the other files out. */
  readonly examination: Examination | Error;
}

export interface Merged {
  /** By unit. */
  readonly merged: ReadonlyMap<string, Submission>;
  readonly log: readonly LogEntry[];
  readonly refused: number;
}

/** @param examined oldest file first: of two of one unit the later counts */
export function mergeExamined(examined: readonly Examined[], say: (line: string) => void): Merged {
  const merged = new Map<string, Submission>();
  const log: LogEntry[] = [];
  for (const { file, examination } of examined) {
    const at = new Date(file.modified).toISOString();
    if (examination instanceof Error || examination.kind !== 'valid') {
      const reason =
        examination instanceof Error
          ? `không kiểm tra được · could not be checked: ${examination.message}`
          : refusal(examination);
      say(`${file.path}: ${reason}`);
      if (!(examination instanceof Error)) sayNotices(file.path, verdictOf(examination).notices ?? [], say);
      log.push({
        at,
        unit: '',
        revision: 0,
        act: examination instanceof Error ? 'failed' : 'refused',
        detail: `${file.path}: ${reason}`,
      });
      continue;
    }
    const { submission } = examination;
    const earlier = merged.get(submission.unit);
    const revision = (earlier?.revision ?? 0) + 1;
    if (earlier)
      say(
        `${earlier.file}: thay bằng ${file.path} (mới hơn, cùng đơn vị ${submission.unit}) · replaced by the newer file of the same unit`,
      );
    for (const w of submission.warnings)
      say(`${file.path}: ${w.severity === 'info' ? 'thông tin' : 'cảnh báo'} ${w.rule} ${placeOf(w)}: ${w.message.vi}`);
    sayNotices(file.path, submission.notices ?? [], say);
    merged.set(submission.unit, { ...submission, revision });
    log.push({ at, unit: submission.unit, revision, act: 'submitted', detail: file.path });
  }
  return { merged, log, refused: log.filter((entry) => entry.act !== 'submitted').length };
}

function sayNotices(path: string, notices: readonly Notice[], say: (line: string) => void): void {
  if (notices.length === 0) return;
  say(
    `${path}: ${notices.length} chỗ được đọc khác với cách ghi trong tệp · ${notices.length} places read differently`,
  );
  for (const notice of notices) say(`  ${placeOf(notice) || 'tệp'}: ${notice.message.vi}`);
}

function refusal(examination: Examination): string {
  const { violations } = verdictOf(examination);
  const blocking = violations.filter(blocks);
  const [first] = blocking;
  const more = blocking.length > 1 ? ` (và ${blocking.length - 1} lỗi khác · and ${blocking.length - 1} more)` : '';
  const unexplained = first?.severity === 'warning' ? ' (cảnh báo chưa giải trình · not explained)' : '';
  // What is wrong with a file itself says in its own words where.
  const place = examination.kind === 'unreadable' ? '' : placeOf(first!);
  return `từ chối · refused: ${first!.rule} ${place && `${place}: `}${first!.message.vi}${unexplained}${more}`;
}
