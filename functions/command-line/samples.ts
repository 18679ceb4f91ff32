// `npm run samples`: remakes the sample reports of a form's folder. Templates are filled with invented figures, then opened
// and saved by LibreOffice, so that what is read later was not written by us.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import { fillPlan } from '../../templates/layout/fill-plan';
import { planTemplate } from '../../templates/layout/plan-template';
import { inventReport } from '../samples/invent-report';
import { renderPlan } from '../xlsx/render-plan';
import { readArguments } from './arguments';

const USAGE = 'npm run samples -- --form khoa-giao --period 2024-H1 --out FOLDER';

export async function samples(args: readonly string[], forms: readonly FormDefinition[]): Promise<number> {
  const { form, out } = readArguments(args, forms, USAGE);
  const work = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    for (const [index, unit] of form.definition.units.entries()) {
      // Without the add-in's parts, of which LibreOffice would keep one half.
      const filled = await renderPlan(fillPlan(planTemplate({ form, unit }), inventReport(form, unit, index)));
      writeFileSync(join(work, `${unit.code}.xlsx`), filled);
    }
    mkdirSync(out, { recursive: true });
    const files = form.definition.units.map((u) => join(work, `${u.code}.xlsx`));
    const profile = pathToFileURL(join(work, 'profile')).href;
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        ...files,
      ],
      { stdio: 'inherit' },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return 0;
}
