// What people and programs do to a filled workbook, one line each: the corruption as a few lines of openpyxl, and what must
// come of it. `book` is the workbook; `at(name)` the cell of a name; `sheet(name)`; `names` the defined names.

export interface Corrupted {
  readonly name: string;
  readonly python: string;
  /** Saved once more by LibreOffice, after openpyxl. */
  readonly savedAgain?: true;
  /** By name, or for annexes `PL1/NQ-29-2013/tien_do`, `PL3/0/tu_ngay` (key, or number of the row). */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Every value is that of the workbook before, but for `values`. */
  readonly same?: true;
  /** All of them: kind and place. */
  readonly notices?: readonly string[];
  /** Those of R001, R002, R009, R016 and R019: rule and place. */
  readonly violations?: readonly string[];
  /** Why it is not the workbook that is awaited. */
  readonly identity?: string;
}

/** 14 June 2024. */
const DAY = 45457;

export const CORRUPTED: readonly Corrupted[] = [
  { name: 'nothing', python: 'pass', same: true },

  // Numbers.
  {
    name: 'numbers as text, the Vietnamese way',
    python: `
      at('CT_A_05').value = '1.234'
      at('CT_B_19').value = '1.234,5'
      at('PL1_so_hn').value = '1.000'`,
    same: true,
    values: { CT_A_05: 1234, CT_B_19: 1234.5, 'PL1/NQ-29-2013/so_hn': 1000 },
    notices: ['numberFromText ChiTieu!D16', 'numberFromText ChiTieu!D56', 'numberFromText PL1!E8'],
  },
  {
    name: 'numbers as text, and what LibreOffice computes from them',
    python: `
      at('CT_A_09').value = '1.002'
      at('PL6_luot').value = '1.000'`,
    savedAgain: true,
    values: { CT_A_09: 1002, 'PL6/0/luot': 1000 },
    notices: ['numberFromText ChiTieu!D20', 'numberFromText PL6!F8'],
  },
  {
    name: 'numbers as text, the English way',
    python: `
      at('CT_A_05').value = '1,234'
      at('CT_B_19').value = '1,234.5'
      at('CT_F_08').value = '12.50'`,
    same: true,
    values: { CT_A_05: 1234, CT_B_19: 1234.5, CT_F_08: 12.5 },
    notices: ['numberFromText ChiTieu!D16', 'numberFromText ChiTieu!D56', 'numberFromText ChiTieu!D97'],
  },
  {
    name: 'full-width digits, blanks that do not break, an apostrophe',
    python: `
      at('CT_A_05').value = '\\uff11\\uff15\\uff19'
      at('CT_A_07').value = '1\\u00a0234'
      at('CT_K_03').value = "'280"
      at('CT_B_19').value = '\\u200b1\\u202f234,5\\u00a0'`,
    same: true,
    values: { CT_A_05: 159, CT_A_07: 1234, CT_K_03: 280, CT_B_19: 1234.5 },
    notices: [
      'numberFromText ChiTieu!D9',
      'numberFromText ChiTieu!D16',
      'numberFromText ChiTieu!D18',
      'numberFromText ChiTieu!D56',
    ],
  },
  {
    name: 'numbers as text, saved by LibreOffice',
    python: `
      at('CT_A_05').value = '1.234'
      at('CT_B_19').value = '1 234,5'`,
    savedAgain: true,
    same: true,
    values: { CT_A_05: 1234, CT_B_19: 1234.5 },
    notices: ['numberFromText ChiTieu!D16', 'numberFromText ChiTieu!D56'],
  },
  {
    name: 'a number with its unit is no number',
    python: `at('CT_A_07').value = '12 hội nghị'`,
    values: { CT_A_07: '12 hội nghị' },
    violations: ['R001 ChiTieu!D18'],
  },
  {
    name: 'half a conference is none',
    python: `
      at('CT_A_07').value = '12,5'
      at('PL2_so_hd').value = '1.23'`,
    values: { CT_A_07: '12,5', 'PL2/Giáo dục và đào tạo/so_hd': '1.23' },
    violations: ['R001 ChiTieu!D18', 'R001 PL2!D8'],
  },
  {
    name: 'percent signs and shares in a column of percent points',
    python: `
      at('PL1_tien_do').value = '85%'
      at('PL1_tien_do', 1).value = 0.2
      at('PL1_tien_do', 1).number_format = '0%'
      at('PL1_tien_do', 2).value = 0.65
      at('PL1_tien_do', 3).value = 1
      at('PL1_tien_do', 3).number_format = '0.0%'
      at('PL1_tien_do', 5).value = '50 %'`,
    same: true,
    values: { 'PL1/NQ-29-2013/tien_do': 85, 'PL1/CT-29-2024/tien_do': 20, 'PL1/CT-21-2023/tien_do': 65 },
    notices: [
      'percentPoints PL1!J8',
      'percentPoints PL1!J9',
      'percentPoints PL1!J10',
      'percentPoints PL1!J11',
      'percentPoints PL1!J13',
    ],
  },
  {
    name: 'Excel made a day of 5/3',
    python: `
      at('CT_A_07').value = datetime.date(2024, 3, 5)
      at('PL4_moc').value = datetime.date(2024, 10, 5)`,
    values: { CT_A_07: '5/3/2024', 'PL4/0/moc': '5/10/2024' },
    notices: ['textFromDate PL4!D8'],
    violations: ['R001 ChiTieu!D18'],
  },
  {
    name: 'error values',
    python: `
      at('CT_A_07').value = '#REF!'
      at('PL1_so_hn').value = '#N/A'
      at('TM_T_8').value = '#NAME?'`,
    values: { CT_A_07: { error: '#REF!' }, 'PL1/NQ-29-2013/so_hn': { error: '#N/A' } },
    violations: ['R001 ChiTieu!D18', 'R001 PL1!E8', 'R001 ThuyetMinh!C13'],
  },

  // Days.
  {
    name: 'days as text',
    python: `
      at('CT_G_03').value = '14/6/2024'
      at('PL3_tu_ngay').value = '2024-06-14'
      at('PL3_den_ngay').value = 'ngày 14 tháng 6 năm 2024'
      at('PL4_ngay').value = '14.06.24'
      at('PL6_tu_ngay').value = '14-6-2024'
      at('PL6_den_ngay').value = '45457'`,
    same: true,
    values: {
      CT_G_03: DAY,
      'PL3/0/tu_ngay': DAY,
      'PL3/0/den_ngay': DAY,
      'PL4/0/ngay': DAY,
      'PL6/0/tu_ngay': DAY,
      'PL6/0/den_ngay': DAY,
    },
    notices: [
      'dateFromText ChiTieu!D101',
      'dateFromText PL3!E8',
      'dateFromText PL3!F8',
      'dateFromText PL4!F8',
      'dateFromText PL6!D8',
      'dateFromText PL6!E8',
    ],
  },
  {
    name: 'days that do not exist, or may be two',
    python: `
      at('CT_G_03').value = '31/2/2024'
      at('PL3_tu_ngay').value = '6/14/2024'
      at('PL3_den_ngay').value = 'tháng 6/2024'`,
    values: { CT_G_03: '31/2/2024', 'PL3/0/tu_ngay': '6/14/2024', 'PL3/0/den_ngay': 'tháng 6/2024' },
    violations: ['R001 ChiTieu!D101', 'R001 PL3!E8', 'R001 PL3!F8'],
  },
  {
    name: 'a workbook that counts days from 1904',
    python: `
      book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
      at('CT_G_03').value = datetime.date(2024, 6, 14)
      at('PL3_tu_ngay').value = '14/6/2024'`,
    values: { CT_G_03: DAY, 'PL3/0/tu_ngay': DAY, CT_A_05: 159 },
    notices: ['dateFromText PL3!E8'],
  },

  // Text.
  {
    name: 'decomposed Vietnamese',
    python: `
      for name in ['CT_C_01', 'TM_T_1', 'PL1_trang_thai', 'PL1_ma_vb', 'PL2_linh_vuc']:
        at(name).value = unicodedata.normalize('NFD', at(name).value)`,
    same: true,
    notices: [
      'composedUnicode ChiTieu!D59',
      'composedUnicode ThuyetMinh!C6',
      'composedUnicode PL1!I8',
      'composedUnicode PL2!B8',
    ],
  },
  {
    name: 'characters nobody sees, in answers and in codes',
    python: `
      at('CT_C_01').value = '\\ufeffC\\u200bó'
      at('TM_T_8').value = at('TM_T_8').value.replace(' ', '\\u00a0')
      at('PL1_trang_thai').value = '  Đang thực\\u00a0hiện\\u200e '
      at('TM_T_1').value = '  ' + at('TM_T_1').value + '\\u00a0'
      at('PL1_ma_vb').value = 'NQ-29-2013\\u200b'
      sheet('ChiTieu')['A16'].value = 'A.05\\u200b'
      del names['CT_A_05']`,
    same: true,
    notices: [
      'lostName ChiTieu!D16',
      'invisibleCharacters ChiTieu!D59',
      'invisibleCharacters ThuyetMinh!C13',
      'invisibleCharacters PL1!B8',
      'invisibleCharacters PL1!I8',
    ],
  },
  {
    name: 'a cell of nothing but invisible characters is blank',
    python: `at('CT_A_07').value = '\\u200b'`,
    values: { CT_A_07: null },
    notices: ['invisibleCharacters ChiTieu!D18'],
    violations: ['R002 ChiTieu!D18'],
  },
  {
    name: 'TCVN3: .VnTime, and capitals in .VnTimeH',
    python: `
      old(at('TM_T_8'), '§Ò nghÞ Ban Tuyªn gi¸o më líp båi d\\u00adìng nghiÖp vô', '.VnTime')
      old(at('BC_quyen_han'), 't/m ®¶ng ñy', '.VnTimeH')
      old(at('PL1_ket_qua'), 'KÕt qu¶ tèt', '.VnArial')
      old(at('CT_C_01'), 'Cã', '.VnTime')`,
    same: true,
    values: {
      TM_T_8: 'Đề nghị Ban Tuyên giáo mở lớp bồi dưỡng nghiệp vụ',
      BC_quyen_han: 'T/M ĐẢNG ỦY',
      'PL1/NQ-29-2013/ket_qua': 'Kết quả tốt',
      CT_C_01: 'Có',
    },
    notices: ['oldFont BiaBC!B24', 'oldFont ChiTieu!D59', 'oldFont ThuyetMinh!C13', 'oldFont PL1!K8'],
  },
  {
    name: 'VNI',
    python: `
      old(at('TM_T_8'), 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI-Times')
      old(at('PL1_ket_qua'), 'Ñaûng boä cô sôû ñaõ toå chöùc hoïc taäp', 'VNI-Helve')`,
    same: true,
    values: {
      TM_T_8: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
      'PL1/NQ-29-2013/ket_qua': 'Đảng bộ cơ sở đã tổ chức học tập',
    },
    notices: ['oldFont ThuyetMinh!C13', 'oldFont PL1!K8'],
  },
  {
    name: 'Unicode typed into cells of an old font',
    python: `
      for name in ['TM_T_8', 'CT_C_01', 'PL1_trang_thai', 'PL2_linh_vuc', 'CT_A_05']:
        old(at(name), at(name).value, '.VnTime')`,
    same: true,
    notices: [],
  },
  {
    name: 'old-font text pasted as values: nobody knows its font',
    python: `
      at('TM_T_8').value = '§Ò nghÞ Ban Tuyªn gi¸o më líp båi d\\u00adìng'
      at('PL1_ket_qua').value = 'Ñaûng boä ñaõ toå chöùc hoïc taäp'`,
    violations: ['R009 PL1!K8', 'R009 ThuyetMinh!C13'],
  },

  // Places.
  {
    name: 'rows inserted by a program that leaves the names behind, and the merged ranges',
    python: `sheet('ChiTieu').insert_rows(30, 2)`,
    same: true,
    notices: ['movedCell ChiTieu'],
    violations: ['R019 ChiTieu!D98'],
  },
  {
    name: 'a column inserted by such a program',
    python: `sheet('ThuyetMinh').insert_cols(2)`,
    same: true,
    notices: ['movedCell ThuyetMinh'],
  },
  {
    name: 'columns of an annex exchanged',
    python: `
      for row in sheet('PL1').iter_rows(min_row=6, max_row=60):
        row[4].value, row[5].value = row[5].value, row[4].value`,
    same: true,
    notices: ['movedCell PL1!E8', 'movedCell PL1!F8'],
  },
  {
    name: 'rows inserted into an annex, and another at its top',
    python: `
      sheet('PL1').insert_rows(12, 3)
      sheet('PL3').insert_rows(1)`,
    same: true,
    notices: ['movedCell PL3!A9'],
  },
  {
    name: 'rows of an annex sorted another way',
    python: `
      rows = [[cell.value for cell in row] for row in sheet('PL1').iter_rows(min_row=8, max_row=33, min_col=2)]
      for row, values in zip(sheet('PL1').iter_rows(min_row=8, max_row=33, min_col=2), reversed(rows)):
        for cell, value in zip(row, values): cell.value = value`,
    same: true,
    notices: [],
  },
  {
    name: 'the row of a document deleted',
    python: `sheet('PL1').delete_rows(10)`,
    violations: ['R016 PL1'],
  },
  {
    name: 'a line deleted by a program that leaves the names behind: no other line is read for it',
    python: `
      sheet('ChiTieu').delete_rows(16)
      del names['CT_A_09']`,
    values: { CT_A_05: null, CT_A_07: 40, CT_A_09: 1 },
    notices: ['movedCell ChiTieu', 'lostName ChiTieu!D19'],
    violations: ['R016 ChiTieu', 'R019 ChiTieu!D98'],
  },
  {
    name: 'columns deleted by such a program: no other column is read for them',
    python: `
      sheet('PL1').delete_cols(5)
      sheet('ThuyetMinh').delete_cols(3)`,
    notices: ['movedCell PL1'],
    violations: ['R016 PL1', 'R016 ThuyetMinh'],
  },
  {
    name: 'an annex renamed, its names gone',
    python: `
      sheet('PL3').title = 'Kiểm tra'
      for name in list(names):
        if name.startswith('PL3_'): del names[name]`,
    same: true,
    notices: ['renamedSheet Kiểm tra', 'lostName Kiểm tra'],
  },
  {
    name: 'a cell cut and pasted over another takes its name along',
    python: `
      names['CT_A_05'].attr_text = 'ChiTieu!$D$18'
      names['CT_A_07'].attr_text = '#REF!'
      sheet('ChiTieu')['D18'].value = 159
      sheet('ChiTieu')['D16'].value = None`,
    values: { CT_A_05: null, CT_A_07: 159 },
    notices: ['lostName ChiTieu!D18', 'movedCell ChiTieu!D16'],
    violations: ['R002 ChiTieu!D16'],
  },
  {
    name: 'a cell cut and pasted beside the table is still its answer',
    python: `
      names['CT_A_05'].attr_text = 'ChiTieu!$K$16'
      sheet('ChiTieu')['K16'].value = 159
      sheet('ChiTieu')['D16'].value = None`,
    same: true,
    notices: ['movedCell ChiTieu!K16'],
  },
  {
    name: 'every name deleted',
    python: `names.clear()`,
    same: true,
    notices: [
      'lostName BiaBC',
      'lostName ChiTieu',
      'lostName ThuyetMinh',
      'lostName PL1',
      'lostName PL2',
      'lostName PL3',
      'lostName PL4',
      'lostName PL5',
      'lostName PL6',
    ],
  },
  {
    name: 'every name deleted, saved by LibreOffice',
    python: `
      for name in list(names):
        if name.startswith('CT_'): del names[name]`,
    savedAgain: true,
    same: true,
    notices: ['lostName ChiTieu'],
  },
  {
    name: 'names that point nowhere',
    python: `
      for name in ['CT_A_05', 'TM_T_1', 'PL1_so_hn']: names[name].attr_text = '#REF!'`,
    same: true,
    notices: ['lostName ChiTieu!D16', 'lostName ThuyetMinh!C6', 'lostName PL1!E8'],
  },
  {
    name: 'a line gone, name and code',
    python: `
      del names['CT_A_15']
      for row in sheet('ChiTieu').iter_rows():
        if row[0].value == 'A.15': row[0].value = None`,
    violations: ['R016 ChiTieu'],
  },
  {
    name: 'cells merged over answers',
    python: `
      sheet('ChiTieu').merge_cells('D12:D13')
      sheet('PL1').merge_cells('I8:I9')`,
    violations: ['R019 ChiTieu!D13', 'R019 PL1!I9'],
  },
  {
    name: 'cells merged over answers, saved by LibreOffice',
    python: `sheet('ChiTieu').merge_cells('D12:D13')`,
    savedAgain: true,
    violations: ['R019 ChiTieu!D13'],
  },
  {
    name: 'a document’s row copied over the next one',
    python: `
      for column in range(1, 13): sheet('PL1').cell(9, column).value = sheet('PL1').cell(8, column).value`,
    violations: ['R016 PL1', 'R020 PL1!B9'],
  },
  {
    name: 'hidden and filtered rows count',
    python: `
      for row in [12, 13, 14, 18]: sheet('ChiTieu').row_dimensions[row].hidden = True
      sheet('PL1').auto_filter.ref = 'A7:L43'
      sheet('PL1').row_dimensions[9].hidden = True`,
    same: true,
    notices: ['hiddenRow ChiTieu', 'hiddenRow PL1'],
  },
  {
    name: 'hidden rows, saved by LibreOffice',
    python: `
      for row in [12, 13, 14, 18]: sheet('ChiTieu').row_dimensions[row].hidden = True`,
    savedAgain: true,
    same: true,
    notices: ['hiddenRow ChiTieu'],
  },
  {
    name: 'sheets renamed, their names with them',
    python: `
      for old_name, new in [('ChiTieu', 'Chỉ tiêu (sửa)'), ('PL1', 'Phụ lục 1')]:
        sheet(old_name).title = new
        for name in names.values(): name.attr_text = name.attr_text.replace(old_name + '!', "'" + new + "'!")`,
    same: true,
    notices: ['renamedSheet Chỉ tiêu (sửa)', 'renamedSheet Phụ lục 1'],
  },
  {
    name: 'a sheet renamed, its names left behind',
    python: `sheet('ThuyetMinh').title = 'Thuyết minh'`,
    same: true,
    notices: ['renamedSheet Thuyết minh', 'lostName Thuyết minh'],
  },
  {
    name: 'sheets deleted',
    python: `
      del book['ThuyetMinh']
      del book['PL2']`,
    violations: ['R016 ThuyetMinh', 'R016 PL2'],
  },

  // Other workbooks.
  { name: 'another unit’s', python: `meta('unit', 'DV02')`, identity: 'OTHER_UNIT' },
  { name: 'a unit nobody knows', python: `meta('unit', 'DV99')`, identity: 'UNKNOWN_UNIT' },
  { name: 'another period’s', python: `meta('period', '2024-Q1')`, identity: 'OTHER_PERIOD' },
  { name: 'another form', python: `meta('form', 'thi-dua')`, identity: 'OTHER_FORM' },
  { name: 'a version older than any', python: `meta('version', '2019.3')`, identity: 'OLDER_VERSION' },
  { name: 'a version to come', python: `meta('version', '2031.1')`, identity: 'NEWER_VERSION' },
  {
    name: 'a table of somebody’s own',
    python: `
      for name in list(book.sheetnames)[1:]: del book[name]
      names.clear()
      book.worksheets[0].title = 'Sheet1'`,
    identity: 'NOT_OUR_TEMPLATE',
  },
];
