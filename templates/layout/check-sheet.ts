// KiemTra: the report's checks as live formulas, with no add-in and no network. One row a rule and place: rule, name,
// severity, message (empty while the rule holds), and a link to the cell. The counts above it also stand on BiaBC.

import { isCellError } from '../cell/cell';
import { compiled } from '../rules/compiled';
import { evaluate, type Lookup } from '../rules/evaluate';
import { fillMessage, messageFormula } from '../rules/message-text';
import { namedChecks } from '../rules/type-check';
import { SEVERITY_LETTERS } from '../violation/violation';
import { mayBeNothing } from './plan-indicators';
import type { Content, PlannedCell, RowPlan, SheetPlan } from './sheet-plan';
import type { TemplateRequest } from './template-request';

export const CHECK_SHEET = 'KiemTra';
const HEAD_ROW = 5;
const ERRORS = 'KiemTra!$C$2';
const WARNINGS = 'KiemTra!$C$3';

export const CHECK_SUMMARY = {
  formula: `IF(${ERRORS}=0,"Kiểm tra: không còn lỗi","Kiểm tra: còn "&${ERRORS}&" lỗi")&IF(${WARNINGS}=0,""," và "&${WARNINGS}&" cảnh báo")&IF(${ERRORS}=0,". Có thể nộp báo cáo."," – xem trang KiemTra trước khi nộp.")`,
  result: (errors: number): string =>
    errors === 0
      ? 'Kiểm tra: không còn lỗi. Có thể nộp báo cáo.'
      : `Kiểm tra: còn ${errors} lỗi – xem trang KiemTra trước khi nộp.`,
};

export interface CheckLine {
  readonly rule: string;
  readonly name: string;
  readonly severity: 'E' | 'W' | 'I';
  /** Gives the message, or an empty text while the rule holds. */
  readonly formula: string;
  readonly result: string;
}

/** The lines of the sheet and what their formulas give on a fresh template, where `lookup` gives its values. */
export function checkLines(request: TemplateRequest, lookup: Lookup): CheckLine[] {
  const { form } = request;
  const sections = new Set(form.sections.filter(mayBeNothing).map((s) => s.code));
  const blank = (name: string): boolean => lookup(name) === null || lookup(name) === undefined;
  const named = namedChecks(form, sections).map((check): CheckLine => {
    const { requiredIf } = check;
    const owed =
      check.rule === 'R002' && blank(check.name) && (!requiredIf || evaluate(compiled(requiredIf), lookup) === true);
    return {
      rule: check.rule,
      name: check.name,
      severity: 'E',
      formula: messageWhile(check.formula, check.message.vi),
      result: owed ? fillMessage(check.message.vi, lookup) : '',
    };
  });
  const rules = form.rules.map((rule): CheckLine => {
    const holds = evaluate(compiled(rule.expression), lookup);
    const result = holds === true || isCellError(holds) ? '' : fillMessage(rule.message.vi, lookup);
    return {
      rule: rule.id,
      name: rule.at,
      severity: SEVERITY_LETTERS[rule.severity],
      formula: messageWhile(`NOT(${rule.expression})`, rule.message.vi),
      result,
    };
  });
  return [...named, ...rules];
}

function messageWhile(condition: string, message: string): string {
  return `IFERROR(IF(${condition},${messageFormula(message)},""),"")`;
}

export function planChecks(
  lines: readonly CheckLine[],
  placeOf: (name: string) => { readonly sheet: string; readonly cell: string } | undefined,
): SheetPlan {
  const first = HEAD_ROW + 1;
  const last = HEAD_ROW + Math.max(1, lines.length);
  const count = (letter: 'E' | 'W'): Content => ({
    formula: `COUNTIFS($C$${first}:$C$${last},"${letter}",$D$${first}:$D$${last},"?*")`,
    result: lines.filter((l) => l.severity === letter && l.result !== '').length,
  });
  const row = (line: CheckLine): RowPlan => {
    const place = placeOf(line.name);
    const cells: PlannedCell[] = [
      { column: 1, content: line.rule, style: 'code' },
      { column: 2, content: line.name, style: 'code' },
      { column: 3, content: line.severity, style: 'unit' },
      { column: 4, content: { formula: line.formula, result: line.result }, style: 'message' },
    ];
    if (place) cells.push({ column: 5, content: { link: place, text: `${place.sheet}!${place.cell}` }, style: 'link' });
    return { cells };
  };
  return {
    name: CHECK_SHEET,
    visibility: 'visible',
    columns: [10, 14, 8, 110, 18],
    rows: [
      { height: 22, cells: [{ column: 1, span: 5, content: 'KIỂM TRA BÁO CÁO', style: 'title' }] },
      countRow('Số lỗi còn lại:', count('E'), 'Errors left'),
      countRow('Số cảnh báo còn lại:', count('W'), 'Warnings left'),
      {
        height: 18,
        cells: [
          {
            column: 1,
            span: 5,
            content:
              'E: lỗi, phải sửa mới nộp được · W: cảnh báo, cần giải trình · I: thông tin. Dòng có thông báo là dòng cần xem; bấm vào Vị trí để đến ô.',
            style: 'small',
          },
        ],
      },
      {
        height: 22,
        cells: ['Quy tắc', 'Tên ô', 'Mức', 'Thông báo', 'Vị trí'].map((content, i) => ({
          column: i + 1,
          content,
          style: 'head' as const,
        })),
      },
      ...lines.map(row),
    ],
    freeze: { rows: HEAD_ROW, columns: 0 },
    print: { orientation: 'landscape', titleRows: [HEAD_ROW, HEAD_ROW] },
    ranges: [],
    highlights: [
      { range: `A${first}:E${last}`, formula: `AND($C${first}="E",$D${first}<>"")`, style: 'error' },
      { range: `A${first}:E${last}`, formula: `AND($C${first}="W",$D${first}<>"")`, style: 'warning' },
    ],
    protected: true,
    tab: 'FF2E75B6',
  };
}

function countRow(label: string, count: Content, english: string): RowPlan {
  return {
    height: 20,
    cells: [
      { column: 1, span: 2, content: label, style: 'bold' },
      { column: 3, content: count, style: 'status' },
      { column: 4, content: english, style: 'small' },
    ],
  };
}
