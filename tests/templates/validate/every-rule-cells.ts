// The rules over the cells of sections K and A, each on both sides of its edge. Invented unit DV01 has 3 cells, 167 members;
// its Annex 1 has at most 4 conferences a document and 56 in all, at most 620 attendances and 8304 in all.

import { casesOf, type RuleCase } from './every-rule-case';

const CHI_BO = { unit: 'DV09' };
const NOTHING_STUDIED = { 'PL1_so_hn *': 0, 'PL1_luot_dv *': 0, 'PL1_luot_qc *': 0 };
/** The documents that came into force in the half-year. */
const NEW_NOT_STUDIED = ['E9', 'E19', 'E24', 'E27', 'E32'].map((cell) => `R205 PL1!${cell}`);
const NOBODY_CAME = { CT_A_01: 0, CT_A_02: 0, CT_A_04: 0, CT_A_05: 0, CT_A_07: 0 };
/** Figures that go with few cells. */
const cells = (count: number) => ({ CT_K_01: count, CT_G_05: count, CT_G_07: count, CT_A_13: 6, CT_A_14: 6 });

export const CELLS: readonly RuleCase[] = [
  ...casesOf('R010', CHI_BO, [
    ['a chi bộ has no cells under it', { CT_K_01: 0 }],
    ['a chi bộ with one', { CT_K_01: 1 }, 'R010 ChiTieu!D7'],
  ]),
  ...casesOf('R010', {}, [['a đảng bộ has', { CT_K_01: 3 }]]),
  ...casesOf('R011', {}, [
    ['two cells', cells(2)],
    ['one cell', cells(1), 'R011 ChiTieu!D7'],
    ['not answered is R002’s matter', { ...cells(0), CT_K_01: null }, 'R002 ChiTieu!D7'],
  ]),
  ...casesOf('R011', CHI_BO, [['a chi bộ has none', { CT_K_01: 0 }]]),
  ...casesOf('R013', CHI_BO, [
    ['29 members', { CT_K_02: 29, CT_A_05: 29 }],
    ['30 members', { CT_K_02: 30, CT_A_05: 30 }, 'R013 ChiTieu!D8'],
    [
      '30 members, explained',
      { CT_K_02: 30, CT_A_05: 30, GT_K_02: 'Đang làm thủ tục lên đảng bộ' },
      'R013 ChiTieu!D8 explained',
    ],
  ]),
  ...casesOf('R013', {}, [['a đảng bộ of 167', { CT_K_02: 167 }]]),
  ...casesOf('R014', {}, [
    ['as many employees as members', { CT_K_02: 167, CT_K_03: 167, CT_B_16: 0 }],
    ['one fewer', { CT_K_02: 167, CT_K_03: 166, CT_B_16: 0 }, 'R014 ChiTieu!D9'],
    ['not answered is R002’s matter', { CT_K_03: null }, 'R002 ChiTieu!D9'],
  ]),
  ...casesOf('R014', { period: '2024-Q1' }, [['a quarter does not ask', {}]]),
  ...casesOf('R015', {}, [
    ['one in charge', { CT_K_04: 1, CT_F_05: 1 }],
    ['nobody in charge', { CT_K_04: 0, CT_F_05: 0 }, 'R015 ChiTieu!D10'],
    ['not answered is R002’s matter', { CT_K_04: null }, 'R002 ChiTieu!D10'],
  ]),
  ...casesOf('R101', {}, [
    ['as many as the largest row', { CT_A_01: 4 }],
    ['one fewer', { CT_A_01: 3 }, 'R101 ChiTieu!D12'],
    ['as many as all rows together', { CT_A_01: 56 }],
    ['one more', { CT_A_01: 57 }, 'R101 ChiTieu!D12'],
  ]),
  ...casesOf('R101', { period: '2024-Q1' }, [
    ['in a quarter: as many as the largest row', { CT_A_01: 2 }],
    ['in a quarter: one fewer', { CT_A_01: 1, CT_A_02: 1 }, 'R101 ChiTieu!D10'],
  ]),
  ...casesOf('R102', {}, [
    ['all of them online', { CT_A_01: 17, CT_A_02: 17 }],
    ['one more online', { CT_A_01: 17, CT_A_02: 18 }, 'R102 ChiTieu!D13'],
  ]),
  ...casesOf('R103', {}, [
    ['as many as the largest row', { CT_A_04: 620 }],
    ['one fewer', { CT_A_04: 619 }, 'R103 ChiTieu!D15'],
    ['as many as all rows together', { CT_A_04: 8304 }],
    ['one more', { CT_A_04: 8305 }, 'R103 ChiTieu!D15'],
  ]),
  ...casesOf('R104', {}, [
    ['every member attended', { CT_K_02: 167, CT_A_05: 167 }],
    ['one more than there are', { CT_K_02: 167, CT_A_05: 168 }, 'R104 ChiTieu!D16'],
  ]),
  ...casesOf('R105', {}, [
    ['as many people as attendances', { CT_K_02: 900, CT_K_03: 900, CT_A_04: 850, CT_A_05: 850 }],
    ['one more', { CT_K_02: 900, CT_K_03: 900, CT_A_04: 850, CT_A_05: 851 }, 'R105 ChiTieu!D16'],
  ]),
  ...casesOf('R106', {}, [
    ['nobody but members came', { CT_A_07: 0 }],
    [
      'one conference, one attendance: what is new was not studied',
      { ...NOTHING_STUDIED, ...NOBODY_CAME, CT_A_01: 1, CT_A_04: 1, CT_A_05: 1, 'PL1_so_hn 3': 1, 'PL1_luot_dv 3': 1 },
      ...NEW_NOT_STUDIED,
      'R107 ChiTieu!D17',
    ],
    [
      'neither conferences nor anybody: what is new was not studied',
      { ...NOTHING_STUDIED, ...NOBODY_CAME },
      ...NEW_NOT_STUDIED,
      'R107 ChiTieu!D17',
    ],
    [
      'conferences to which nobody came',
      { CT_A_01: 17, CT_A_04: 0, CT_A_05: 0, CT_A_07: 0 },
      'R103 ChiTieu!D15',
      'R106 ChiTieu!D12',
      'R107 ChiTieu!D17',
    ],
    ['attendances at no conference', { CT_A_01: 0, CT_A_02: 0 }, 'R101 ChiTieu!D12', 'R106 ChiTieu!D12'],
  ]),
  ...casesOf('R107', {}, [
    ['nine of ten', { CT_K_02: 170, CT_A_05: 153 }],
    ['one fewer', { CT_K_02: 170, CT_A_05: 152 }, 'R107 ChiTieu!D17'],
  ]),
  ...casesOf('R107', { period: '2024-Y' }, [
    ['in the year, too', { CT_K_02: 170, CT_A_05: 152, CT_C_02: 1, CT_C_04: 0 }, 'R107 ChiTieu!D17'],
  ]),
  ...casesOf('R107', { period: '2024-9M' }, [['not in the nine months', { CT_K_02: 170, CT_A_05: 152 }]]),
  ...casesOf('R107', { period: '2024-Q1' }, [['not in a quarter', { CT_K_02: 170, CT_A_05: 152 }]]),
  ...casesOf('R108', {}, [
    ['one plan', { CT_G_01: 'Có', CT_A_10: 1, CT_A_11: 0 }],
    ['one letter', { CT_G_01: 'Có', CT_A_10: 0, CT_A_11: 1 }],
    ['neither', { CT_G_01: 'Có', CT_A_10: 0, CT_A_11: 0 }, 'R108 ChiTieu!D21'],
    ['neither, and none is said to be', { CT_G_01: 'Không', CT_A_10: 0, CT_A_11: 0 }],
  ]),
  ...casesOf('R109', {}, [
    ['every meeting thematic', { CT_A_13: 12, CT_A_14: 12 }],
    ['one more', { CT_A_13: 12, CT_A_14: 13 }, 'R109 ChiTieu!D25'],
  ]),
  ...casesOf('R110', {}, [
    ['3 cells, 6 months, 18 meetings', { CT_K_01: 3, CT_A_13: 18 }],
    ['19 meetings', { CT_K_01: 3, CT_A_13: 19 }, 'R110 ChiTieu!D24'],
  ]),
  ...casesOf('R110', { period: '2024-Q1' }, [
    ['3 months, 9 meetings', { CT_K_01: 3, CT_A_13: 9 }],
    ['3 months, 10 meetings', { CT_K_01: 3, CT_A_13: 10 }, 'R110 ChiTieu!D22'],
  ]),
  ...casesOf('R110', CHI_BO, [
    ['a chi bộ is one cell: 6 meetings', { CT_A_13: 6 }],
    ['a chi bộ: 7 meetings', { CT_A_13: 7 }, 'R110 ChiTieu!D24'],
  ]),
  ...casesOf('R111', {}, [
    ['no talks, no listeners', { CT_A_15: 0, CT_A_16: 0 }],
    ['one talk, one listener', { CT_A_15: 1, CT_A_16: 1 }],
    ['talks without listeners', { CT_A_15: 1, CT_A_16: 0 }, 'R111 ChiTieu!D27'],
    ['listeners without talks', { CT_A_15: 0, CT_A_16: 1 }, 'R111 ChiTieu!D27'],
  ]),
  ...casesOf('R112', {}, [
    ['500 a talk', { CT_A_15: 10, CT_A_16: 5000 }],
    ['one more', { CT_A_15: 10, CT_A_16: 5001 }, 'R112 ChiTieu!D27'],
    ['no talks is R111’s matter', { CT_A_15: 0, CT_A_16: 5000 }, 'R111 ChiTieu!D27'],
  ]),
  ...casesOf('R113', {}, [
    ['no activities, nobody', { CT_A_21: 0, CT_A_22: 0 }],
    ['activities without anybody', { CT_A_21: 1, CT_A_22: 0 }, 'R113 ChiTieu!D33'],
    ['somebody without activities', { CT_A_21: 0, CT_A_22: 1 }, 'R113 ChiTieu!D33'],
  ]),
  ...casesOf('R114', {}, [
    ['every item is one of these', { CT_A_17: 40, CT_A_18: 6, CT_A_25: 46 }],
    ['one more', { CT_A_17: 40, CT_A_18: 6, CT_A_25: 47 }, 'R114 ChiTieu!D36'],
  ]),
];
