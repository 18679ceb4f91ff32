// A rule that somebody is writing and has not got right is refused when the form is loaded, never when a report is judged: the
// complaint names the rule, what is wrong with it in both languages, and the line of rules.yaml.

import { parse, stringify } from 'yaml';
import { changed, FILES, lineWith, problemsOf } from './changed-form';
import { ACROSS, type Case, EACH, ROW, WRONG_EXPRESSIONS } from './wrong-expressions';

const TRIED = 'R999';
/** A rule that is right; each case changes some of it. */
const RIGHT = {
  id: TRIED,
  severity: 'error',
  scope: 'cell',
  shortestPeriod: 'month',
  at: 'CT_A_01',
  expression: 'CT_A_01>=0',
  message: { vi: 'A.01 = {CT_A_01}', en: 'A.01 = {CT_A_01}' },
  authority: 'Kế hoạch, mục III',
};
const ALSO = { at: 'CT_A_02', expression: 'CT_A_02>=0', message: RIGHT.message };

/** The form with the rule behind its own, one key a line. */
function withRule(rule: object): Record<string, string> {
  const item = stringify([{ ...RIGHT, ...rule }], { lineWidth: 0 });
  return { ...FILES, 'rules.yaml': `${FILES['rules.yaml'].trimEnd()}\n${item.replaceAll(/^/gm, '  ').trimEnd()}\n` };
}

const PARTS: readonly Case[] = [
  {
    what: 'a pattern in a rule that the sheet would run',
    rule: { ...EACH, expression: 'REGEXTEST(o_nay,"x")' },
    vi: /dùng hàm Excel cũ không có; ghi lý do ở notInSheet/,
    en: /a function older Excel has not; say so in notInSheet/,
  },
  {
    what: 'a pattern at a further place only',
    rule: { also: [{ ...ALSO, expression: 'REGEXTEST(CT_G_02,"x")' }] },
    vi: /dùng hàm Excel cũ không có/,
    en: /a function older Excel has not/,
  },
  {
    what: 'a place that is not there',
    rule: { at: 'CT_A_99' },
    line: '    at: CT_A_99',
    vi: /không có tên CT_A_99 trong mẫu/,
    en: /the form has no name CT_A_99/,
  },
  {
    what: 'a further place that is not there',
    rule: { also: [{ ...ALSO, at: 'PL9_ten' }] },
    line: 'at: PL9_ten',
    vi: /không có tên PL9_ten trong mẫu/,
    en: /the form has no name PL9_ten/,
  },
  {
    what: 'no place',
    rule: { at: undefined },
    vi: /cần at \(trừ khi có each, over hoặc builtIn\)/,
    en: /it needs at \(but not with each, over or builtIn\)/,
  },
  { what: 'a place beside each', rule: { each: 'texts', expression: 'o_nay<>"?"' }, vi: /cần at/, en: /it needs at/ },
  {
    what: 'a further place without at',
    rule: { also: [{ ...ALSO, at: undefined }] },
    vi: /mỗi chỗ trong also cần at/,
    en: /every place of also needs at/,
  },
  {
    what: 'a rule over rows at a cell',
    rule: { scope: 'annexRow' },
    vi: /scope: annexRow cần at là một cột phụ lục/,
    en: /scope: annexRow needs a column of an annex at at/,
  },
  {
    what: 'a rule over units that does not say over what',
    rule: { ...ACROSS, over: undefined, at: 'CT_A_01', expression: 'CT_A_01>=0' },
    vi: /scope: crossUnit phải đi cùng over/,
    en: /scope: crossUnit goes with over/,
  },
  {
    what: 'over in a rule over a cell',
    rule: { ...ACROSS, scope: 'cell' },
    vi: /scope: crossUnit phải đi cùng over/,
    en: /scope: crossUnit goes with over/,
  },
  {
    what: 'a period that the form does not report',
    rule: { periods: ['2024-H1', '2023-Y'] },
    line: '      - 2023-Y',
    vi: /mẫu không báo cáo kỳ 2023-Y/,
    en: /the form does not report 2023-Y/,
  },
  {
    what: 'a period in which the rule would never be judged',
    rule: { shortestPeriod: 'full', periods: ['2024-H1', '2024-Q1'] },
    line: '      - 2024-Q1',
    vi: /kỳ 2024-Q1 ngắn hơn shortestPeriod: full/,
    en: /2024-Q1 is shorter than shortestPeriod: full/,
  },
  {
    what: 'a place that is a fact and no cell',
    rule: { at: 'KY_so_thang' },
    line: '    at: KY_so_thang',
    vi: /không có tên KY_so_thang trong mẫu/,
    en: /the form has no name KY_so_thang/,
  },
  {
    what: 'a brace that is not closed',
    rule: { message: { vi: 'A.01 = {CT_A_01', en: 'A.01 = {CT_A_01}' } },
    line: '      vi: A.01 = {CT_A_01',
    vi: /dấu \{ \} trong thông báo không thành cặp/,
    en: /the \{ \} in the message do not pair up/,
  },
  {
    what: 'neither expression nor builtIn',
    rule: { expression: undefined },
    vi: /cần expression, hoặc builtIn, không phải cả hai/,
    en: /it needs an expression, or builtIn, and not both/,
  },
  {
    what: 'both expression and builtIn',
    rule: { at: undefined, builtIn: 'answer' },
    vi: /cần expression, hoặc builtIn/,
    en: /and not both/,
  },
  {
    what: 'phrases to pass over in a rule over a number',
    rule: { except: ['Hồ Chí Minh'] },
    vi: /except chỉ đi cùng each: texts/,
    en: /except goes with each: texts only/,
  },
  ...(['vi', 'en'] as const).map((language) => ({
    what: `an unknown name in the ${language} message`,
    rule: { message: { ...RIGHT.message, [language]: 'A.01 = {CT_A_91}' } },
    line: `      ${language}: A.01 = {CT_A_91}`,
    vi: /dùng tên không có: CT_A_91/,
    en: /uses an unknown name: CT_A_91/,
  })),
  {
    what: 'the name of each in the message of a single place',
    rule: { message: { ...RIGHT.message, vi: '{ma}: sai' } },
    line: '      vi: ',
    vi: /dùng tên không có: ma\./,
    en: /unknown name: ma\./,
  },
  {
    what: 'a hole in a further message that is no formula',
    rule: { also: [{ ...ALSO, message: { vi: 'A.02 = {CT_A_02+}', en: 'A.02' } }] },
    line: 'vi: A.02 = {CT_A_02+}',
    vi: /"CT_A_02\+" sai ở ký tự/,
    en: /"CT_A_02\+" is wrong at character/,
  },
];

describe('a form with one wrong rule', () => {
  test.each([
    ['a cell', {}],
    ['each text', { ...EACH, expression: 'o_nay<>"?"', message: { vi: '{ma}', en: '{ma}' } }],
    ['the rows of an annex', { ...ROW, expression: 'so_kp<=so_hc' }],
    ['all units', { ...ACROSS, message: { vi: '{ma}', en: '{ma}' } }],
    ['a further place', { also: [ALSO] }],
  ])('the rule over %s has no fault before it is changed', (_, rule) => {
    expect(problemsOf(withRule(rule))).toEqual([]);
  });

  test.each([...WRONG_EXPRESSIONS, ...PARTS].map((c) => [c.what, c] as const))('%s', (_, c) => {
    const files = withRule(c.rule);
    const problems = problemsOf(files);
    const text = files['rules.yaml']!;
    const first = lineWith(`- id: ${TRIED}`, text);
    const line = c.line
      ? first -
        1 +
        lineWith(
          c.line,
          text
            .split('\n')
            .slice(first - 1)
            .join('\n'),
        )
      : first;
    const problem = problems.find((p) => c.vi.test(p.message.vi));
    expect({ problem, problems }).toMatchObject({ problem: { file: 'rules.yaml', line } });
    expect(problem!.message.vi).toMatch(/^R999: /);
    expect(problem!.message.en).toMatch(/^R999: /);
    expect(problem!.message.en).toMatch(c.en);
  });

  test('a rule’s code that stands twice', () => {
    const files = withRule({ id: 'R403' });
    expect(problemsOf(files)).toEqual([
      {
        file: 'rules.yaml',
        line: files['rules.yaml']!.split('\n').lastIndexOf('  - id: R403') + 1,
        message: {
          vi: 'Mã R403 bị lặp. Mỗi mã chỉ dùng một lần; đổi một trong hai.',
          en: 'Code R403 stands twice. Give one of the two another code.',
        },
      },
    ]);
  });
});

describe('every rule of the form', () => {
  const { rules } = parse(FILES['rules.yaml']) as { rules: readonly { id: string; at?: string }[] };

  test.each(rules.filter((rule) => rule.at).map((rule) => [rule.id, rule.at!] as const))(
    '%s is named where its place is spoilt',
    (id, at) => {
      const from = FILES['rules.yaml'].slice(FILES['rules.yaml'].indexOf(`- id: ${id}\n`));
      const whole = from.slice(0, from.indexOf(`at: ${at}\n`) + `at: ${at}\n`.length);
      const problems = problemsOf(changed('rules.yaml', whole, whole.replace(`at: ${at}\n`, 'at: CT_Z_99\n')));
      expect(problems.map((p) => p.message.en)).toContain(`${id}: the form has no name CT_Z_99.`);
    },
  );
});
