// The care of the rules over texts (R950 to R952): words of everyday reports that must pass, and numbers, names and markings
// that must be caught. All names and numbers are invented.

import { casesOf } from './every-rule-case';

const HARMLESS = [
  'đ/c Bí thư Đảng ủy chủ trì hội nghị',
  'Đ/c Phó Bí thư Thường trực phụ trách',
  'các đồng chí Đoàn Thanh niên, Hội Phụ nữ tham gia',
  'đồng chí Trưởng ban Tuyên giáo Tỉnh ủy quán triệt',
  'phân công đồng chí Chi ủy viên phụ trách',
  'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'thi tìm hiểu về Chủ tịch Hồ Chí Minh',
  'sinh thời, đồng chí Hồ Chí Minh luôn quan tâm',
  'Mặt trận Tổ quốc và các đoàn thể',
  'tuyên truyền Luật Bảo vệ bí mật nhà nước',
  'BẢO MẬT THÔNG TIN trên không gian mạng',
  'ngành CƠ MẬT không có trong đơn vị',
  'cán bộ làm công tác bảo mật',
  'kinh phí 912345678 đồng',
  'tổng kinh phí 1.250.000.000 đồng',
  'quỹ khuyến học 0,5 tỷ đồng, 350 triệu đồng',
  'Nghị quyết 29-NQ/TW ngày 04/11/2013',
  'Hướng dẫn 85-HD/BTGTU (28/12/2023)',
  'số máy cơ quan 0252.3822456',
  'số máy cơ quan 02523822456',
  'bà con Hà Nội, Thái Nguyên hưởng ứng',
  'ông bà nội ngoại được chăm sóc sức khỏe',
  'giải thưởng Trần Văn Ơn cho học sinh',
  'đường Hai Bà Trưng, đường Ông Ích Khiêm',
  'tỉnh Bà Rịa – Vũng Tàu',
  'tăng từ 05 lên 10, 15, 20 lớp',
  'mã số lớp 2024-0012',
  'trang thông tin khoi.vanhoa.gov.vn',
  'tài khoản mạng xã hội của đơn vị @ khối',
  'MẬT ĐỘ DÂN SỐ tăng',
  'GẮN BÓ MẬT THIẾT VỚI NHÂN DÂN',
  'KHÔNG KHÍ THÂN MẬT',
  'bà con phường Lê Lợi hưởng ứng',
  'chăm sóc Bà Mẹ Việt Nam Anh hùng',
] as const;

/** What is caught, by which rule. */
const CAUGHT: readonly (readonly [text: string, rule: string])[] = [
  ['CCCD 079123456789', 'R950'],
  ['số 079123456789', 'R950'],
  ['CMND: 123456789', 'R950'],
  ['căn cước số 079123456789', 'R950'],
  ['gọi 0912345678', 'R950'],
  ['gọi 0912 345 678', 'R950'],
  ['gọi 0912.345.678', 'R950'],
  ['gọi +84912345678', 'R950'],
  ['gọi 098 765 4321', 'R950'],
  ['gọi 0912.34.56.78', 'R950'],
  ['CCCD 001 099 012 345', 'R950'],
  ['gửi về vanthu@vanhoa.example', 'R950'],
  ['gửi van.thu-2024@khoi.vanhoa.example', 'R950'],
  ['đ/c Nguyễn Thế Khải báo cáo', 'R951'],
  ['Đồng chí Trần Thị Mỹ Uyên trình bày', 'R951'],
  ['đồng chí Bí thư Chi bộ Phạm Quỳnh Như', 'R951'],
  ['ông Vũ Đình Thắng, bà Lý Thị Hoa', 'R951'],
  ['Bà Đỗ Thị Ánh Tuyết', 'R951'],
  ['đ/c Phó Bí thư Đảng ủy Phạm Quỳnh Như', 'R951'],
  ['đồng chí Bí thư Chi bộ Hồ Văn Nam', 'R951'],
  ['Đồng chí: Nguyễn Thế Khải', 'R951'],
  ['ĐỒNG CHÍ NGUYỄN THẾ KHẢI', 'R951'],
  ['tài liệu MẬT', 'R952'],
  ['độ TỐI MẬT', 'R952'],
  ['TUYỆT MẬT: không gửi', 'R952'],
  ['(MẬT)', 'R952'],
];

const found = async (text: string): Promise<readonly string[]> => {
  const [one] = casesOf('R950', {}, [[text, { TM_T_8: text }]]);
  return (await one!.found()).map((violation) => violation.split(' ')[0]!);
};

test.each(HARMLESS)('passes: %s', async (text) => expect(await found(text)).toEqual([]));
test.each(CAUGHT)('%s is caught by %s', async (text, rule) => expect(await found(text)).toEqual([rule]));
