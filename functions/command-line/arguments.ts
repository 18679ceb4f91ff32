// The arguments of a command: read with Node's own parser, refused with what to write instead.

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { unitsFile } from '../../templates/form-definition/form-schema';
import { readYaml } from '../../templates/form-definition/yaml-file';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { findForm } from '../forms/form-library';

/** Shown as it is; the command leaves with 2. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments';
}

export interface Arguments {
  readonly form: PeriodForm;
  readonly out: string;
  readonly unit?: string;
  /** A units.yaml of the board's own, in place of the form's sample units. */
  readonly units?: readonly ReportingUnit[];
  readonly paths: readonly string[];
}

/** @throws BadArguments with the usage */
export function readArguments(args: readonly string[], forms: readonly FormDefinition[], usage: string): Arguments {
  const fail = (vi: string, en: string): never => {
    throw new BadArguments(`${vi}\n${en}\n\n${usage}`);
  };
  const text = { type: 'string' } as const;
  let parsed: {
    values: { form?: string; period?: string; unit?: string; units?: string; out?: string };
    positionals: string[];
  };
  try {
    parsed = parseArgs({
      args: [...args],
      options: { form: text, period: text, unit: text, units: text, out: text },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    return fail('Tham số không đúng.', (error as Error).message);
  }
  const { form: id = '', period = '', out = '', unit, units } = parsed.values;
  if (!forms.some((f) => f.form === id))
    fail(
      `Không có mẫu "${id}". Các mẫu: ${[...new Set(forms.map((f) => f.form))].join(', ')}.`,
      `There is no form "${id}".`,
    );
  const form = findForm(forms, id, period);
  if (!form) {
    const periods = [
      ...new Set(forms.filter((f) => f.form === id).flatMap((f) => f.periods.map((p) => p.period))),
    ].join(', ');
    return fail(`Mẫu ${id} không có kỳ "${period}". Các kỳ: ${periods}.`, `Form ${id} has no period "${period}".`);
  }
  if (out === '') fail('Thiếu --out: nơi ghi tệp kết quả.', '--out is missing: where to write the result.');
  return {
    form,
    out,
    paths: parsed.positionals,
    ...(unit === undefined ? {} : { unit }),
    ...(units === undefined ? {} : { units: readUnits(units, fail) }),
  };
}

function readUnits(path: string, fail: (vi: string, en: string) => never): readonly ReportingUnit[] {
  if (!existsSync(path)) fail(`Không có tệp ${path}.`, `There is no file ${path}.`);
  const read = readYaml(path, readFileSync(path, 'utf8'), unitsFile);
  if ('content' in read) return read.content.units;
  return fail(
    read.map((p) => `${p.file}:${p.line}: ${p.message.vi}`).join('\n'),
    read.map((p) => p.message.en).join('\n'),
  );
}
