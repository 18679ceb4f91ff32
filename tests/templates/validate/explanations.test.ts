// A warning lets the report through with an explanation of 10 characters at its place, and holds it back with 9 or none: beside
// an indicator, at the head of an annex, beside a narrative, on the cover. An error cannot be explained away.

import type { Changes } from '../../setup/changed-cells';
import { verdictOn } from './every-rule-case';

const NINE = '123456789';
const TEN = '1234567890';

const WARNINGS: readonly (readonly [what: string, breaks: Changes, explanation: string])[] = [
  ['an indicator', { CT_K_04: 0, CT_F_05: 0 }, 'GT_K_04'],
  ['a row of an annex', { 'PL3_so_dv 1': 500 }, 'GT_PL3'],
  ['a narrative', { TM_T_8: 'Đề nghị đ/c Nguyễn Thế Khải quan tâm' }, 'GT_T_8'],
  ['a field of the cover', { BC_so_ky_hieu: '12/BC-ĐU' }, 'GT_BC'],
];

test.each(WARNINGS)('%s', async (_, breaks, name) => {
  const blocked = async (explanation: string | null): Promise<boolean> =>
    (await verdictOn({ ...breaks, [name]: explanation })).blocked;
  expect([await blocked(null), await blocked(NINE), await blocked(`  ${NINE}  `), await blocked(TEN)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('blanks between words count once', async () => {
  const blocked = async (explanation: string): Promise<boolean> =>
    (await verdictOn({ 'PL3_so_dv 1': 500, GT_PL3: explanation })).blocked;
  expect([await blocked('a         b'), await blocked('đã đối chiếu')]).toEqual([true, false]);
});

test('an error blocks whatever is said of it', async () => {
  expect((await verdictOn({ CT_A_05: 9_999, GT_A_05: 'Số liệu đã được đối chiếu' })).blocked).toBe(true);
});
