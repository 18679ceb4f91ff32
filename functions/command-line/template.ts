// `npm run template`: a unit's blank workbook, or one for every unit into a folder.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { renderTemplate } from '../forms/render-template';
import { BadArguments, readArguments } from './arguments';

const USAGE =
  'npm run template -- --form khoa-giao --period 2024-H1 [--unit DV01] [--units units.yaml] --out FILE-OR-FOLDER';

export async function template(args: readonly string[], forms: readonly FormDefinition[]): Promise<number> {
  const { form, out, unit: code, units = form.definition.units } = readArguments(args, forms, USAGE);
  const chosen = units.filter((u) => code === undefined || u.code === code);
  if (chosen.length === 0)
    throw new BadArguments(
      `Không có đơn vị "${code}". Các đơn vị: ${units.map((u) => u.code).join(', ')}.\nThere is no unit "${code}".`,
    );
  mkdirSync(code === undefined ? out : dirname(out), { recursive: true });
  for (const unit of chosen) {
    const file = code === undefined ? join(out, `${form.definition.form}-${form.period}-${unit.code}.xlsx`) : out;
    writeFileSync(file, await renderTemplate({ form, unit }));
    process.stdout.write(`${file}\n`);
  }
  return 0;
}
