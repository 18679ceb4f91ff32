// R008 and the rules over every text, R950 to R952: names, numbers and markings are invented. Words that must
// pass or be caught are in words-of-rules.test.ts.

import { casesOf, type RuleCase } from './every-rule-case';

const NUMBER = 'R008 BiaBC!B21';
const NAMED_IN_PL6 = { 'PL6_noi_dung 1': 'Do ông Vũ Đình Thắng giảng' };

export const TEXTS: readonly RuleCase[] = [
  ...casesOf('R008', {}, [
    ['the usual shape', { BC_so_ky_hieu: '12-BC/ĐU' }],
    ['one digit', { BC_so_ky_hieu: '1-BC/CB' }],
    ['four digits', { BC_so_ky_hieu: '1234-BC/ĐUK' }],
    ['five digits', { BC_so_ky_hieu: '12345-BC/ĐU' }, NUMBER],
    ['no digit', { BC_so_ky_hieu: '-BC/ĐU' }, NUMBER],
    ['not numbered yet', { BC_so_ky_hieu: null }],
    ['small letters', { BC_so_ky_hieu: '12-BC/đu' }, NUMBER],
    ['no issuer', { BC_so_ky_hieu: '12-BC' }, NUMBER],
    ['one letter', { BC_so_ky_hieu: '12-BC/Đ' }, NUMBER],
    ['twenty letters', { BC_so_ky_hieu: `12-BC/${'Đ'.repeat(20)}` }],
    ['twenty-one letters', { BC_so_ky_hieu: `12-BC/${'Đ'.repeat(21)}` }, NUMBER],
    ['a blank', { BC_so_ky_hieu: '12 - BC/ĐU' }, NUMBER],
    ['of the State’s kind', { BC_so_ky_hieu: '12/BC-SGDĐT' }, NUMBER],
    ['another document', { BC_so_ky_hieu: '12-KH/ĐU' }, NUMBER],
    ['one above the last', { BC_so_ky_hieu: '20-BC/ĐU', KT_so_bao_cao: 19 }],
    ['the last again', { BC_so_ky_hieu: '20-BC/ĐU', KT_so_bao_cao: 20 }, NUMBER],
    ['one below the last', { BC_so_ky_hieu: '20-BC/ĐU', KT_so_bao_cao: 21 }, NUMBER],
    ['not numbered yet, after another', { BC_so_ky_hieu: null, KT_so_bao_cao: 20 }],
    ['no number, after one that was 0', { BC_so_ky_hieu: 'BC/ĐU', KT_so_bao_cao: 0 }, NUMBER, NUMBER],
    ['no number, after another', { BC_so_ky_hieu: 'BC/ĐU', KT_so_bao_cao: 20 }, NUMBER, NUMBER],
    [
      'explained for all the header',
      { BC_so_ky_hieu: '12/BC-ĐU', GT_BC: 'Đánh số theo sổ chung' },
      'R008 BiaBC!B21 explained',
    ],
  ]),
  ...casesOf('R950', {}, [
    ['no number of a person', { TM_T_8: 'Liên hệ số máy cơ quan 0252.3822456' }],
    ['a mobile number', { TM_T_8: 'Liên hệ 0912 345 678' }, 'R950 ThuyetMinh!C13'],
    ['the signatory may be called', { BC_dien_thoai: '0912 345 678' }],
    ['it cannot be explained', { TM_T_8: 'Liên hệ 0912 345 678', GT_T_8: 'Số máy dùng chung' }, 'R950 ThuyetMinh!C13'],
    ['in an annex', { 'PL1_ket_qua 3': 'Hỏi qua 0912345678' }, 'R950 PL1!K10'],
    ['in a line that is prepared', { 'PL1_so_hieu 3': '0912345678' }],
    ['in a line of the unit’s own', { 'PL1_so_hieu 27': '0912345678', 'PL1_ap_dung 27': 'Không' }, 'R950 PL1!C34'],
  ]),
  ...casesOf('R951', {}, [
    ['no name', { TM_T_8: 'Đề nghị các đồng chí Bí thư Chi bộ quan tâm' }],
    ['a name', { TM_T_8: 'Đề nghị đ/c Nguyễn Thế Khải quan tâm' }, 'R951 ThuyetMinh!C13'],
    ['the signatory has one', { BC_nguoi_ky: 'Đồng chí Nguyễn Thế Khải' }],
    ['who drew it up has none', { BC_nguoi_lap: 'Đ/c Nguyễn Thế Khải' }, 'R951 BiaBC!B27'],
    [
      'a name, explained',
      { TM_T_8: 'Thi viết về đồng chí Lê Hoài Đức', GT_T_8: 'Tên cuộc thi của tỉnh' },
      'R951 ThuyetMinh!C13 explained',
    ],
    ['a phrase that is passed over', { TM_T_8: 'Sinh thời đồng chí Hồ Chí Minh đã dạy' }],
    ['and a name after it', { TM_T_8: 'Phố Hai Bà Trưng: ông Lê Hoài Đức' }, 'R951 ThuyetMinh!C13'],
    ['in an annex', NAMED_IN_PL6, 'R951 PL6!H8'],
    ['in an annex, explained at its head', { ...NAMED_IN_PL6, GT_PL6: 'Giảng viên mời' }, 'R951 PL6!H8 explained'],
    ['in an explanation', { GT_A_07: 'đ/c Vũ Đình Thắng' }, 'R951 ChiTieu!H18 explained'],
  ]),
  ...casesOf('R952', {}, [
    ['no marking', { TM_T_8: 'Tuyên truyền Luật Bảo vệ bí mật nhà nước' }],
    ['a marking', { TM_T_8: 'Công văn số 12, MẬT' }, 'R952 ThuyetMinh!C13'],
    [
      'it cannot be explained',
      { TM_T_8: 'Công văn số 12, MẬT', GT_T_8: 'Đã giải mật từ năm trước' },
      'R952 ThuyetMinh!C13',
    ],
    ['a number, a name and a marking', { TM_T_8: 'MẬT: bà Lý Thị Hoa, 0912345678' }, ...all('ThuyetMinh!C13')],
  ]),
];

function all(place: string): string[] {
  return ['R950', 'R951', 'R952'].map((rule) => `${rule} ${place}`);
}
