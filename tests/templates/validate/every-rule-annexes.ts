// The rules over the rows of the annexes: what a row says of itself, of the period and of the unit. In the half-year of
// DV01, row 1 of PL1 is an old document that was not studied, row 2 a new one that is late, row 3 one under way, row 4 done.

import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { casesOf, type RuleCase } from './every-rule-case';
import { CLASS, INSPECTION, PROGRAMME, REVIEW } from './every-rule-rows';

const FIRST = 45_275; // 15/12/2023
const LAST = 45_457; // 14/6/2024
const days = (annex: string, from: number, to: number) => ({
  [`${annex}_tu_ngay 1`]: from,
  [`${annex}_den_ngay 1`]: to,
});

/** Documents with another day of coming into force. */
const inForce = (validFrom: string) => ({
  form: (form: FormDefinition): FormDefinition => ({
    ...form,
    documents: form.documents.map((d) => (d.id === 'NQ-29-2013' ? { ...d, validFrom } : d)),
  }),
});
const NOT_STUDIED = { 'PL1_so_hn 1': 0, 'PL1_luot_dv 1': 0 };

export const ANNEXES: readonly RuleCase[] = [
  ...casesOf('R006', {}, [
    ['PL3: the whole period', days('PL3', FIRST, LAST)],
    ['PL3: from the day before', days('PL3', FIRST - 1, LAST), 'R006 PL3!E8'],
    ['PL3: to the day after', days('PL3', FIRST, LAST + 1), 'R006 PL3!F8'],
    ['PL3: after the period', days('PL3', LAST + 1, LAST + 1), 'R006 PL3!E8', 'R006 PL3!F8'],
    ['PL3: the first day', days('PL3', FIRST, FIRST)],
    ['PL3: the last day', days('PL3', LAST, LAST)],
    ['PL3: ends before it begins', days('PL3', FIRST + 1, FIRST), 'R006 PL3!E8'],
    ['PL3: no last day is R002’s matter', { 'PL3_den_ngay 1': null }, 'R002 PL3!F8'],
    ['PL3: a word for a day is R001’s', { 'PL3_den_ngay 1': 'cuối tháng' }, 'R001 PL3!F8'],
    ['PL4: the first day', { 'PL4_ngay 1': FIRST }],
    ['PL4: the day before', { 'PL4_ngay 1': FIRST - 1 }, 'R006 PL4!F8'],
    ['PL4: the last day', { 'PL4_ngay 1': LAST }],
    ['PL4: the day after', { 'PL4_ngay 1': LAST + 1 }, 'R006 PL4!F8'],
    ['PL4: sent on a later day', { 'PL4_ngay_gui 1': LAST + 1 }],
    ['PL6: the whole period', days('PL6', FIRST, LAST)],
    ['PL6: the last day', days('PL6', LAST, LAST)],
    ['PL6: from the day before', days('PL6', FIRST - 1, LAST), 'R006 PL6!D8'],
    ['PL6: to the day after', days('PL6', FIRST, LAST + 1), 'R006 PL6!E8'],
    ['PL6: ends before it begins', days('PL6', FIRST + 1, FIRST), 'R006 PL6!D8'],
  ]),
  ...casesOf('R006', { period: '2024-Q2' }, [
    ['a quarter begins later', days('PL3', FIRST + 91, LAST)],
    ['the day before it begins', days('PL3', FIRST + 90, LAST), 'R006 PL3!E8'],
  ]),
  ...casesOf('R202', {}, [
    ['results are a ground', { 'PL1_vb_cu_the 1': null, ...NOT_STUDIED, 'PL1_ket_qua 1': 'Đã phân công' }],
    ['a document of the unit is one', { 'PL1_ket_qua 1': null, 'PL1_vb_cu_the 1': '10-KH/ĐU' }],
    ['a conference is one', { 'PL1_ket_qua 1': null, 'PL1_so_hn 1': 1 }],
    ['none', { 'PL1_ket_qua 1': null }, 'R202 PL1!I8'],
    ['blanks are none', { 'PL1_ket_qua 1': ' \u00A0 ' }, 'R202 PL1!I8'],
    [
      'what is not started needs none',
      { 'PL1_ket_qua 1': null, 'PL1_trang_thai 1': 'Chưa triển khai', 'PL1_tien_do 1': 0 },
    ],
    ['nor what does not apply', { 'PL1_ket_qua 1': null, 'PL1_ap_dung 1': 'Không' }],
  ]),
  ...casesOf('R203', {}, [
    ['completed is 100', { 'PL1_trang_thai 4': 'Hoàn thành NV năm', 'PL1_tien_do 4': 100 }],
    ['completed is not 95', { 'PL1_trang_thai 4': 'Hoàn thành NV năm', 'PL1_tien_do 4': 95 }, 'R203 PL1!J11'],
    ['completed is not blank', { 'PL1_trang_thai 4': 'Hoàn thành NV năm', 'PL1_tien_do 4': null }, 'R203 PL1!J11'],
    ['100 need not be completed', { 'PL1_trang_thai 3': 'Đang thực hiện', 'PL1_tien_do 3': 100 }],
    ['not started is 0', { 'PL1_trang_thai 1': 'Chưa triển khai', 'PL1_tien_do 1': 0 }],
    ['not started may be blank', { 'PL1_trang_thai 1': 'Chưa triển khai', 'PL1_tien_do 1': null }],
    ['not started is not 5', { 'PL1_trang_thai 1': 'Chưa triển khai', 'PL1_tien_do 1': 5 }, 'R203 PL1!J8'],
    [
      'not started has no conference',
      { 'PL1_trang_thai 1': 'Chưa triển khai', 'PL1_tien_do 1': 0, 'PL1_so_hn 1': 1 },
      'R203 PL1!J8',
    ],
  ]),
  ...casesOf('R204', {}, [
    ['late, with the difficulties', { 'PL1_trang_thai 2': 'Chậm tiến độ', 'PL1_vuong_mac 2': 'Thiếu kinh phí' }],
    ['late, without', { 'PL1_trang_thai 2': 'Chậm tiến độ', 'PL1_vuong_mac 2': null }, 'R204 PL1!L9'],
    ['not late, without', { 'PL1_trang_thai 2': 'Đang thực hiện', 'PL1_vuong_mac 2': null }],
  ]),
  ...casesOf('R205', {}, [
    ['new, and studied', { 'PL1_so_hn 2': 1, 'PL1_luot_dv 2': 100 }],
    ['new, and not studied', { 'PL1_so_hn 2': 0, 'PL1_luot_dv 2': 0 }, 'R205 PL1!E9'],
    ['new, and does not apply', { 'PL1_so_hn 2': 0, 'PL1_luot_dv 2': 0, 'PL1_ap_dung 2': 'Không' }],
    [
      'new, not studied, explained at the head of the annex',
      { 'PL1_so_hn 2': 0, 'PL1_luot_dv 2': 0, GT_PL1: 'Học cùng đợt II, tháng 7/2024' },
      'R205 PL1!E9 explained',
    ],
  ]),
  ...casesOf('R205', inForce('2023-12-14'), [['in force the day before the period', NOT_STUDIED]]),
  ...casesOf('R205', inForce('2023-12-15'), [['in force on its first day', NOT_STUDIED, 'R205 PL1!E8']]),
  ...casesOf('R205', inForce('2024-06-14'), [['in force on its last day', NOT_STUDIED, 'R205 PL1!E8']]),
  ...casesOf('R209', {}, [
    ['every member at both conferences', { CT_K_02: 167, 'PL1_so_hn 3': 2, 'PL1_luot_dv 3': 334 }],
    ['one more', { CT_K_02: 167, 'PL1_so_hn 3': 2, 'PL1_luot_dv 3': 335 }, 'R209 PL1!F10'],
    ['at no conference', { 'PL1_so_hn 3': 0, 'PL1_luot_dv 3': 1 }, 'R209 PL1!F10'],
    ['not asked for, and blank', { 'PL1_luot_dv 3': null }],
  ]),
  ...casesOf('R210', {}, [
    ['no activities, nobody', { 'PL2_so_hd 1': 0, 'PL2_luot 1': 0 }],
    ['one of each', { 'PL2_so_hd 1': 1, 'PL2_luot 1': 1 }],
    ['activities without anybody', { 'PL2_so_hd 1': 1, 'PL2_luot 1': 0 }, 'R210 PL2!E8'],
    ['somebody without activities', { 'PL2_so_hd 11': 0, 'PL2_luot 11': 1 }, 'R210 PL2!E18'],
  ]),
  ...casesOf('R304', {}, [
    ['every member', { CT_K_02: 167, 'PL3_so_dv 1': 167 }],
    ['one more', { CT_K_02: 167, 'PL3_so_dv 1': 168 }, 'R304 PL3!H8'],
  ]),
  ...casesOf('R305', {}, [
    ['all are remedied', { 'PL3_so_hc 1': 2, 'PL3_so_kp 1': 2 }],
    ['one more', { 'PL3_so_hc 1': 2, 'PL3_so_kp 1': 3 }, 'R305 PL3!J8'],
    ['in the last of thirty rows', { 'PL3 30': { ...INSPECTION, so_kp: 1 } }, 'R305 PL3!J37'],
  ]),
  ...casesOf('R407', {}, [
    ['another kind of review', { 'PL4 2': { ...REVIEW, ma_vb: 'NQ-29-2013', loai: 'Sơ kết' } }],
    ['another document', { 'PL4 2': { ...REVIEW, loai: 'Tổng kết' } }],
    [
      'the same twice, at both places',
      { 'PL4 2': { ...REVIEW, ma_vb: 'NQ-29-2013', loai: 'Tổng kết' } },
      'R407 PL4!B8',
      'R407 PL4!B9',
    ],
    [
      'the same in another case',
      { 'PL4 20': { ...REVIEW, ma_vb: 'nq-29-2013', loai: 'TỔNG KẾT' } },
      'R407 PL4!B8',
      'R407 PL4!B27',
    ],
    ['no kind yet is R002’s matter', { 'PL4 2': { ...REVIEW, ma_vb: 'NQ-29-2013', loai: null } }, 'R002 PL4!C9'],
  ]),
  ...casesOf('R503', {}, [
    ['no activities, nobody', { 'PL5 1': { ...PROGRAMME, so_hd: 0, luot: 0 } }],
    ['activities without anybody', { 'PL5 1': { ...PROGRAMME, so_hd: 1, luot: 0 } }, 'R503 PL5!H8'],
    ['somebody without activities', { 'PL5 2': { ...PROGRAMME, so_hd: 0, luot: 1 } }, 'R503 PL5!H9'],
  ]),
  ...casesOf('R601', {}, [
    ['all are in charge', { 'PL6_luot 1': 8, 'PL6_luot_pt 1': 8 }],
    ['one more', { 'PL6_luot 1': 8, 'PL6_luot_pt 1': 9 }, 'R601 PL6!G8'],
  ]),
  ...casesOf('R603', {}, [
    ['a class of the board’s list', { 'PL6 2': CLASS }],
    ['in another case', { 'PL6 2': { ...CLASS, ten_lop: String(CLASS.ten_lop).toUpperCase() } }],
    ['a class that is not on it', { 'PL6 2': { ...CLASS, ten_lop: 'Lớp kỹ năng mềm' } }, 'R603 PL6!B9'],
    ['a class of the unit itself', { 'PL6 2': { ...CLASS, ten_lop: 'Lớp kỹ năng mềm', cap_to_chuc: 'Đơn vị' } }],
    [
      'held by nobody is R002’s matter',
      { 'PL6 2': { ...CLASS, ten_lop: 'Lớp kỹ năng mềm', cap_to_chuc: null } },
      'R002 PL6!C9',
    ],
  ]),
];
