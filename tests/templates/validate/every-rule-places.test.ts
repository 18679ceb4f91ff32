// A rule at every place of a kind is found at each of them and at no other: one report in which all of them are wrong. The
// lists are written out from the form, not asked of the code that makes the checks.

import { indicatorName } from '../../../templates/form-definition/names';
import { type Changes, cellOf, inventedReport } from '../../setup/changed-cells';
import { realPeriod } from '../../setup/real-form';
import { shown, verdictOn } from './every-rule-case';

/** `A.01-04 A.07` → `CT_A_01`, … */
const indicators = (list: string): string[] =>
  list.split(' ').flatMap((item) => {
    const [, section, first = '', last = first] = /^([A-Z])\.(\d\d)(?:-(\d\d))?$/.exec(item)!;
    const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
    return numbers.map((n) => `CT_${section}_${String(n).padStart(2, '0')}`);
  });

const TYPED_NUMBERS = {
  '2024-Q1': indicators('K.01-02 A.01-02 A.04-05 A.07 A.09-18 A.21-25 E.03'),
  '2024-H1': indicators(
    'K.01-04 A.01-02 A.04-05 A.07 A.09-25 B.08-10 B.14-20 C.02 C.04 D.01 D.03 D.09-10 E.03 E.06-07 F.05 F.07-08 G.05 G.07',
  ),
};
const ADDED_OVER_TIME = {
  '2024-Q1': indicators('A.01-02 A.04 A.07-18 A.21-25 C.03 C.05 C.07-08 E.03-05 F.01-04'),
  '2024-H1': indicators('A.01-02 A.04 A.07-25 B.12-13 B.15 B.17-19 C.03 C.05 C.07-10 D.01-10 E.02-07 F.01-04 F.07-08'),
};
const PERIODS = ['2024-Q1', '2024-H1'] as const;
const EVERY = (period: string): string[] => realPeriod(period).indicators.map((i) => indicatorName(i.code));

const all = (names: readonly string[], value: string | number): Changes =>
  Object.fromEntries(names.map((name) => [name, value]));
/** `CT_A_01` → `LK_A_01` */
const history = (prefix: string, names: readonly string[], value: number): Changes =>
  all(
    names.map((name) => name.replace('CT', prefix)),
    value,
  );

/** Where the report breaks the rule, and where it must. */
async function places(rule: string, period: string, changes: Changes, names: readonly string[]) {
  const { violations } = await verdictOn(changes, { period });
  const book = await inventedReport(period, 'DV01');
  return {
    found: violations.filter((v) => v.rule === rule).map((v) => shown(v).split(' ')[1]),
    wanted: names.map((name) => cellOf(book, name)),
  };
}

describe.each(PERIODS)('%s', (period) => {
  test('R007: every typed number that is many times the highest', async () => {
    const changes = { ...all(TYPED_NUMBERS[period], 5000), ...history('LN', EVERY(period), 1) };
    const { found, wanted } = await places('R007', period, changes, TYPED_NUMBERS[period]);
    expect(found).toEqual(wanted);
  });
  test('R007: every typed number that is nothing all at once', async () => {
    const changes = { ...all(TYPED_NUMBERS[period], 0), ...history('NN', EVERY(period), 1) };
    const { found, wanted } = await places('R007', period, changes, TYPED_NUMBERS[period]);
    expect(found).toEqual(wanted);
  });
  test('R801: every sum over time that is smaller than before', async () => {
    const { found, wanted } = await places('R801', period, history('LK', EVERY(period), 1e6), ADDED_OVER_TIME[period]);
    expect(found).toEqual(wanted);
  });
  test('R802: every sum over time that the quarters do not give', async () => {
    const { found, wanted } = await places('R802', period, history('TQ', EVERY(period), 1e6), ADDED_OVER_TIME[period]);
    expect(found).toEqual(wanted);
  });
});

/** Every cell in which a clerk writes words; row 27 of PL1 is for a document that the catalogue lacks. */
const WRITTEN = {
  cover: 'BC_so_ky_hieu BC_dia_danh BC_quyen_han BC_chuc_vu BC_nguoi_lap GT_BC',
  PL1: 'PL1_so_hieu 27, PL1_vb_cu_the 1, PL1_ket_qua 1, PL1_vuong_mac 1',
  PL2: 'PL2_ket_qua 11, PL2_kho_khan 11',
  PL3: 'PL3_noi_dung 30, PL3_so_tb 30',
  PL4: 'PL4_moc 20, PL4_so_bc 20',
  PL5: 'PL5_doi_tac 20, PL5_ten 20, PL5_so_ngay 20, PL5_linh_vuc 20',
  PL6: 'PL6_ten_lop 20, PL6_noi_dung 20',
  annexes: 'GT_PL1 GT_PL2 GT_PL3 GT_PL4 GT_PL5 GT_PL6',
  narratives: 'TM_T_1 TM_T_2 TM_T_3 TM_T_4 TM_T_5 TM_T_6 TM_T_7 TM_T_8',
};
const texts = (): string[] => [
  ...Object.values(WRITTEN).flatMap((list) => list.split(list.includes(',') ? ', ' : ' ')),
  'CT_G_02',
  ...EVERY('2024-H1').map((name) => name.replace('CT', 'GT')),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `GT_T_${n}`),
];

test.each([
  ['R950', '0912 345 678'],
  ['R951', 'đ/c Lê Hoài Đức'],
  ['R952', 'TỐI MẬT'],
])('%s: every cell of words, and no other', async (rule, words) => {
  const signatory = { BC_nguoi_ky: words, BC_dien_thoai: words };
  const prepared = { 'PL1_so_hieu 1': words };
  const changes = { ...all(texts(), words), ...signatory, ...prepared };
  const { found, wanted } = await places(rule, '2024-H1', changes, texts());
  expect([...found].sort()).toEqual([...wanted].sort());
});
