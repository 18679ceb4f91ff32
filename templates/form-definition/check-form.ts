// Whether the parts of a form fit together: no code twice, every formula over names that exist, every choice with its
// options, every roll-up with what it needs. The schema has already judged each value by itself.

import { compiled } from '../rules/compiled';
import { ExpressionError, namesIn } from '../rules/expression';
import { expressionsIn } from '../rules/message-text';
import type { FormYaml } from './form-definition';
import type { FormProblem } from './form-error';
import type { FormFileName, Indicator } from './form-schema';
import { columnRangeName, indicatorName } from './names';
import type { Path } from './yaml-file';

type Complain = (file: FormFileName, path: Path, vi: string, en: string) => void;

export function checkForm(yaml: FormYaml): FormProblem[] {
  const problems: FormProblem[] = [];
  const complain: Complain = (file, path, vi, en) => {
    problems.push({ file, line: yaml[file].lineOf(path), message: { vi, en } });
  };
  const names = knownNames(yaml);
  checkCodes(yaml, complain);
  checkCalendar(yaml, complain);
  checkIndicators(yaml, names, complain);
  checkAnnexes(yaml, complain);
  yaml['form.yaml'].content.narratives.forEach((n, i) => {
    if (n.requiredIf) checkExpression(n.requiredIf, names, 'form.yaml', ['narratives', i, 'requiredIf'], complain);
  });
  checkRules(yaml, names, complain);
  checkCatalogue(yaml, complain);
  return problems;
}

function knownNames(yaml: FormYaml): ReadonlySet<string> {
  const { sections, annexes } = yaml['form.yaml'].content;
  return new Set([
    ...sections.flatMap((s) => s.indicators.map((i) => indicatorName(i.code))),
    ...annexes.flatMap((a) => a.columns.map((c) => columnRangeName(a.code, c.key))),
  ]);
}

function checkCodes(yaml: FormYaml, complain: Complain): void {
  const unique = (file: FormFileName, entries: readonly (readonly [string, Path])[]): void => {
    const seen = new Set<string>();
    for (const [code, path] of entries) {
      if (seen.has(code))
        complain(
          file,
          path,
          `Mã ${code} bị lặp. Mỗi mã chỉ dùng một lần; đổi một trong hai.`,
          `Code ${code} stands twice. Give one of the two another code.`,
        );
      seen.add(code);
    }
  };
  const form = yaml['form.yaml'].content;
  unique(
    'form.yaml',
    form.sections.flatMap((s, i) =>
      s.indicators.map((x, j) => [x.code, ['sections', i, 'indicators', j, 'code']] as const),
    ),
  );
  unique(
    'form.yaml',
    form.sections.map((s, i) => [s.code, ['sections', i, 'code']]),
  );
  unique(
    'form.yaml',
    form.annexes.map((a, i) => [a.code, ['annexes', i, 'code']]),
  );
  unique(
    'form.yaml',
    form.header.map((h, i) => [h.name, ['header', i, 'name']]),
  );
  unique(
    'form.yaml',
    form.narratives.map((n, i) => [n.code, ['narratives', i, 'code']]),
  );
  unique(
    'form.yaml',
    form.periods.map((p, i) => [p.period, ['periods', i, 'period']]),
  );
  unique(
    'catalogue.yaml',
    yaml['catalogue.yaml'].content.documents.map((d, i) => [d.id, ['documents', i, 'id']]),
  );
  unique(
    'units.yaml',
    yaml['units.yaml'].content.units.map((u, i) => [u.code, ['units', i, 'code']]),
  );
  unique(
    'rules.yaml',
    yaml['rules.yaml'].content.rules.map((r, i) => [r.id, ['rules', i, 'id']]),
  );
  form.sections.forEach((s, i) => {
    s.indicators.forEach((x, j) => {
      if (!x.code.startsWith(`${s.code}.`))
        complain(
          'form.yaml',
          ['sections', i, 'indicators', j, 'code'],
          `Chỉ tiêu ${x.code} nằm trong mục ${s.code}. Mã phải bắt đầu bằng ${s.code}.`,
          `Indicator ${x.code} stands in section ${s.code}. Its code must begin with ${s.code}.`,
        );
    });
  });
}

function checkCalendar(yaml: FormYaml, complain: Complain): void {
  const ids = yaml['calendar.yaml'].content.presets.map((p) => p.id);
  const { calendar } = yaml['form.yaml'].content;
  if (!ids.includes(calendar))
    complain(
      'form.yaml',
      ['calendar'],
      `Không có lịch "${calendar}" trong calendar.yaml. Chọn một trong: ${ids.join(', ')}.`,
      `There is no calendar "${calendar}" in calendar.yaml. Choose one of: ${ids.join(', ')}.`,
    );
}

function checkIndicators(yaml: FormYaml, names: ReadonlySet<string>, complain: Complain): void {
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
        const keys = new Set(annex?.columns.map((c) => c.key));
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
    const keys = new Set(a.columns.map((c) => c.key));
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

function checkRules(yaml: FormYaml, names: ReadonlySet<string>, complain: Complain): void {
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

function checkCatalogue(yaml: FormYaml, complain: Complain): void {
  const fields = new Set(yaml['form.yaml'].content.fields.map((f) => f.code));
  yaml['catalogue.yaml'].content.documents.forEach((d, i) => {
    if (!fields.has(d.field))
      complain(
        'catalogue.yaml',
        ['documents', i, 'field'],
        `${d.id}: không có lĩnh vực số ${d.field} trong form.yaml.`,
        `${d.id}: form.yaml has no field ${d.field}.`,
      );
    if (d.validTo && d.validTo < d.validFrom)
      complain(
        'catalogue.yaml',
        ['documents', i, 'validTo'],
        `${d.id}: validTo sớm hơn validFrom.`,
        `${d.id}: validTo is before validFrom.`,
      );
  });
}

function checkExpression(
  text: string,
  names: ReadonlySet<string>,
  file: FormFileName,
  path: Path,
  complain: Complain,
): void {
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
