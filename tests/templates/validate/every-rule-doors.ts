// What is not judged from the values of one report: whose file it is (R003, R004, R018), whether the period is open (R005),
// what could not be read (R009, R016, R019, R020) and what only shows beside the other units (R901 to R903).

import { lockAgainst, STATE_KEY, stateValues } from '../../../functions/receive/period-state';
import { partitionOf } from '../../../functions/receive/submission-rows';
import { openMemoryStore } from '../../../functions/store/memory-store';
import type { WorkbookCells } from '../../../templates/cell/cell';
import { extract } from '../../../templates/extract/extract';
import type { Submission } from '../../../templates/submission/submission';
import { AcrossUnits } from '../../../templates/validate/check-across-units';
import { checkIdentity } from '../../../templates/validate/check-identity';
import { validate } from '../../../templates/validate/validate';
import { type Changes, changed, changedReport, entriesOf, inventedReport } from '../../setup/changed-cells';
import { realPeriod } from '../../setup/real-form';
import { submissionOf } from '../../setup/submission';
import { casesOf, type RuleCase, shown } from './every-rule-case';

const FORM = realPeriod('2024-H1');

/** Cells of `_meta`, and of the cover, which says the same. */
const META = { form: '_meta!B1', version: '_meta!B2', unit: '_meta!B3', period: '_meta!B4' };
const NO_META = Object.fromEntries(Object.values(META).map((cell) => [cell, null]));

/** The report of DV01 of 2024-H1, sent by DV01. */
function sent(rule: string, rows: readonly (readonly [what: string, changes: Changes, ...expected: string[]])[]) {
  return rows.map(([what, changes, ...expected]): RuleCase => {
    const found = async (): Promise<string[]> => {
      const book = await changedReport('2024-H1', 'DV01', changes);
      const { identity } = extract(book, FORM);
      const mismatch = checkIdentity(identity, { form: FORM, unit: 'DV01', units: FORM.definition.units });
      return mismatch ? [`${shown(mismatch.violation)} ${mismatch.code}`] : [];
    };
    return { rule, what, expected, found };
  });
}

const IDENTITIES: readonly RuleCase[] = [
  ...sent('R003', [
    ['the form and version that is collected', { [META.form]: 'khoa-giao', [META.version]: '2024.1' }],
    ['said by the cover alone', NO_META],
    ['said by nothing', { ...NO_META, BC_mau: null }, 'R003 NOT_OUR_TEMPLATE'],
    ['another form', { [META.form]: 'dan-van' }, 'R003 BiaBC OTHER_FORM'],
    ['an older version that nobody knows', { [META.version]: '2023.9' }, 'R003 BiaBC OLDER_VERSION'],
    ['a newer version', { [META.version]: '2024.2' }, 'R003 BiaBC NEWER_VERSION'],
  ]),
  ...sent('R004', [
    ['its own file', { [META.unit]: 'DV01' }],
    ['another unit’s file', { [META.unit]: 'DV02' }, 'R004 BiaBC OTHER_UNIT'],
    ['a unit that is not on the list', { [META.unit]: 'DV99' }, 'R004 BiaBC UNKNOWN_UNIT'],
  ]),
  ...sent('R018', [
    ['the period that is collected', { [META.period]: '2024-H1' }],
    ['another period', { [META.period]: '2024-Q2' }, 'R018 BiaBC OTHER_PERIOD'],
  ]),
];

const LOCK = { at: '2024-06-20T02:00:00.000Z', reason: 'Đã hết hạn nộp báo cáo' };

/** The report of DV01, arriving in a period that has been locked. */
function arriving(what: string, receivedAt: string, until: string, ...expected: string[]): RuleCase {
  const found = async (): Promise<string[]> => {
    const store = openMemoryStore();
    const place = { form: 'khoa-giao', period: '2024-H1' };
    const open = until === 'not locked';
    const state = {
      lock: open ? null : LOCK,
      untilForAll: '' as const,
      untilFor: open ? {} : { DV01: until },
      acts: 1,
    };
    await store.rows.transact(partitionOf(place), [{ create: STATE_KEY, values: stateValues(state) }]);
    return (await lockAgainst(store, { ...place, unit: 'DV01', receivedAt })) ? ['R005'] : [];
  };
  return { rule: 'R005', what, expected, found };
}

const LOCKS: readonly RuleCase[] = [
  arriving('a period that is open', '2024-06-25T00:00:00Z', 'not locked'),
  arriving('a period that is locked', '2024-06-25T00:00:00Z', '', 'R005'),
  arriving('its last moment of an extension', '2024-06-25T16:59:59.999Z', '2024-06-25'),
  arriving('the moment after', '2024-06-25T17:00:00.000Z', '2024-06-25', 'R005'),
];

/** The report of DV01 after somebody worked on the workbook itself. */
function worked(
  rule: string,
  rows: readonly (readonly [string, (book: WorkbookCells) => WorkbookCells, ...string[]])[],
) {
  return rows.map(([what, work, ...expected]): RuleCase => {
    const found = async (): Promise<string[]> =>
      validate(extract(work(await inventedReport('2024-H1', 'DV01')), FORM), FORM).violations.map(shown);
    return { rule, what, expected, found };
  });
}

const withChanges = (book: WorkbookCells, changes: Changes): WorkbookCells => changed(book, entriesOf(book, changes));
const withoutName = (book: WorkbookCells, ...lost: string[]): WorkbookCells => ({
  ...book,
  names: new Map([...book.names].filter(([name]) => !lost.includes(name))),
});
const withoutSheet = (book: WorkbookCells, name: string): WorkbookCells => ({
  ...book,
  sheets: book.sheets.filter((sheet) => sheet.name !== name),
});
const merged = (book: WorkbookCells, name: string, range: string): WorkbookCells => ({
  ...book,
  sheets: book.sheets.map((s) => (s.name === name ? { ...s, merges: [...s.merges, range] } : s)),
});

const NO_FIELD = { linh_vuc: null, so_vb: null, so_hd: null, luot: null, ket_qua: null, kho_khan: null };

const READING: readonly RuleCase[] = [
  ...casesOf('R009', {}, [
    ['signs of Unicode text', { TM_T_8: 'Điều 5 § 2: ½ số đảng viên; “sạch – đẹp”; 20 °C; ® và ©' }],
    ['TCVN3 text whose font is lost', { TM_T_8: '§¶ng bé së gi¸o dôc vµ ®µo t¹o' }, 'R009 ThuyetMinh!C13'],
    [
      'TCVN3 text, explained',
      { TM_T_8: '§¶ng bé së gi¸o dôc vµ ®µo t¹o', GT_T_8: 'Chép từ văn bản cũ' },
      'R009 ThuyetMinh!C13 explained',
    ],
    ['in a row', { 'PL1_ket_qua 3': '§¶ng bé së gi¸o dôc vµ ®µo t¹o' }, 'R009 PL1!K10'],
  ]),
  ...worked('R016', [
    ['the name of a cell is gone, its code is there', (b) => withoutName(b, 'CT_A_07')],
    ['its code is gone, the name is there', (b) => withChanges(b, { 'ChiTieu!A18': null })],
    ['both are gone', (b) => withChanges(withoutName(b, 'CT_A_07'), { 'ChiTieu!A18': null }), 'R016 ChiTieu'],
    ['of what is computed', (b) => withChanges(withoutName(b, 'CT_A_03'), { 'ChiTieu!A14': null })],
    ['a sheet is gone', (b) => withoutSheet(b, 'ThuyetMinh'), 'R016 ThuyetMinh'],
    ['an annex is gone', (b) => withoutSheet(b, 'PL6'), 'R016 PL6', 'R602 ChiTieu!D94'],
    ['a prepared line is gone', (b) => withChanges(b, { 'PL2 11': NO_FIELD }), 'R016 PL2'],
  ]),
  ...worked('R019', [
    ['an input cell is the first of a merge', (b) => merged(b, 'ChiTieu', 'D18:G18')],
    ['labels are merged', (b) => merged(b, 'ChiTieu', 'B18:C18')],
    [
      'an input cell is swallowed',
      (b) => merged(withChanges(b, { CT_A_02: null }), 'ChiTieu', 'D12:D13'),
      'R019 ChiTieu!D13',
    ],
    ['a cell of a row', (b) => merged(b, 'PL2', 'C8:D8'), 'R019 PL2!D8'],
    ['a row that says nothing', (b) => merged(b, 'PL3', 'B9:K9')],
  ]),
  ...worked('R020', [
    ['every line once', (b) => b],
    [
      'one line over the next',
      (b) => withChanges(b, { 'PL2_linh_vuc 2': 'Giáo dục và đào tạo' }),
      'R016 PL2',
      'R020 PL2!B9',
    ],
  ]),
];

const TYPED = ['A.01', 'A.02', 'A.04', 'A.05', 'A.07', 'A.09', 'A.10', 'A.11', 'A.12', 'A.13'];
const figures = (...values: number[]): Submission['values'] =>
  Object.fromEntries(values.map((value, i) => [TYPED[i]!, value]));
const ONE_TO_TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** đảng bộ cơ sở of 100 members each. */
const conferences = (...values: number[]) => values.map((value) => ({ 'K.02': 100, 'A.02': value }));

/** The reports of DV01, DV02, … */
function together(
  rule: string,
  rows: readonly (readonly [what: string, units: readonly Submission['values'][], ...expected: string[]])[],
) {
  return rows.map(([what, units, ...expected]): RuleCase => {
    const found = async (): Promise<string[]> => {
      const across = new AcrossUnits(FORM);
      for (const [i, values] of units.entries()) {
        const unit = FORM.definition.units[i]!;
        across.add(submissionOf({ unit: unit.code, values }), unit);
      }
      return [...across.warnings()].map(({ unit, violation: v }) => `${v.rule} ${unit} ${v.name}`.trim());
    };
    return { rule, what, expected, found };
  });
}

const ACROSS: readonly RuleCase[] = [
  ...together('R901', [
    ['9 of 10 figures are the same', [figures(...ONE_TO_TEN), figures(...ONE_TO_TEN.with(9, 99))], 'R901 DV02'],
    ['8 of 10', [figures(...ONE_TO_TEN), figures(...ONE_TO_TEN.with(9, 99).with(8, 98))]],
    ['9 of 9 are too few', [figures(...ONE_TO_TEN.with(9, 0)), figures(...ONE_TO_TEN.with(9, 0))]],
  ]),
  ...together('R902', [
    ['three times the middle half above it', conferences(10, 20, 30, 40, 50, 122)],
    ['one more', conferences(10, 20, 30, 40, 50, 123), 'R902 DV06 CT_A_02'],
    ['three times the middle half below it', conferences(110, 120, 130, 140, 150, 38)],
    ['one fewer', conferences(110, 120, 130, 140, 150, 37), 'R902 DV06 CT_A_02'],
    ['five units are too few', conferences(20, 30, 40, 50, 9000)],
    ['all but one alike', conferences(20, 20, 20, 20, 20, 9000)],
  ]),
  ...together('R903', [
    ['one thing in the section', [{ 'E.03': 0, 'E.06': 1, 'E.07': 0 }]],
    ['nothing in the section', [{ 'E.03': 0, 'E.06': 0, 'E.07': 0 }], 'R903 DV01'],
    ['nothing answered', [{}]],
    ['nothing in the background', [{ 'K.01': 0 }]],
  ]),
];

export const DOORS: readonly RuleCase[] = [...IDENTITIES, ...LOCKS, ...READING, ...ACROSS];
