// Expressions that no rule may have, and what is said of each: names that are not there or not of this kind of rule, kinds of
// values that do not go together, text outside the language. For broken-rules.test.ts.

/** What makes of a rule over one cell one over each text, the rows of an annex, or all units. */
export const EACH = { at: undefined, each: 'texts', scope: 'cell' };
export const ROW = { scope: 'annexRow', at: 'PL3_so_kp' };
export const ACROSS = { scope: 'crossUnit', over: 'rates', at: undefined, expression: 'ty_suat>q1' };

export interface Case {
  readonly what: string;
  readonly rule: object;
  /** On the line that is complained of; the rule's first line where left out. */
  readonly line?: string;
  readonly vi: RegExp;
  readonly en: RegExp;
}

/** A case about the expression. */
const about = (what: string, expression: string, vi: RegExp, en: RegExp, more: object = {}): Case => ({
  what,
  rule: { ...more, expression },
  line: '    expression:',
  vi,
  en,
});
const unknown = (name: string): [RegExp, RegExp] => [
  new RegExp(`dùng tên không có: ${name}\\. Kiểm tra lại mã`),
  new RegExp(`uses an unknown name: ${name}\\. Check the code`),
];
const column = (name: string): [RegExp, RegExp] => [
  new RegExp(`dùng cả cột ${name} như một giá trị\\. Đặt cột trong SUM`),
  new RegExp(`uses the whole column ${name} as one value\\. Put the column inside SUM`),
];
const character = (n: number, what: RegExp): [RegExp, RegExp] => [
  new RegExp(`sai ở ký tự ${n}: `),
  new RegExp(`is wrong at character ${n}: ${what.source}`),
];
const condition: [RegExp, RegExp] = [
  /phải cho kết quả đúng\/sai \(TRUE là hợp lệ\)/,
  /must give TRUE or FALSE \(TRUE holds\)/,
];
const arithmetic: [RegExp, RegExp] = [/phép [-+*/] cần số, đang là chữ/, /[-+*/] needs numbers, and is given a text/];
const comparison: [RegExp, RegExp] = [/so sánh số với chữ/, /it compares a number with a text/];

const NAMES: readonly Case[] = [
  about('an indicator that is not there', 'CT_A_99>=0', ...unknown('CT_A_99')),
  about('a column that is not there', 'SUM(PL1_so_hoi)>=0', ...unknown('PL1_so_hoi')),
  about('a history name of nothing', 'CT_A_01>=KT_A_99', ...unknown('KT_A_99')),
  about('a history that is none', 'CT_A_01>=XX_A_01', ...unknown('XX_A_01')),
  about('a history of the cell outside each', 'CT_A_01>=LK', ...unknown('LK')),
  about('the cell itself outside each', 'o_nay>=0', ...unknown('o_nay')),
  about('a column of the row in a rule over a cell', 'so_kp>=0', ...unknown('so_kp')),
  about('a column of another annex’s row', 'luot_pt>=0', ...unknown('luot_pt'), ROW),
  about('a name of the report over units', 'CT_A_01>=0', ...unknown('CT_A_01'), ACROSS),
  about('a name of another comparison over units', 'giong>=0', ...unknown('giong'), ACROSS),
  about('a column as one value', 'PL1_so_hn>0', ...column('PL1_so_hn')),
  about('a column as one value inside a function', 'ABS(PL1_so_hn)>0', ...column('PL1_so_hn')),
  about('another annex’s column as one value of a row', 'so_kp<=PL1_so_hn', ...column('PL1_so_hn'), ROW),
  about('the list of classes as one value', 'CT_A_01>DS_lop', ...column('DS_lop')),
];

const numbers = (name: string): [RegExp, RegExp] => [
  new RegExp(`${name} cần số, đang là chữ`),
  new RegExp(`${name} needs numbers, and is given a text`),
];

const KINDS: readonly Case[] = [
  about('text where a function takes numbers', 'ABS(CT_G_01)>0', ...numbers('ABS')),
  about('text among the numbers of a sum', 'SUM(CT_G_01,CT_A_01)>0', ...numbers('SUM')),
  about(
    'columns of two annexes counted together',
    'COUNTIFS(PL1_so_hn,">0",PL3_loai,"Kiểm tra")>0',
    /COUNTIFS đếm dòng, các cột phải cùng một phụ lục: PL1_so_hn, PL3_loai/,
    /its columns must be of one annex: PL1_so_hn, PL3_loai/,
    { scope: 'crossSheet' },
  ),
  about(
    'a column in a rule over cells',
    'SUM(PL1_so_hn)>=CT_A_01',
    /xét cả cột phụ lục; ghi scope: crossSheet/,
    /looks at columns of an annex; write scope: crossSheet/,
  ),
  about('history in a rule that does not look back', 'CT_A_01>=KT_A_01', ...unknown('KT_A_01')),
  about('a rule that asks about nothing', '1<2', /không xét ô nào/, /asks about no cell/),
  about('text in a sum', 'CT_A_01+CT_G_01>0', ...arithmetic),
  about('a constant text in a product', 'CT_A_01*"hai">0', ...arithmetic),
  about('a negated text', '-CT_G_04<0', ...arithmetic),
  about('text in arithmetic of a row', 'so_kp-noi_dung>=0', ...arithmetic, ROW),
  about('text in arithmetic of each text', 'o_nay+1>0', ...arithmetic, EACH),
  about(
    'TRUE or FALSE in a sum',
    '(CT_A_01>0)+1>0',
    /phép \+ cần số, đang là đúng\/sai/,
    /\+ needs numbers, and is given TRUE or FALSE/,
  ),
  about('a number compared with text', 'CT_A_01<>"Có"', ...comparison),
  about('a text compared with a number', 'CT_G_01>0', /so sánh chữ với số/, /it compares a text with a number/),
  about('a day compared with text', 'BC_tu_ngay<="2024"', ...comparison),
  about('a share compared with text', 'CT_A_06<>"90%"', ...comparison),
  about('a count compared with text', 'COUNTA(PL1_so_hn)="nhiều"', ...comparison),
  about(
    'a number as a condition',
    'AND(CT_A_01,CT_A_02>0)',
    /AND cần điều kiện đúng\/sai, đang là số/,
    /AND needs a cond/,
  ),
  about(
    'text as a condition',
    'IF(CT_G_01,TRUE,FALSE)',
    /IF cần điều kiện đúng\/sai, đang là chữ/,
    /IF needs a condition/,
  ),
  about('an expression that gives a number', 'CT_A_01+CT_A_02', ...condition),
  about('an expression that gives text', '"Có"', ...condition),
  about('an expression that is one cell', 'CT_A_01', ...condition),
  about('an expression that may give something else', 'IF(CT_A_01>0,TRUE,"Không")', ...condition),
];

const LANGUAGE: readonly Case[] = [
  about('a function outside the list', 'AVERAGE(PL1_so_hn)>0', ...character(1, /.*AVERAGE/)),
  about('a function outside the list, later on', 'CT_A_01>TODAY()', ...character(9, /.*TODAY/)),
  about('a function in lower case', 'abs(CT_A_01)>0', ...character(1, /.*abs/)),
  about('too few arguments', 'ROUND(CT_A_01)>0', ...character(1, /.*arguments \(1\): ROUND/)),
  about('too many arguments', 'CT_A_01>ABS(CT_A_01,2)', ...character(9, /.*arguments \(2\): ABS/)),
  about(
    'a criterion without its range',
    'COUNTIFS(PL1_so_hn,">0",PL1_ap_dung)>0',
    ...character(1, /.*arguments \(3\)/),
  ),
  about('a bracket that is not closed', 'SUM(PL1_so_hn', ...character(14, /.*/)),
  about('a text that is not closed', 'CT_G_01="Có', ...character(12, /.*/)),
  about('an operator that is none of Excel’s', 'CT_A_01==CT_A_02', ...character(9, /.*/)),
  about('an operator that is missing', 'CT_A_01 CT_A_02', ...character(9, /.*operator is missing/)),
  about('a comma that is missing', 'MAX(CT_A_01 CT_A_02)>0', ...character(12, /.*comma is missing/)),
  about('single quotes', "CT_G_01='Có'", ...character(9, /.*double quotes/)),
  about('a pattern that cannot be read', 'REGEXTEST(o_nay,"(")', ...character(17, /.*pattern cannot be read/), {
    ...EACH,
    notInSheet: { vi: 'Mẫu chữ.', en: 'A pattern.' },
  }),
  about('a pattern that is computed', 'REGEXTEST(o_nay,o_nay)', ...character(1, /.*pattern must be a text/), {
    ...EACH,
    notInSheet: { vi: 'Mẫu chữ.', en: 'A pattern.' },
  }),
];

export const WRONG_EXPRESSIONS: readonly Case[] = [...NAMES, ...KINDS, ...LANGUAGE];
