// Whether every formula of a form can be computed: over names that exist, each used as what it is (one value or a column),
// every roll-up and choice with what it needs.

import type { Kind } from '../rules/kinds';
import { checkRules } from './check-rules';
import type { Complain } from './complain';
import type { Bilingual, FormFileName, Indicator } from './form-schema';
import type { FormYaml } from './form-yaml';
import { columnRangeName, indicatorName } from './names';
import { readExpression } from './read-expression';
import type { Path } from './yaml-file';

/** What a name of the form stands for. */
export type Names = ReadonlyMap<string, Kind | 'value'>;

export function checkFormulas(yaml: FormYaml, complain: Complain): void {
  const names = knownNames(yaml);
  checkIndicators(yaml, names, complain);
  checkAnnexes(yaml, complain);
  yaml['form.yaml'].content.narratives.forEach((n, i) => {
    if (n.requiredIf) checkExpression(n.requiredIf, names, 'form.yaml', ['narratives', i, 'requiredIf'], complain);
  });
  checkRules(yaml, complain);
}

function knownNames(yaml: FormYaml): Names {
  const { sections, annexes } = yaml['form.yaml'].content;
  return new Map([
    ...sections.flatMap((s) => s.indicators.map((i) => [indicatorName(i.code), 'value'] as const)),
    ...annexes.flatMap((a) => a.columns.map((c) => [columnRangeName(a.code, c.key), 'column'] as const)),
  ]);
}

/** Inside a row of an annex each column is one value. */
const valuesOfRow = (keys: readonly string[]): Names => new Map(keys.map((key) => [key, 'value']));

function checkIndicators(yaml: FormYaml, names: Names, complain: Complain): void {
  const { sections, annexes } = yaml['form.yaml'].content;
  sections.forEach((s, i) => {
    s.indicators.forEach((x, j) => {
      const path = ['sections', i, 'indicators', j] as const;
      for (const [key, text] of [
        ['formula', x.formula],
        ['requiredIf', x.requiredIf],
        ['ratio', x.ratio?.part],
        ['ratio', x.ratio?.whole],
      ] as const) {
        if (text) checkExpression(text, names, 'form.yaml', [...path, key], complain);
      }
      if (x.requiredBy && !hasRule(yaml, x.requiredBy, indicatorName(x.code)))
        complain(
          'form.yaml',
          [...path, 'requiredBy'],
          `${x.code}: không có quy tắc ${x.requiredBy} tại ${indicatorName(x.code)}.`,
          `${x.code}: there is no rule ${x.requiredBy} at ${indicatorName(x.code)}.`,
        );
      if (x.distinct) {
        const annex = annexes.find((a) => a.code === x.distinct!.annex);
        const keys = valuesOfRow(annex?.columns.map((c) => c.key) ?? []);
        if (!keys.has(x.distinct.by))
          complain(
            'form.yaml',
            [...path, 'distinct'],
            `Phụ lục ${x.distinct.annex} không có cột ${x.distinct.by}.`,
            `Annex ${x.distinct.annex} has no column ${x.distinct.by}.`,
          );
        checkExpression(x.distinct.where, keys, 'form.yaml', [...path, 'distinct', 'where'], complain);
      }
      for (const [vi, en] of contradictions(x)) complain('form.yaml', path, `${x.code}: ${vi}`, `${x.code}: ${en}`);
    });
  });
}

function hasRule(yaml: FormYaml, id: string, name: string): boolean {
  const rule = yaml['rules.yaml'].content.rules.find((r) => r.id === id);
  return rule !== undefined && [rule, ...(rule.also ?? [])].some((place) => place.at === name);
}

function* contradictions(x: Indicator): Generator<readonly [string, string]> {
  if (x.formula && x.ratio) yield ['có cả formula và ratio; giữ một.', 'has both formula and ratio; keep one.'];
  if ((x.units === 'ratio') !== Boolean(x.ratio))
    yield ['units: ratio phải đi cùng ratio: { part, whole }.', 'units: ratio goes with ratio: { part, whole }.'];
  if ((x.units === 'distinct') !== Boolean(x.distinct))
    yield [
      'units: distinct phải đi cùng distinct: { annex, by, where }.',
      'units: distinct goes with distinct: { annex, by, where }.',
    ];
  if ((x.type === 'choice') !== Boolean(x.options))
    yield ['type: choice phải đi cùng options.', 'type: choice goes with options.'];
  if (x.type === 'percent' && !x.ratio)
    yield [
      'tỷ lệ không bao giờ nhập tay: thêm ratio: { part, whole }.',
      'a percentage is never typed: add ratio: { part, whole }.',
    ];
}

function checkAnnexes(yaml: FormYaml, complain: Complain): void {
  yaml['form.yaml'].content.annexes.forEach((a, i) => {
    const keys = valuesOfRow(a.columns.map((c) => c.key));
    const needed =
      a.rows.kind === 'catalogue' ? [a.rows.key, a.rows.label] : a.rows.kind === 'fields' ? [a.rows.key] : [];
    for (const key of needed)
      if (!keys.has(key))
        complain(
          'form.yaml',
          ['annexes', i, 'rows'],
          `Phụ lục ${a.code} không có cột ${key}.`,
          `Annex ${a.code} has no column ${key}.`,
        );
    a.columns.forEach((c, j) => {
      const path = ['annexes', i, 'columns', j] as const;
      if (c.requiredIf) checkExpression(c.requiredIf, keys, 'form.yaml', [...path, 'requiredIf'], complain);
      if ((c.type === 'choice') !== Boolean(c.options))
        complain(
          'form.yaml',
          path,
          `${a.code}.${c.key}: type: choice phải đi cùng options.`,
          `${a.code}.${c.key}: type: choice goes with options.`,
        );
    });
  });
}

function checkExpression(text: string, names: Names, file: FormFileName, path: Path, complain: Complain): void {
  const problems: Bilingual[] = [];
  readExpression(text, names, problems);
  const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
  for (const { vi, en } of problems) complain(file, path, capital(vi), capital(en));
}
