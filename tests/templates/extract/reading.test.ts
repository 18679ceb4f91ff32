// Reading single cells: whatever stands in them, one value and at most one word about it; and what is said once for many.

import fc from 'fast-check';
import { type Cell, cellKey, type SheetCells } from '../../../templates/cell/cell';
import { type Note, readCell } from '../../../templates/extract/read-value';
import { ReadingLog } from '../../../templates/extract/reading-log';
import type { Reading } from '../../../templates/extract/wanted-cells';

const READINGS: readonly Reading[] = ['integer', 'money', 'points', 'date', 'choice', 'text', 'derived'];

function read(cell: Cell, reading: Reading, date1904 = false) {
  const notes: Note[] = [];
  const value = readCell(cell, { reading, options: ['Có', 'Không'] }, date1904, (note) => notes.push(note));
  return { value, notes };
}

test('any text, wanted as anything: no trouble, clean, one word at most, and reading it again changes nothing', () => {
  const odd = fc.constantFrom(
    ' ',
    '\u00A0',
    '\u200B',
    '\u00AD',
    '\u0301',
    '§',
    '¶',
    'ä',
    '％',
    '１',
    '.',
    ',',
    '7',
    "'",
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.oneof(odd, fc.constantFrom('a', 'Đ', 'ế', '12', '/')), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  const font = fc.constantFrom(undefined, '.VnTime', '.VnTimeH', 'VNI-Times');
  fc.assert(
    fc.property(text, fc.constantFrom(...READINGS), font, (stored, reading, legacyFont) => {
      const { value, notes } = read({ value: stored, ...(legacyFont ? { legacyFont } : {}) }, reading);
      expect(notes.length).toBeLessThanOrEqual(1);
      expect(typeof value === 'string' ? value.trim() : value).toBe(value);
      expect(['string', 'number']).toContain(typeof (value ?? ''));
      if (typeof value === 'number') expect(['integer', 'money', 'points', 'date']).toContain(reading);
      for (const { message } of notes)
        for (const words of [message.vi, message.en]) expect(words).not.toMatch(/[\u0000-\u001F\u200B]|undefined|NaN/);
      if (typeof value === 'string') expect(read({ value }, reading).value).toBe(value);
    }),
    { numRuns: 3_000 },
  );
});

test.each<[string, Cell, Reading, unknown, string | undefined]>([
  ['a count stays one', { value: 12 }, 'integer', 12, undefined],
  ['a count that Excel shows as a day', { value: 45356, date: true }, 'integer', '5/3/2024', undefined],
  ['a count formatted as a day by mistake', { value: 12, date: true }, 'integer', 12, undefined],
  ['a text that Excel made a day', { value: 45356, date: true }, 'text', '5/3/2024', 'textFromDate'],
  ['a day without its format', { value: 45356 }, 'date', 45356, undefined],
  ['a share', { value: 0.85, percent: true }, 'points', 85, 'percentPoints'],
  ['an amount shown as a percentage', { value: 0.85, percent: true }, 'money', 0.85, undefined],
  ['a year is no serial number', { value: '2024' }, 'date', '2024', undefined],
  ['an error', { value: { error: '#REF!' } }, 'integer', { error: '#REF!' }, undefined],
  ['TRUE', { value: true }, 'choice', true, undefined],
  ['a choice in an old font’s cell', { value: 'Có', legacyFont: '.VnTime' }, 'choice', 'Có', undefined],
  ['a choice in an old encoding', { value: 'Kh«ng', legacyFont: '.VnTime' }, 'choice', 'Không', 'oldFont'],
  ['a number in an old font', { value: '1.234', legacyFont: '.VnTime' }, 'integer', 1234, 'numberFromText'],
  ['a computed result', { value: '1.234', formula: true }, 'derived', '1.234', undefined],
])('%s', (_, cell, reading, value, kind) => {
  const { value: found, notes } = read(cell, reading);
  expect([found, notes[0]?.kind]).toEqual([value, kind]);
});

test('days count from 1904 where the workbook does, with their format or without', () => {
  expect(read({ value: 43995, date: true }, 'date', true).value).toBe(45457);
  expect(read({ value: 43995 }, 'date', true).value).toBe(45457);
  expect(read({ value: '14/6/2024' }, 'date', true).value).toBe(45457);
  expect(read({ value: '43995' }, 'date', true).value).toBe('43995');
  expect(read({ value: 12, date: true }, 'integer', true).value).toBe('13/1/1904');
});

test('more than can be looked at is counted', () => {
  const count = 260;
  const cells = new Map(Array.from({ length: count }, (_, i) => [cellKey(i + 1, 1), { value: `'${i}` }] as const));
  const sheet: SheetCells = {
    name: 'PL1',
    visibility: 'visible',
    cells,
    merges: [],
    hiddenRows: new Set([2, 3, 4, 9]),
  };
  const log = new ReadingLog({ sheets: [sheet], names: new Map(), date1904: false });
  const label = { vi: 'Số', en: 'Number' };
  for (let row = 1; row <= count; row++) {
    log.read(sheet, cellKey(row, 1), { reading: 'integer' }, 'PL1_so_hn', label);
    log.answered(sheet, row);
    log.lostName(sheet, `A${row}`, { name: 'PL1_so_hn', label });
  }
  const notices = log.notices();
  expect(notices.filter((n) => n.cell !== '')).toHaveLength(200);
  expect(notices.filter((n) => n.cell === '').map((n) => [n.kind, n.message.vi])).toEqual([
    ['lostName', expect.stringContaining('260 tên ô')],
    ['hiddenRow', expect.stringContaining('2–4, 9')],
    ['numberFromText', expect.stringContaining('60 chỗ khác')],
  ]);
});
