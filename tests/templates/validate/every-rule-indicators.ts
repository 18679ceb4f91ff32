// The rules over the cells of sections B to G, each on both sides of its edge, with what the annexes behind them say.

import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { casesOf, type RuleCase } from './every-rule-case';
import { INSPECTION, PROGRAMME, REVIEW } from './every-rule-rows';

/** R308 is turned off: how much is enough is for each board to say. */
const WITH_R308 = {
  period: '2024-Y',
  form: (form: FormDefinition): FormDefinition => ({
    ...form,
    rules: form.rules.map((rule) => (rule.id === 'R308' ? { ...rule, off: undefined } : rule)),
  }),
};
const PLANNED = { CT_C_02: 1, CT_C_04: 0 };
const SUPERVISION = { ...INSPECTION, loai: 'Giám sát chuyên đề' };

export const INDICATORS: readonly RuleCase[] = [
  ...casesOf('R201', {}, [
    ['another status is one, too', { 'PL1_trang_thai 3': 'Đã sơ kết' }],
    ['no status', { 'PL1_trang_thai 3': null }, 'R002 PL1!I10', 'R201 ChiTieu!D38'],
    ['a status that is none', { 'PL1_trang_thai 3': 'Đang làm' }, 'R001 PL1!I10', 'R201 ChiTieu!D38'],
    ['no status where the document does not apply', { 'PL1_ap_dung 3': 'Không', 'PL1_trang_thai 3': null }],
  ]),
  ...casesOf('R206', {}, [
    ['every task is completed or overdue', { CT_B_08: 6, CT_B_09: 5, CT_B_10: 1 }],
    ['one more', { CT_B_08: 6, CT_B_09: 5, CT_B_10: 2 }, 'R206 ChiTieu!D46'],
  ]),
  ...casesOf('R207', {}, [
    ['everybody', { CT_K_03: 280, CT_B_16: 280, CT_B_20: 280 }],
    ['one more had a health check', { CT_K_03: 280, CT_B_16: 281 }, 'R207 ChiTieu!D53'],
    ['one more exercises', { CT_K_03: 280, CT_B_20: 281 }, 'R207 ChiTieu!D57'],
    ['optional, and blank', { CT_B_16: null, CT_B_20: null }],
  ]),
  ...casesOf('R306', {}, [
    ['as many inspections as planned', { CT_C_02: 1 }],
    ['one more', { CT_C_02: 0 }, 'R306 ChiTieu!D61'],
    ['one more, unplanned', { CT_C_02: 1, 'PL3 2': { ...INSPECTION, ke_hoach: 'Đột xuất' } }],
    ['as many supervisions as planned', { CT_C_04: 1, 'PL3 2': SUPERVISION }],
    ['one more supervision', { CT_C_04: 0, 'PL3 2': SUPERVISION }, 'R306 ChiTieu!D63'],
    [
      'supervisions of both kinds',
      { CT_C_04: 1, 'PL3 2': SUPERVISION, 'PL3 3': { ...SUPERVISION, loai: 'Giám sát thường xuyên' } },
      'R306 ChiTieu!D63',
    ],
  ]),
  ...casesOf('R307', { period: '2024-Y' }, [
    ['as planned', { CT_C_02: 1, CT_C_04: 0 }],
    ['one inspection is owed', { CT_C_02: 2, CT_C_04: 0 }, 'R307 ChiTieu!D64'],
    ['one supervision is owed', { CT_C_02: 1, CT_C_04: 1 }, 'R307 ChiTieu!D64'],
  ]),
  ...casesOf('R307', {}, [['not before the year ends', { CT_C_02: 9, CT_C_04: 9 }]]),
  ...casesOf('R308', { period: '2024-Y' }, [['turned off: one inspection, no supervision', PLANNED]]),
  ...casesOf('R308', WITH_R308, [
    [
      'turned on: two inspections, one supervision',
      { CT_C_02: 2, CT_C_04: 1, 'PL3 2': INSPECTION, 'PL3 3': SUPERVISION },
    ],
    ['turned on: one inspection', { CT_C_02: 1, CT_C_04: 1, 'PL3 2': SUPERVISION }, 'R308 ChiTieu!D61'],
    ['turned on: no supervision', { CT_C_02: 2, CT_C_04: 0, 'PL3 2': INSPECTION }, 'R308 ChiTieu!D61'],
  ]),
  ...casesOf('R308', { ...WITH_R308, unit: 'DV09' }, [['turned on: a chi bộ is not asked', PLANNED]]),
  ...casesOf('R309', {}, [
    ['no plan, nothing planned', { CT_C_01: 'Không', CT_C_02: 0, CT_C_04: 0, 'PL3_ke_hoach 1': 'Đột xuất' }],
    ['no plan, an inspection planned', { CT_C_01: 'Không', CT_C_02: 1, CT_C_04: 0 }, 'R309 ChiTieu!D59'],
    [
      'no plan, a supervision planned',
      { CT_C_01: 'Không', CT_C_02: 0, CT_C_04: 1, 'PL3_ke_hoach 1': 'Đột xuất' },
      'R309 ChiTieu!D59',
    ],
    ['a plan', { CT_C_01: 'Có', CT_C_02: 1, CT_C_04: 1 }],
  ]),
  ...casesOf('R403', {}, [
    ['a review of each kind and form', { 'PL4 2': { ...REVIEW, ngay: 45_430, hinh_thuc: 'Báo cáo' } }],
    ['a review without a form', { 'PL4_hinh_thuc 1': null }, 'R002 PL4!E8', 'R403 ChiTieu!D72'],
    ['a form that is none', { 'PL4_hinh_thuc 1': 'Họp' }, 'R001 PL4!E8', 'R403 ChiTieu!D72'],
    [
      'a review without a kind',
      { 'PL4_loai 1': null, CT_D_03: 0, 'PL4_da_gui 1': 'Không' },
      'R002 PL4!C8',
      'R403 ChiTieu!D72',
    ],
  ]),
  ...casesOf('R404', {}, [
    ['as many sent as made', { CT_D_03: 1 }],
    ['sent before it is made', { 'PL4_ngay 1': null, CT_D_03: 0 }, 'R404 ChiTieu!D78'],
  ]),
  ...casesOf('R405', {}, [
    ['what was owed', { CT_D_01: 0, CT_D_03: 1 }],
    ['a preliminary review is owed', { CT_D_01: 1, CT_D_03: 1 }, 'R405 ChiTieu!D72'],
    ['a final review is owed', { CT_D_01: 0, CT_D_03: 2 }, 'R405 ChiTieu!D74'],
    ['more than was owed', { CT_D_01: 0, CT_D_03: 0 }],
    ['owed, and explained', { CT_D_03: 2, GT_D_04: 'Lùi sang quý III theo hướng dẫn' }, 'R405 ChiTieu!D74 explained'],
  ]),
  ...casesOf('R501', {}, [
    ['every programme is new', { 'PL5 1': PROGRAMME }],
    ['a new one without a name', { 'PL5 1': { ...PROGRAMME, ten: null } }, 'R002 PL5!C8', 'R501 ChiTieu!D83'],
    ['an old one without a name', { 'PL5 1': { ...PROGRAMME, ten: null, moi: 'Không' } }, 'R002 PL5!C8'],
  ]),
  ...casesOf('R504', {}, [
    ['all are settled', { CT_E_06: 3, CT_E_07: 3 }],
    ['one more', { CT_E_06: 3, CT_E_07: 4 }, 'R504 ChiTieu!D88'],
  ]),
  ...casesOf('R602', {}, [
    ['everybody in charge was trained', { CT_K_04: 5, CT_F_05: 5 }],
    ['one more', { CT_K_04: 5, CT_F_05: 6 }, 'R602 ChiTieu!D94'],
    ['nobody, and no attendances', { CT_F_05: 0, 'PL6_luot_pt 1': 0 }],
    ['somebody, and one attendance', { CT_F_05: 1, 'PL6_luot_pt 1': 1 }],
    ['somebody, and no attendances', { CT_F_05: 1, 'PL6_luot_pt 1': 0 }, 'R602 ChiTieu!D94'],
  ]),
  ...casesOf('R701', {}, [
    ['number and day', { CT_G_01: 'Có', CT_G_02: '25-KH/ĐU', CT_G_03: '19/02/2024' }],
    ['no number', { CT_G_01: 'Có', CT_G_02: null }, 'R701 ChiTieu!D100'],
    ['no day', { CT_G_01: 'Có', CT_G_03: null }, 'R701 ChiTieu!D101'],
    ['neither, and no document', { CT_G_01: 'Không', CT_G_02: null, CT_G_03: null }],
    ['neither, and it is not said', { CT_G_01: null, CT_G_02: null, CT_G_03: null }, 'R002 ChiTieu!D99'],
  ]),
  ...casesOf('R702', {}, [
    ['the first day of the plan year', { CT_G_03: '15/12/2023' }],
    ['the day before', { CT_G_03: '14/12/2023' }, 'R702 ChiTieu!D101'],
    ['the last day of the period', { CT_G_03: '14/6/2024' }],
    ['the day after', { CT_G_03: '15/6/2024' }, 'R702 ChiTieu!D101'],
  ]),
  ...casesOf('R702', { period: '2024-9M' }, [['the day after, in a longer period', { CT_G_03: '15/6/2024' }]]),
  ...casesOf('R703', {}, [
    ['all cells', { CT_K_01: 3, CT_G_05: 3, CT_G_07: 3 }],
    ['one more carries it out', { CT_K_01: 3, CT_G_05: 4 }, 'R703 ChiTieu!D103'],
    ['one more reports', { CT_K_01: 3, CT_G_07: 4 }, 'R703 ChiTieu!D105'],
  ]),
];
