// A stored report under an invented newer version of its form: what fits is carried, and of every value that is not something
// is said. Each value of the report is in one of the two.

import { examineReport } from '../../../functions/examine/examine-report';
import { findForm } from '../../../functions/forms/form-library';
import { placeAnswers } from '../../../templates/layout/place-answers';
import { canonicalOf } from '../../../templates/submission/canonical-of';
import { type CarriedOver, carriedOver } from '../../../templates/submission/carried-over';
import type { Submission } from '../../../templates/submission/submission';
import { item, NO_RULES, NO_RULES_HELD, newerForm } from '../../setup/newer-form';
import { realForm, realPeriod } from '../../setup/real-form';
import { sample } from '../../setup/samples';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const older = realPeriod(PLACE.period);
const newer = findForm(
  [
    newerForm({
      ...NO_RULES,
      'form.yaml': [
        NO_RULES_HELD,
        // No longer asked: an indicator, a narrative, a column.
        [item('B.19'), ''],
        [/ {2}- code: T\.8\n[\s\S]*?maxLength: 1000\n/, ''],
        [/ {6}- \{ key: noi_dung, label: \{ vi: Nội dung chính[^\n]*\n/, ''],
        // In another unit: an indicator and a column.
        [/(- code: K\.03\n[\s\S]*?unit: )người/, '$1nghìn người'],
        [/(vi: Lượt người tham gia, en: Participations \},\n {10}type: integer,)/, '$1 unit: nghìn lượt,'],
      ],
    }),
  ],
  PLACE.form,
  PLACE.period,
)!;

let submission: Submission;
beforeAll(async () => {
  const workbook = sample(PLACE.period, PLACE.unit);
  const task = { ...PLACE, workbook, revision: 1, receivedAt: '2024-06-18T00:00:00Z', file: 'f' };
  const found = await examineReport(task, { forms: [realForm()] });
  if (found.kind !== 'valid') throw new Error(found.kind);
  submission = found.submission;
});

const said = ({ notCarried }: CarriedOver) => notCarried.map(({ name, message }) => `${name}: ${message.vi}`);

test('under the version that it follows, everything is carried', () => {
  expect(carriedOver(submission, older, older)).toEqual({ report: canonicalOf(submission, older), notCarried: [] });
});

test('under a newer one, what has no place or is asked differently is said, with its value', () => {
  const over = carriedOver(submission, newer, older);
  expect(said(over).map((text) => text.replace(/".*"/, '"…"'))).toEqual([
    expect.stringMatching(/^CT_K_03: K\.03 .*mẫu mới hỏi theo kiểu khác/),
    expect.stringMatching(/^: B\.19 .*không có chỗ trong mẫu mới/),
    expect.stringMatching(/^: T\.8 .*không có chỗ trong mẫu mới/),
    expect.stringMatching(/^PL2_luot: PL2, Lượt người tham gia: mẫu mới hỏi theo kiểu khác/),
    expect.stringMatching(/^PL6: PL6, Nội dung chính: .*không có chỗ trong mẫu mới/),
  ]);
  const { values, annexes } = canonicalOf(submission, older);
  expect(said(over)[0]).toContain(`"${values.CT_K_03}"`);
  // Nothing is left that the new template would not take, and nothing else is gone.
  const placed = placeAnswers(over.report, newer, newer.definition.units[0]!, { headerKnown: false });
  expect([placed.unplaced, placed.leftOut]).toEqual([[], []]);
  const gone = ['CT_K_03', 'CT_B_19', 'TM_T_8', 'GT_B_19', 'GT_T_8'];
  expect(over.report.values).toEqual(Object.fromEntries(Object.entries(values).filter(([n]) => !gone.includes(n))));
  expect(over.report.annexes.PL3).toEqual(annexes.PL3);
  expect(over.report.annexes.PL2).toEqual(annexes.PL2!.map(({ luot: _, ...row }) => row));
  expect(over.report.annexes.PL6).toEqual(annexes.PL6!.map(({ noi_dung: _, ...row }) => row));
});

test('an annex that is no longer asked is said column by column, its keys aside', () => {
  const without = {
    ...older,
    annexes: older.annexes.map((a) => (a.code === 'PL2' ? { ...a, asked: false, lines: [] } : a)),
  };
  const over = carriedOver(submission, without, older);
  expect(over.report.annexes.PL2).toBeUndefined();
  expect(over.notCarried.length).toBeGreaterThan(1);
  for (const { name, message } of over.notCarried) {
    expect([name, message.vi]).toEqual(['', expect.stringMatching(/^PL2, .*không có chỗ/)]);
    expect(message.vi).not.toMatch(/^PL2, Lĩnh vực:/);
  }
});

test('where nobody knows the version any more, what the form lacks is said all the same', () => {
  const strange = {
    ...submission,
    version: '2019.1',
    values: { ...submission.values, 'Z.01': 5 },
    nothing: [...submission.nothing, 'Z'],
    annexes: { ...submission.annexes, PL3: [{ cu: 'x' }], PL9: [{ ten: 'y' }] },
  };
  const told = said(carriedOver(strange, older, older));
  for (const text of [/^: CT_Z_01: "5"/, /^: KPS_Z: "x"/, /^PL3: PL3, cu: "x"/, /^: PL9, ten: "y"/])
    expect(told).toContainEqual(expect.stringMatching(text));
});
