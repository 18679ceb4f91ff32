// The rules against what the unit reported before, whose figures stand in the table under their history names. What is not
// known is not judged: every case without history in the other files shows that.

import { casesOf, type RuleCase } from './every-rule-case';

/** Row 3 of PL1, with the status it had and the one it has; R803 says that something was carried forward. */
const status = (before: string, now: string, progress = 50) => ({
  'KT PL1_trang_thai CT-21-2023': before,
  'PL1_trang_thai 3': now,
  'PL1_tien_do 3': progress,
  'PL1_vuong_mac 3': 'Thiếu kinh phí',
});
const CARRIED = 'R803 PL1!I8';
const LOWER = 'R208 PL1!I10';

export const PERIODS: readonly RuleCase[] = [
  ...casesOf('R007', {}, [
    ['three times the highest', { CT_A_07: 42, LN_A_07: 14 }],
    ['one more', { CT_A_07: 43, LN_A_07: 14 }, 'R007 ChiTieu!D18'],
    ['10 are never many', { CT_A_07: 10, LN_A_07: 0 }],
    ['11 are, where there were 3', { CT_A_07: 11, LN_A_07: 3 }, 'R007 ChiTieu!D18'],
    ['11 are not, where there were 4', { CT_A_07: 11, LN_A_07: 4 }],
    ['an amount', { CT_B_19: 37.6, LN_B_19: 12.5 }, 'R007 ChiTieu!D56'],
    ['an amount, three times the highest', { CT_B_19: 37.5, LN_B_19: 12.5 }],
    ['nothing, where there was nothing once', { CT_A_07: 0, NN_A_07: 0 }],
    ['nothing, where there always was something', { CT_A_07: 0, NN_A_07: 1 }, 'R007 ChiTieu!D18'],
    ['a little, where there always was much', { CT_A_07: 1, NN_A_07: 400 }],
    ['blank, where there always was something, is R002’s matter', { CT_A_07: null, NN_A_07: 1 }, 'R002 ChiTieu!D18'],
    ['optional and blank, where there never was anything', { CT_B_19: null, NN_B_19: 0, LN_B_19: 0 }],
    ['explained', { CT_A_07: 43, LN_A_07: 14, GT_A_07: 'Có thêm học sinh, sinh viên' }, 'R007 ChiTieu!D18 explained'],
  ]),
  ...casesOf('R012', {}, [
    ['a tenth more', { CT_K_02: 165, KT_K_02: 150 }],
    ['and one', { CT_K_02: 166, KT_K_02: 150 }, 'R012 ChiTieu!D8'],
    ['a tenth fewer', { CT_K_02: 162, KT_K_02: 180 }],
    ['and one', { CT_K_02: 161, KT_K_02: 180 }, 'R012 ChiTieu!D8'],
    ['not answered is R002’s matter', { CT_K_02: null, KT_K_02: 150 }, 'R002 ChiTieu!D8'],
  ]),
  ...casesOf('R012', { period: '2024-Q2' }, [
    ['a quarter against the one before', { CT_K_02: 166, KT_K_02: 150 }, 'R012 ChiTieu!D8'],
  ]),
  ...casesOf('R208', {}, [
    ['under way, then late', status('Đang thực hiện', 'Chậm tiến độ'), CARRIED],
    ['late, then under way', status('Chậm tiến độ', 'Đang thực hiện'), CARRIED],
    ['not started, then under way', status('Chưa triển khai', 'Đang thực hiện'), CARRIED],
    ['completed, then reviewed', status('Hoàn thành NV năm', 'Đã sơ kết'), CARRIED],
    ['reviewed at last, then for the first time', status('Đã tổng kết', 'Đã sơ kết'), CARRIED],
    ['completed, then under way', status('Hoàn thành NV năm', 'Đang thực hiện'), LOWER, CARRIED],
    ['reviewed, then late', status('Đã sơ kết', 'Chậm tiến độ'), LOWER, CARRIED],
    ['reviewed at last, then under way', status('Đã tổng kết', 'Đang thực hiện'), LOWER, CARRIED],
    [
      'under way, then not started',
      { ...status('Đang thực hiện', 'Chưa triển khai', 0), 'PL1_so_hn 3': 0, 'PL1_luot_dv 3': 0 },
      LOWER,
      CARRIED,
    ],
    [
      'not started, and still not',
      { ...status('Chưa triển khai', 'Chưa triển khai', 0), 'PL1_so_hn 3': 0, 'PL1_luot_dv 3': 0 },
      CARRIED,
    ],
    [
      'another document was completed',
      { 'KT PL1_trang_thai NQ-20-2017': 'Đang thực hiện', 'PL1_trang_thai 3': 'Đang thực hiện' },
      CARRIED,
    ],
    [
      'completed, then under way, explained at the head of the annex',
      { ...status('Hoàn thành NV năm', 'Đang thực hiện'), GT_PL1: 'Cấp trên giao thêm nhiệm vụ' },
      'R208 PL1!I10 explained',
      CARRIED,
    ],
  ]),
  ...casesOf('R801', {}, [
    ['as many as before', { CT_A_01: 17, LK_A_01: 17 }],
    ['one fewer', { CT_A_01: 17, LK_A_01: 18 }, 'R801 ChiTieu!D12'],
    ['an amount', { CT_B_19: 20.6, LK_B_19: 20.7 }, 'R801 ChiTieu!D56'],
    ['what is computed: as many', { LK_C_03: 1 }],
    ['what is computed: one fewer', { LK_C_03: 2 }, 'R801 ChiTieu!D61'],
    ['what is not added up over time', { LK_K_03: 281, LK_A_05: 160, LK_A_03: 20 }],
  ]),
  ...casesOf('R802', {}, [
    ['what the quarters give', { CT_A_01: 17, TQ_A_01: 17 }],
    ['one more', { CT_A_01: 17, TQ_A_01: 16 }, 'R802 ChiTieu!D12'],
    ['one fewer', { CT_A_01: 17, TQ_A_01: 18 }, 'R802 ChiTieu!D12'],
    ['an amount, whatever its binary fraction', { CT_B_19: 0.3, TQ_B_19: 0.1 + 0.2 }],
    ['what is computed', { LK_C_03: 1, TQ_C_03: 2 }, 'R802 ChiTieu!D61'],
    ['less than before, and not what the quarters give', { LK_A_01: 18, TQ_A_01: 18 }, ...both('D12')],
  ]),
  ...casesOf('R803', {}, [
    ['other figures than before', { KT_K_01: 2, KT_K_02: 166, KT_K_03: 279, KT_K_04: 4 }],
    ['the same cells', { CT_K_01: 3, KT_K_01: 3 }, 'R803 ChiTieu!D7'],
    ['the same members', { CT_K_02: 167, KT_K_02: 167 }, 'R803 ChiTieu!D8'],
    ['the same employees', { CT_K_03: 280, KT_K_03: 280 }, 'R803 ChiTieu!D9'],
    ['the same people in charge', { CT_K_04: 5, KT_K_04: 5 }, 'R803 ChiTieu!D10'],
    ['documents of the period before', { 'KT PL1_ap_dung NQ-29-2013': 'Có' }, 'R803 PL1!I8'],
    ['programmes of the period before', { 'KT PL5_ten 1': 'Kế hoạch phối hợp' }, 'R803 PL5!C8'],
    ['other annexes are not carried forward', { 'KT PL3_loai 1': 'Kiểm tra', 'KT PL6_ten_lop 1': 'Lớp tập huấn' }],
  ]),
];

function both(cell: string): string[] {
  return [`R801 ChiTieu!${cell}`, `R802 ChiTieu!${cell}`];
}
