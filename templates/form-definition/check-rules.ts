// Whether every rule of a form can be judged: an expression that gives TRUE or FALSE over names the rule may use, at a place
// that exists, with what its scope needs. An error names the rule and the place.

import {
  kindsAcross,
  kindsInRow,
  kindsOfCells,
  kindsOfEach,
  kindsOfFacts,
  kindsOfHistory,
} from '../checks/names-of-rules';
import { compiled } from '../rules/compiled';
import { type Expression, NOT_IN_OLDER_EXCEL } from '../rules/expression';
import { type Kind, type KindProblem, kindOf } from '../rules/kinds';
import { expressionsIn } from '../rules/message-text';
import { callsIn, columnsUsedAsValues, functionsIn, namesIn } from '../rules/walk-expression';
import type { Complain } from './complain';
import { FORM_LENGTHS } from './form-length';
import type { Bilingual, FormRule } from './form-schema';
import type { FormYaml } from './form-yaml';
import { readExpression } from './read-expression';
import type { Path } from './yaml-file';

type Kinds = ReadonlyMap<string, Kind>;
type Say = (path: Path, vi: string, en: string) => void;

interface Place {
  readonly at?: string | undefined;
  readonly expression?: string | undefined;
  readonly message: Bilingual;
}

export function checkRules(yaml: FormYaml, complain: Complain): void {
  const form = yaml['form.yaml'].content;
  const cells = kindsOfCells(form);
  yaml['rules.yaml'].content.rules.forEach((rule, i) => {
    const base: Path = ['rules', i];
    const say: Say = (path, vi, en) =>
      complain('rules.yaml', [...base, ...path], `${rule.id}: ${vi}`, `${rule.id}: ${en}`);
    for (const [vi, en] of contradictions(rule)) say([], vi, en);
    for (const [j, period] of (rule.periods ?? []).entries()) {
      const listed = form.periods.find((p) => p.period === period);
      if (!listed) say(['periods', j], `mẫu không báo cáo kỳ ${period}.`, `the form does not report ${period}.`);
      else if (FORM_LENGTHS.indexOf(listed.form) < FORM_LENGTHS.indexOf(rule.shortestPeriod))
        say(
          ['periods', j],
          `kỳ ${period} ngắn hơn shortestPeriod: ${rule.shortestPeriod}, quy tắc không bao giờ được xét.`,
          `${period} is shorter than shortestPeriod: ${rule.shortestPeriod}; the rule would never be judged.`,
        );
    }
    if (rule.builtIn) return;
    checkPlace(rule, rule, form, cells, [], say);
    for (const [j, place] of (rule.also ?? []).entries()) checkPlace(rule, place, form, cells, ['also', j], say);
  });
}

function* contradictions(rule: FormRule): Generator<readonly [string, string]> {
  const { builtIn, expression, at, each, over, scope, also } = rule;
  if (Boolean(builtIn) === Boolean(expression))
    yield ['cần expression, hoặc builtIn, không phải cả hai.', 'it needs an expression, or builtIn, and not both.'];
  if ((scope === 'crossUnit') !== Boolean(over))
    yield ['scope: crossUnit phải đi cùng over.', 'scope: crossUnit goes with over.'];
  const placed = each || over || builtIn;
  if (placed ? at !== undefined : at === undefined)
    yield ['cần at (trừ khi có each, over hoặc builtIn).', 'it needs at (but not with each, over or builtIn).'];
  if (scope === 'annexRow' && !/^PL\d_/.test(at ?? ''))
    yield ['scope: annexRow cần at là một cột phụ lục.', 'scope: annexRow needs a column of an annex at at.'];
  if (!placed && (also ?? []).some((place) => place.at === undefined))
    yield ['mỗi chỗ trong also cần at.', 'every place of also needs at.'];
  const texts = [expression, ...(also ?? []).map((p) => p.expression)].filter((e) => e !== undefined);
  const newer = texts.some(usesNewerExcel);
  if (newer && !rule.notInSheet)
    yield [
      'dùng hàm Excel cũ không có; ghi lý do ở notInSheet.',
      'it uses a function older Excel has not; say so in notInSheet.',
    ];
  if (rule.except && each !== 'texts') yield ['except chỉ đi cùng each: texts.', 'except goes with each: texts only.'];
}

function usesNewerExcel(text: string): boolean {
  try {
    return [...functionsIn(compiled(text))].some((f) => NOT_IN_OLDER_EXCEL.has(f));
  } catch {
    return false;
  }
}

function checkPlace(
  rule: FormRule,
  place: Place,
  form: FormYaml['form.yaml']['content'],
  cells: Kinds,
  path: Path,
  say: Say,
): void {
  const { at, expression, message } = place;
  if (at !== undefined && !cells.has(at))
    say([...path, 'at'], `không có tên ${at} trong mẫu.`, `the form has no name ${at}.`);
  const annex = form.annexes.find((a) => at?.startsWith(`${a.code}_`))?.code;
  const usable = usableNames(rule, annex, form, cells);
  if (expression !== undefined) {
    const given = checkText(expression, usable, [...path, 'expression'], say);
    if (given !== undefined && given !== 'boolean')
      say(
        [...path, 'expression'],
        `"${expression}" phải cho kết quả đúng/sai (TRUE là hợp lệ).`,
        `"${expression}" must give TRUE or FALSE (TRUE holds).`,
      );
    if (given !== undefined && rule.scope === 'cell' && usesColumns(expression, usable))
      say(
        [...path, 'expression'],
        `"${expression}" xét cả cột phụ lục; ghi scope: crossSheet.`,
        `"${expression}" looks at columns of an annex; write scope: crossSheet.`,
      );
    if (given !== undefined && namesIn(compiled(expression)).length === 0)
      say(
        [...path, 'expression'],
        `"${expression}" không xét ô nào, lúc nào cũng như nhau.`,
        `"${expression}" asks about no cell and is always the same.`,
      );
  }
  for (const language of ['vi', 'en'] as const) {
    if (/[{}]/.test(message[language].replaceAll(/\{[^{}]+\}/g, '')))
      say(
        [...path, 'message', language],
        'dấu { } trong thông báo không thành cặp, hoặc bên trong trống.',
        'the { } in the message do not pair up, or are empty.',
      );
    for (const text of expressionsIn(message[language]))
      if (!(rule.each && text === 'ma')) checkText(text, usable, [...path, 'message', language], say);
  }
}

function usesColumns(text: string, names: Kinds): boolean {
  const isColumn = (name: string): boolean => names.get(name) === 'column';
  return namesIn(compiled(text)).some(isColumn) && columnsUsedAsValues(compiled(text), isColumn).length === 0;
}

/** Only a rule across periods may look back, only one about rows into a row. */
function usableNames(
  rule: FormRule,
  annex: string | undefined,
  form: FormYaml['form.yaml']['content'],
  cells: Kinds,
): Kinds {
  if (rule.over) return kindsAcross(rule.over);
  const { scope } = rule;
  const each = rule.each ? kindsOfEach(rule.each === 'texts' ? 'text' : 'number') : [];
  const history = scope === 'crossPeriod' ? kindsOfHistory(form) : [];
  const row = annex && (scope === 'annexRow' || scope === 'crossPeriod') ? kindsInRow(form, annex) : [];
  return new Map([...cells, ...kindsOfFacts(), ...history, ...each, ...row]);
}

/** What it gives; undefined where it cannot be read. */
function checkText(text: string, names: Kinds, path: Path, say: Say): string | undefined {
  const problems: Bilingual[] = [];
  const expression = readExpression(text, names, problems);
  const kinds: KindProblem[] = expression ? [...unevenCounts(expression)] : [];
  const given = expression && kindOf(expression, (name) => names.get(name), kinds);
  const about = ({ vi, en }: KindProblem): Bilingual => ({
    vi: `công thức "${text}": ${vi}.`,
    en: `formula "${text}": ${en}.`,
  });
  for (const { vi, en } of [...problems, ...kinds.map(about)]) say(path, vi, en);
  return given;
}

/** COUNTIFS counts rows: its columns must be those of one annex. */
function* unevenCounts(expression: Expression): Generator<KindProblem> {
  for (const call of callsIn(expression)) {
    if (call.function !== 'COUNTIFS') continue;
    const columns = call.arguments.filter((_, i) => i % 2 === 0).flatMap((a) => (a.kind === 'name' ? [a.name] : []));
    if (new Set(columns.map((name) => name.split('_')[0])).size > 1)
      yield {
        vi: `COUNTIFS đếm dòng, các cột phải cùng một phụ lục: ${columns.join(', ')}`,
        en: `COUNTIFS counts rows; its columns must be of one annex: ${columns.join(', ')}`,
      };
  }
}
