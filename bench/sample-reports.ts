// The reports that are measured: committed samples, which LibreOffice saved, and ones that we fill in ourselves.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findForm } from '../functions/forms/form-library';
import { publishedForms } from '../functions/forms/published-forms';
import { inventReport } from '../functions/samples/invent-report';
import { renderPlan } from '../functions/xlsx/render-plan';
import type { PeriodForm } from '../templates/form-definition/form-for-period';
import { fillPlan } from '../templates/layout/fill-plan';
import { planTemplate } from '../templates/layout/plan-template';
import type { ReportingUnit } from '../templates/reporting-unit/reporting-unit';

/** From `dist/bench`, where these programs run. */
export const ROOT = resolve(__dirname, '../..');
export const PLACE = { form: 'khoa-giao', period: '2024-H1' };

export function sampleForm(): PeriodForm {
  return findForm(publishedForms(), PLACE.form, PLACE.period)!;
}

export function savedSample(unit: string): Buffer {
  return readFileSync(join(ROOT, 'templates/forms/khoa-giao/2024.1/samples', PLACE.period, `${unit}.xlsx`));
}

/** As exceljs writes it. */
export async function writtenReport(form: PeriodForm, unit: ReportingUnit, index: number): Promise<Uint8Array> {
  return renderPlan(fillPlan(planTemplate({ form, unit }), inventReport(form, unit, index)));
}
