// `Nguon` and `NhatKy`: which file and revision each unit's figures come from, with the digest of its bytes, and what
// happened to which report when. For whoever has to prove a figure.

import type { LogEntry, Submission } from '../../templates/submission/submission';
import type { StreamedCell } from '../xlsx/graft-workbook';
import { instantText } from './instant-text';
import { gridSheet, type MasterSheet } from './master-sheet';

export const SOURCES = 'Nguon';
export const LOG = 'NhatKy';
const ACTS: Record<LogEntry['act'], string> = {
  received: 'Nhận báo cáo',
  submitted: 'Kiểm tra đạt, được tính',
  refused: 'Từ chối',
  failed: 'Lỗi xử lý',
  returned: 'Ban trả lại để sửa',
  accepted: 'Ban duyệt',
  locked: 'Khóa kỳ',
  unlocked: 'Mở khóa kỳ',
  extended: 'Gia hạn',
};

export const sourcesSheet = (): MasterSheet =>
  gridSheet(
    SOURCES,
    'Nguon',
    [
      { head: 'Đơn vị', width: 13, style: 'gridText', note: 'Mã đơn vị' },
      { head: 'Tệp', width: 60, style: 'gridText' },
      { head: 'Lần nộp', width: 9, style: 'gridNumber' },
      { head: 'Nhận lúc', width: 21, style: 'gridCentred', note: 'Giờ Việt Nam' },
      { head: 'SHA-256', width: 68, style: 'gridText' },
    ],
    { tab: 'FF595959' },
  );

export function sourceRow({ unit, file, revision, receivedAt, sha256 }: Submission): StreamedCell[] {
  return [unit, file, revision, instantText(receivedAt, true), sha256];
}

export const logSheet = (): MasterSheet =>
  gridSheet(
    LOG,
    'NhatKy',
    [
      { head: 'Thời điểm', width: 21, style: 'gridCentred', note: 'Giờ Việt Nam' },
      { head: 'Đơn vị', width: 13, style: 'gridText', note: 'Mã đơn vị' },
      { head: 'Lần nộp', width: 9, style: 'gridNumber' },
      { head: 'Việc', width: 26, style: 'gridText' },
      { head: 'Chi tiết', width: 90, style: 'gridText' },
    ],
    { tab: 'FF595959' },
  );

export function logRow({ at, unit, revision, act, detail }: LogEntry): StreamedCell[] {
  return [instantText(at, true), unit || null, revision > 0 ? revision : null, ACTS[act], detail || null];
}
