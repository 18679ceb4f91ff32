// A form that somebody is writing and has not got right: every complaint says file and line, what is there, and what to
// do, in Vietnamese and in English. Each case is the real form with one thing changed.

import { readForm } from '../../../templates/form-definition/form-definition';
import { FORM_FILES, type FormFileName } from '../../../templates/form-definition/form-schema';
import { changed, FILES, lineWith, problemsOf } from './changed-form';

interface Case {
  readonly what: string;
  readonly file: FormFileName;
  readonly from: string;
  readonly to: string;
  /** On the line that is complained of, where that is not the changed one. */
  readonly at?: string;
  readonly vi: RegExp;
  readonly en: RegExp;
}

const A_03 = '      - code: A.03\n';
const CASES: readonly Case[] = [
  {
    what: 'an unknown key',
    file: 'units.yaml',
    from: '  place: Vạn Hoa',
    to: '  plaec: Vạn Hoa',
    vi: /plaec.*Xóa khóa này hoặc sửa lại tên khóa/,
    en: /plaec.*Remove this key, or correct its spelling/,
  },
  {
    what: 'a whole column used as one value',
    file: 'form.yaml',
    from: 'SUM(PL2_so_hd)',
    to: 'PL2_so_hd + 1',
    at: 'PL2_so_hd + 1',
    vi: /dùng cả cột PL2_so_hd như một giá trị/,
    en: /uses the whole column PL2_so_hd as one value/,
  },
  {
    what: 'a value of the wrong type',
    file: 'form.yaml',
    from: 'planYear: 2024',
    to: 'planYear: hai nghìn',
    vi: /planYear.*sửa cho đúng kiểu/,
    en: /planYear.*give it the right type/,
  },
  {
    what: 'a value that is not one of the allowed',
    file: 'form.yaml',
    from: 'units: sum',
    to: 'units: summ',
    vi: /sections\.0\.indicators\.0\.units.*Chọn một trong các giá trị cho phép/,
    en: /sections\.0\.indicators\.0\.units.*Choose one of the allowed values/,
  },
  {
    what: 'an indicator code that stands twice',
    file: 'form.yaml',
    from: A_03,
    to: '      - code: A.02\n',
    vi: /Mã A\.02 bị lặp.*đổi một trong hai/,
    en: /Code A\.02 stands twice\. Give one of the two another code/,
  },
  {
    what: 'a document id that stands twice',
    file: 'catalogue.yaml',
    from: 'id: KL-91-2024',
    to: 'id: NQ-29-2013',
    vi: /Mã NQ-29-2013 bị lặp/,
    en: /Code NQ-29-2013 stands twice/,
  },
  {
    what: 'an indicator in the wrong section',
    file: 'form.yaml',
    from: '      - code: A.25\n',
    to: '      - code: B.99\n',
    vi: /B\.99 nằm trong mục A\. Mã phải bắt đầu bằng A/,
    en: /B\.99 stands in section A\. Its code must begin with A/,
  },
  {
    what: 'a formula over a name that does not exist',
    file: 'form.yaml',
    from: 'formula: CT_A_09+CT_A_10',
    to: 'formula: CT_A_09+CT_A_99',
    vi: /"CT_A_09\+CT_A_99.*dùng tên không có: CT_A_99\. Kiểm tra lại mã/,
    en: /uses an unknown name: CT_A_99\. Check the code/,
  },
  {
    what: 'a formula that is not one',
    file: 'form.yaml',
    from: 'formula: SUM(PL2_so_hd)',
    to: 'formula: SUM(PL2_so_hd',
    vi: /"SUM\(PL2_so_hd" sai ở ký tự 14/,
    en: /"SUM\(PL2_so_hd" is wrong at character 14/,
  },
  {
    what: 'a function outside the allowed list',
    file: 'form.yaml',
    from: 'formula: SUM(PL2_so_hd)',
    to: 'formula: AVERAGE(PL2_so_hd)',
    vi: /"AVERAGE\(PL2_so_hd\)" sai ở ký tự 1: .*AVERAGE/,
    en: /is wrong at character 1: .*AVERAGE/,
  },
  {
    what: 'a rule that points at no cell',
    file: 'rules.yaml',
    from: 'at: CT_B_01',
    to: 'at: CT_B_1',
    vi: /R201: không có tên CT_B_1 trong mẫu/,
    en: /R201: the form has no name CT_B_1/,
  },
  {
    what: 'a message that shows an unknown name',
    file: 'rules.yaml',
    from: 'B.01 = {CT_B_01}. Chọn',
    to: 'B.01 = {CT_B_91}. Chọn',
    vi: /không có: CT_B_91/,
    en: /unknown name: CT_B_91/,
  },
  {
    what: 'a choice without options',
    file: 'form.yaml',
    from: '        type: yesNo\n',
    to: '        type: choice\n',
    at: 'code: C.01',
    vi: /type: choice phải đi cùng options/,
    en: /type: choice goes with options/,
  },
  {
    what: 'an annex column of choices without options',
    file: 'form.yaml',
    from: 'key: da_gui, label: { vi: Đã gửi cấp trên, en: Sent up }, type: yesNo',
    to: 'key: da_gui, label: { vi: Đã gửi cấp trên, en: Sent up }, type: choice',
    vi: /PL4\.da_gui: type: choice phải đi cùng options/,
    en: /PL4\.da_gui: type: choice goes with options/,
  },
  {
    what: 'a typed percentage',
    file: 'form.yaml',
    from: '        ratio: { part: CT_B_09, whole: CT_B_08 }\n',
    to: '',
    at: 'code: B.11',
    vi: /B\.11: .*tỷ lệ không bao giờ nhập tay: thêm ratio/,
    en: /B\.11: .*a percentage is never typed: add ratio/,
  },
  {
    what: 'a roll-up without what it counts',
    file: 'form.yaml',
    from: '        distinct: { annex: PL1, by: ma_vb, where: \'ap_dung = "Có"\' }\n',
    to: '',
    at: 'code: B.01',
    vi: /B\.01: units: distinct phải đi cùng distinct/,
    en: /B\.01: units: distinct goes with distinct/,
  },
  {
    what: 'a condition of an annex row over another annex’s column',
    file: 'form.yaml',
    from: 'requiredIf: \'so_hieu <> ""\'',
    to: 'requiredIf: \'linh_vuc <> ""\'',
    vi: /dùng tên không có: linh_vuc/,
    en: /unknown name: linh_vuc/,
  },
  {
    what: 'a calendar that is not there',
    file: 'form.yaml',
    from: 'calendar: nd-09',
    to: 'calendar: nd-30',
    vi: /Không có lịch "nd-30".*Chọn một trong: nd-09, duong-lich/,
    en: /There is no calendar "nd-30".*Choose one of: nd-09, duong-lich/,
  },
  {
    what: 'a day that does not exist',
    file: 'calendar.yaml',
    from: 'day: 2024-02-14',
    to: 'day: 2024-02-30',
    vi: /holidays\.5\.day: cần là .*YYYY-MM-DD/,
    en: /holidays\.5\.day: must be a day, YYYY-MM-DD/,
  },
  {
    what: 'a day of issue written the Vietnamese way',
    file: 'catalogue.yaml',
    from: 'issued: 2013-11-04',
    to: 'issued: 4/11/2013',
    vi: /documents\.0\.issued: cần là .*YYYY-MM-DD/,
    en: /documents\.0\.issued: must be a day, YYYY-MM-DD/,
  },
  {
    what: 'a document in force from after its end',
    file: 'catalogue.yaml',
    from: '    validFrom: 2024-08-12\n',
    to: '    validFrom: 2024-08-12\n    validTo: 2024-08-11\n',
    at: 'validTo: 2024-08-11',
    vi: /KL-91-2024: validTo sớm hơn validFrom/,
    en: /KL-91-2024: validTo is before validFrom/,
  },
  {
    what: 'a document of a field that is not there',
    file: 'catalogue.yaml',
    from: 'field: 1\n',
    to: 'field: 12\n',
    vi: /NQ-29-2013: không có lĩnh vực số 12/,
    en: /NQ-29-2013: form\.yaml has no field 12/,
  },
  {
    what: 'a period code that is none',
    file: 'form.yaml',
    from: 'period: 2024-9M',
    to: 'period: 2024-M9',
    vi: /periods\.5\.period: cần là .*2024-H1/,
    en: /periods\.5\.period: must be a period code such as 2024-H1/,
  },
  {
    what: 'an indentation that YAML cannot read',
    file: 'units.yaml',
    from: '  - { code: DV02,',
    to: ' - { code: DV02,',
    vi: /Không đọc được YAML.*Kiểm tra thụt dòng/,
    en: /Not readable as YAML.*Check indentation/,
  },
  {
    what: 'a key that stands twice',
    file: 'form.yaml',
    from: 'planYear: 2024',
    to: 'planYear: 2024\nplanYear: 2025',
    at: 'planYear: 2025',
    vi: /Không đọc được YAML/,
    en: /Not readable as YAML.*keys must be unique/,
  },
];

describe('a form with one mistake', () => {
  test('the form itself has none', () => expect(problemsOf(FILES)).toEqual([]));

  test.each(CASES.map((c) => [c.what, c] as const))('%s', (_what, { file, from, to, at, vi, en }) => {
    const files = changed(file, from, to);
    const problems = problemsOf(files);
    const problem = problems.find((p) => vi.test(p.message.vi));
    const line = at ? lineWith(at, files[file]!) : lineWith(from.trimStart(), FILES[file]);
    expect({ problem, problems }).toMatchObject({ problem: { file, line } });
    expect(problem!.message.en).toMatch(en);
  });

  test.each(Object.keys(FORM_FILES))('%s missing', (name) => {
    const { [name]: _gone, ...others } = FILES as Record<string, string>;
    expect(problemsOf(others)).toEqual([
      {
        file: name,
        line: 1,
        message: { vi: 'Thiếu tệp này trong thư mục của mẫu.', en: 'This file is missing from the form’s folder.' },
      },
    ]);
  });

  test('an empty file is one with nothing in it', () => {
    expect(problemsOf({ ...FILES, 'rules.yaml': '' })).toMatchObject([{ file: 'rules.yaml', line: 1 }]);
  });
});

describe('a form with several mistakes', () => {
  const twice = changed('form.yaml', 'formula: SUM(PL2_so_hd)', 'formula: SUM(PL2_so_h)');
  const files = { ...twice, 'rules.yaml': FILES['rules.yaml'].replace('id: R403', 'id: R201') };

  test('names them all at once', () => {
    expect(problemsOf(files).map((p) => p.file)).toEqual(['rules.yaml', 'form.yaml']);
  });

  test('prints each with file and line, Vietnamese first', () => {
    expect(() => readForm(files)).toThrow(
      /^rules\.yaml:\d+: Mã R201 bị lặp.*\n {2}Code R201.*\nform\.yaml:\d+: Công thức/,
    );
  });
});
