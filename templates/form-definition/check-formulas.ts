// Whether every formula of a form can be computed: over names that exist, each used as what it is (one value or a column),
// every roll-up and choice with what it needs.

import { compiled } from '../rules/compiled';
import { columnsUsedAsValues, ExpressionError, namesIn } from '../rules/expression';
import { expressionsIn } from '../rules/message-text';
import type { FormFileName, Indicator } from './form-schema';
import type { FormYaml } from './form-yaml';
import { columnRangeName, indicatorName } from './names';
import type { Path } from './yaml-file';

export type Complain = (file: FormFileName, path: Path, vi: string, en: string) => void;

/** What a name of the form stands for. */
type Names = ReadonlyMap<string, 'value' | 'column'>;

export function checkFormulas(yaml: FormYaml, complain: Complain): void {
  const names = knownNames(yaml);
  checkIndicators(yaml, names, complain);
  checkAnnexes(yaml, complain);
  yaml['form.yaml'].content.narratives.forEach((n, i) => {
    if (n.requiredIf) checkExpression(n.requiredIf, names, 'form.yaml', ['narratives', i, 'requiredIf'], complain);
  });
  checkRules(yaml, names, complain);
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

function checkRules(yaml: FormYaml, names: Names, complain: Complain): void {
  yaml['rules.yaml'].content.rules.forEach((r, i) => {
    if (!names.has(r.at))
      complain(
        'rules.yaml',
        ['rules', i, 'at'],
        `${r.id}: không có tên ${r.at} trong mẫu.`,
        `${r.id}: the form has no name ${r.at}.`,
      );
    checkExpression(r.expression, names, 'rules.yaml', ['rules', i, 'expression'], complain);
    for (const text of [...expressionsIn(r.message.vi), ...expressionsIn(r.message.en)])
      checkExpression(text, names, 'rules.yaml', ['rules', i, 'message'], complain);
  });
}

function checkExpression(text: string, names: Names, file: FormFileName, path: Path, complain: Complain): void {
  try {
    for (const name of namesIn(compiled(text))) {
      if (!names.has(name))
        complain(
          file,
          path,
          `Công thức "${text}" dùng tên không có: ${name}. Kiểm tra lại mã.`,
          `Formula "${text}" uses an unknown name: ${name}. Check the code.`,
        );
    }
    for (const name of columnsUsedAsValues(compiled(text), (n) => names.get(n) === 'column')) {
      complain(
        file,
        path,
        `Công thức "${text}" dùng cả cột ${name} như một giá trị. Đặt cột trong SUM, MAX, MIN, COUNT, COUNTIF….`,
        `Formula "${text}" uses the whole column ${name} as one value. Put the column inside SUM, MAX, MIN, COUNT, COUNTIF….`,
      );
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    complain(
      file,
      path,
      `Công thức "${text}" sai ở ký tự ${error.offset + 1}: ${error.message}.`,
      `Formula "${text}" is wrong at character ${error.offset + 1}: ${error.message}.`,
    );
  }
}
