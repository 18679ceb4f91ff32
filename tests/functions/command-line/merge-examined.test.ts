// What the command line says of examined files: the place of what is wrong, and what was read differently, under the file.

import { type Examined, mergeExamined } from '../../../functions/command-line/merge-examined';
import type { Notice } from '../../../templates/extract/notice';
import type { Submission } from '../../../templates/submission/submission';
import type { Violation } from '../../../templates/violation/violation';

const notice: Notice = {
  kind: 'numberFromText',
  sheet: 'ChiTieu',
  cell: 'D16',
  name: 'CT_A_05',
  message: { vi: 'Ô chứa chữ "1.234"; đã đọc là số 1234.', en: 'Read as the number 1234.' },
};
const violation: Violation = {
  rule: 'R001',
  severity: 'error',
  sheet: 'ChiTieu',
  cell: 'D18',
  name: 'CT_A_07',
  message: { vi: 'đang là chữ', en: 'it is text' },
};
const file = (path: string) => ({ path, modified: 0 });

function said(...examined: Examined[]): string[] {
  const lines: string[] = [];
  mergeExamined(examined, (line) => lines.push(line));
  return lines;
}

test('refused: the first violation with its place, then what was read differently', () => {
  const examination = { kind: 'blocked', violations: [violation, violation], notices: [notice] } as const;
  expect(said({ file: file('a.xlsx'), examination })).toEqual([
    'a.xlsx: từ chối · refused: R001 ChiTieu!D18: đang là chữ (và 1 lỗi khác · and 1 more)',
    'a.xlsx: 1 chỗ được đọc khác với cách ghi trong tệp · 1 places read differently',
    '  ChiTieu!D16: Ô chứa chữ "1.234"; đã đọc là số 1234.',
  ]);
});

test('merged: warnings and readings, and not a word where there are none', () => {
  const submission = {
    unit: 'DV01',
    warnings: [{ ...violation, severity: 'warning' }],
    notices: [notice, { ...notice, sheet: '', cell: '' }],
  } as unknown as Submission;
  expect(said({ file: file('a.xlsx'), examination: { kind: 'valid', submission } })).toEqual([
    'a.xlsx: cảnh báo R001 ChiTieu!D18: đang là chữ',
    'a.xlsx: 2 chỗ được đọc khác với cách ghi trong tệp · 2 places read differently',
    '  ChiTieu!D16: Ô chứa chữ "1.234"; đã đọc là số 1234.',
    '  tệp: Ô chứa chữ "1.234"; đã đọc là số 1234.',
  ]);
  const quiet = { ...submission, warnings: [], notices: [] };
  expect(said({ file: file('b.xlsx'), examination: { kind: 'valid', submission: quiet } })).toEqual([]);
});

test('a file that cannot be read says itself where', () => {
  const [line] = said({ file: file('a.xlsx'), examination: { kind: 'unreadable', refusal: { code: 'PDF_FILE' } } });
  expect(line).toMatch(/^a\.xlsx: từ chối · refused: PDF_FILE [^:]/);
});
