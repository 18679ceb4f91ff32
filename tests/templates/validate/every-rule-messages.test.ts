// What a clerk reads: whole messages, in both languages, with the values that clash shown as a person writes them — days as
// 14/6/2024, shares in percent, decimals with the comma of Vietnamese and the point of English.

import type { Changes } from '../../setup/changed-cells';
import { shown, verdictOn } from './every-rule-case';

const MESSAGES: readonly (readonly [place: string, changes: Changes, vi: string, en: string])[] = [
  [
    'R001 ChiTieu!D18',
    { CT_A_07: '40 lượt' },
    'A.07 Lượt CBCCVC, quần chúng tham gia: đang là "40 lượt"; cần số nguyên từ 0 trở lên, không kèm chữ hay khoảng trắng. Sửa lại ô này.',
    'A.07 Attendances of employees and others: it is "40 lượt"; a whole number, 0 or more, without letters or spaces is expected. Correct this cell.',
  ],
  [
    'R001 ChiTieu!D56',
    { CT_B_19: 12.55 },
    'B.19 Kinh phí vận động an sinh xã hội, khuyến học: đang là "12,55"; cần số không âm, tối đa 1 số lẻ. Sửa lại ô này.',
    'B.19 Funds raised for social security and for learning: it is "12.55"; a number, 0 or more, with at most one decimal is expected. Correct this cell.',
  ],
  [
    'R001 PL1!J10',
    { 'PL1_tien_do 3': 67 },
    'PL1, dòng 3: Tiến độ ước tính (0–100%): đang là "67"; cần số nguyên từ 0 đến 100, bước 5, không kèm chữ hay khoảng trắng. Sửa lại ô này.',
    'PL1, row 3: Estimated progress (0–100%): it is "67"; a whole number, from 0 to 100, in steps of 5, without letters or spaces is expected. Correct this cell.',
  ],
  [
    'R002 ChiTieu!D18',
    { CT_A_07: null },
    'A.07 Lượt CBCCVC, quần chúng tham gia: chưa nhập. Nếu không phát sinh hãy ghi 0, hoặc đánh x ở “Không phát sinh” của cả mục.',
    'A.07 Attendances of employees and others: not entered. If nothing occurred enter 0, or mark “Không phát sinh” of the section with x.',
  ],
  [
    'R002 PL3!D8',
    { 'PL3_noi_dung 1': null },
    'PL3, dòng 1: Nội dung: mã văn bản trong Danh mục hoặc mô tả: chưa nhập. Hãy nhập ô này.',
    'PL3, row 1: Content: document id or description: not entered. Fill in this cell.',
  ],
  [
    'R006 PL3!E8',
    { 'PL3_tu_ngay 1': '14/12/2023' },
    'PL3, dòng 1: Ngày 14/12/2023 nằm ngoài kỳ báo cáo (15/12/2023 đến 14/6/2024), hoặc sau ngày kết thúc. Sửa ngày, hoặc báo cáo dòng này ở đúng kỳ.',
    'PL3, row 1: Day 14/12/2023 lies outside the period (15/12/2023 to 14/6/2024), or after the last day. Correct it, or report this row in its own period.',
  ],
  [
    'R007 ChiTieu!D56',
    { CT_B_19: 37.6, LN_B_19: 12.5 },
    'B.19 = 37,6, trên 3 lần mức cao nhất của các kỳ trước (12,5). Kiểm tra lại; nếu đúng, hãy giải trình.',
    'B.19 = 37.6, more than 3 times the highest of earlier periods (12.5). Check it; if it is right, explain it.',
  ],
  [
    'R008 BiaBC!B21',
    { BC_so_ky_hieu: '12/BC-ĐU' },
    'Số, ký hiệu báo cáo đang là "12/BC-ĐU"; dạng thường dùng là 12-BC/ĐU (số, gạch nối, BC, gạch chéo, nơi ban hành viết hoa).',
    'The report number is "12/BC-ĐU"; the usual shape is 12-BC/ĐU.',
  ],
  [
    'R017 ChiTieu!D17',
    { CT_K_02: 167, CT_A_05: 159, CT_A_06: 0.95 },
    'A.06 Tỷ lệ đảng viên tham gia học tập, quán triệt: trong tệp là 95%, tính lại từ các ô nguồn là 95,2%. Khôi phục công thức của ô (mở mẫu gốc) hoặc để trống ô này.',
    "A.06 Share of party members who attended: the file says 95%, its parts give 95.2%. Restore the cell's formula (from a fresh template) or clear the cell.",
  ],
  [
    'R101 ChiTieu!D12',
    { CT_A_01: 57 },
    'Số hội nghị không khớp Phụ lục 1: A.01 = 57, phải từ 4 (dòng lớn nhất của Phụ lục 1) đến 56 (tổng các dòng). Hội nghị ghép đếm 1 ở mục A nhưng ghi ở từng văn bản.',
    'The conferences do not match Annex 1: A.01 = 57 must lie between 4 (the largest row of Annex 1) and 56 (their sum). A joint conference counts once in A but stands at each document.',
  ],
  [
    'R104 ChiTieu!D16',
    { CT_K_02: 167, CT_A_05: 168 },
    'A.05 = 168 lớn hơn K.02 = 167: số đảng viên tham gia lớn hơn tổng số đảng viên.',
    'A.05 = 168 is above K.02 = 167: more members attended than there are.',
  ],
  [
    'R107 ChiTieu!D17',
    { CT_K_02: 170, CT_A_05: 152 },
    'A.06 = 89,4%, dưới 90%: tỷ lệ học tập, quán triệt thấp. Hãy nêu lý do.',
    'A.06 = 89.4%, below 90%: few members attended. Give the reason.',
  ],
  [
    'R203 PL1!J11',
    { 'PL1_tien_do 4': null },
    'PL1, dòng 4: Tiến độ (trống), số hội nghị 2 mâu thuẫn với trạng thái "Hoàn thành NV năm": hoàn thành là 100, chưa triển khai là 0 và chưa có hội nghị.',
    'PL1, row 4: Progress (blank) and conferences 2 contradict status "Hoàn thành NV năm": completed is 100, not started is 0 with no conference.',
  ],
  [
    'R205 PL1!E9',
    { 'PL1_so_hn 2': 0, 'PL1_luot_dv 2': 0 },
    'PL1, dòng 2: Văn bản có hiệu lực từ 5/1/2024, trong kỳ này, mà chưa được quán triệt. Hãy giải trình ở dòng Giải trình của phụ lục.',
    'PL1, row 2: The document came into force on 5/1/2024, in this period, and was not studied. Explain it at the head of the annex.',
  ],
  [
    'R306 ChiTieu!D61',
    { CT_C_02: 0 },
    'Số cuộc kiểm tra theo kế hoạch ở Phụ lục 3 là 1, vượt C.02 = 0. Cuộc đột xuất thì chọn “Đột xuất”; nếu đúng, hãy giải trình.',
    'Planned inspections in Annex 3: 1, above C.02 = 0. Mark the unplanned ones as such; if it is right, explain it.',
  ],
  [
    'R802 ChiTieu!D12',
    { CT_A_01: 17, TQ_A_01: 18 },
    'A.01 = 17, các quý đã nộp cộng lại là 18, chênh lệch -1. Kiểm tra lại; nếu đúng, hãy giải trình.',
    'A.01 = 17, the quarters reported add up to 18, a difference of -1. Check it; if it is right, explain it.',
  ],
  [
    'R952 ThuyetMinh!C13',
    { TM_T_8: 'Công văn số 12, MẬT' },
    'T.8: có dấu mức độ mật. Không nhập nội dung mật vào hệ thống này; gửi theo đường cơ yếu, văn thư.',
    'T.8: there is a secrecy marking. Nothing classified belongs in this system; send it by the proper channel.',
  ],
];

const messagesOn = async (changes: Changes) =>
  (await verdictOn(changes)).violations.map((v) => [shown(v), v.message.vi, v.message.en]);

test.each(MESSAGES)('%s: %j', async (place, changes, vi, en) => {
  expect(await messagesOn(changes)).toEqual([[place, vi, en]]);
});

test.each<readonly [place: string, changes: Changes, label: string]>([
  ['R951 PL6!H8', { 'PL6_noi_dung 1': 'Do ông Vũ Đình Thắng giảng' }, 'PL6, row 1: Main content: '],
  ['R951 BiaBC!B27', { BC_nguoi_lap: 'Đ/c Nguyễn Thế Khải' }, 'Title of preparer: '],
  ['R950 ChiTieu!H18', { GT_A_07: 'gọi 0912 345 678' }, 'Explanation A.07: '],
])('%s: %j, in English throughout', async (place, changes, label) => {
  const [found] = await messagesOn(changes);
  expect([found![0], found![2]!.slice(0, label.length)]).toEqual([place, label]);
});
