// What a note says where there are more comments at one place than it holds. That notes stand on the right cells is seen in
// tests/functions/xlsx/notes.test.ts.

import { NOTE_OPENING, placeNotes } from '../../../templates/layout/place-notes';
import { planTemplate } from '../../../templates/layout/plan-template';
import { realPeriod } from '../../setup/real-form';

const MOST = 32_767;
const FORM = realPeriod('2024-H1');
const PLAN = planTemplate({ form: FORM, unit: FORM.definition.units[0]! });

function noteOn(texts: readonly string[]): string {
  const comments = texts.map((text) => ({ name: 'CT_A_01', text }));
  const cells = placeNotes(PLAN, comments, {}).sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const notes = cells.flatMap(({ note }) => note ?? []);
  expect(notes).toHaveLength(1);
  return notes[0]!;
}

test('what fits is said whole', () => {
  const texts = Array.from({ length: 32 }, (_, i) => `${i} `.padEnd(1000, 'x'));
  expect(noteOn(texts)).toBe(NOTE_OPENING + texts.join('\n'));
  const fitting = 'x'.repeat(MOST - NOTE_OPENING.length);
  expect(noteOn([fitting])).toBe(NOTE_OPENING + fitting);
});

test.each([
  [33, 1000],
  [200, 1000],
  [200, 164],
])(
  'of %d comments of %d characters the note says some whole, and that the others stand in the receipt',
  (count, size) => {
    const texts = Array.from({ length: count }, (_, i) => `${i} `.padEnd(size, 'x'));
    const note = noteOn(texts);
    expect(note.length).toBeLessThanOrEqual(MOST);
    const lines = note.slice(NOTE_OPENING.length).split('\n');
    const said = lines.slice(0, -1);
    expect(said).toEqual(texts.slice(0, said.length));
    // Another one would not have fitted.
    expect(note.length + size + 1).toBeGreaterThan(MOST);
    const left = count - said.length;
    expect(lines.at(-1)).toContain(`Còn ${left} ý kiến nữa ở chỗ này`);
    expect(lines.at(-1)).toContain(`${left} more at this place: see the receipt`);
  },
);

test('a comment longer than any note leaves the word about the receipt', () => {
  expect(noteOn(['x'.repeat(40_000)])).toMatch(/^Ban Tuyên giáo:\n\(Còn 1 ý kiến/);
});
