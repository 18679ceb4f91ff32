// Whether the parts of a form fit together: no code twice, every formula over names that exist, every choice with its
// options, every roll-up with what it needs. The schema has already judged each value by itself.

import { checkFormulas } from './check-formulas';
import type { Complain } from './complain';
import type { FormProblem } from './form-error';
import type { FormFileName } from './form-schema';
import type { FormYaml } from './form-yaml';
import type { Path } from './yaml-file';

export function checkForm(yaml: FormYaml): FormProblem[] {
  const problems: FormProblem[] = [];
  const complain: Complain = (file, path, vi, en) => {
    problems.push({ file, line: yaml[file].lineOf(path), message: { vi, en } });
  };
  checkCodes(yaml, complain);
  checkCalendar(yaml, complain);
  checkFormulas(yaml, complain);
  checkCatalogue(yaml, complain);
  return problems;
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
