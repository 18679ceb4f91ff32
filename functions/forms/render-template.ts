// A unit's template as a workbook's bytes, blank or filled in: the one way from a request to a file that somebody opens in
// Excel. What every such file must carry is put in here.

import { planTemplate } from '../../templates/layout/plan-template';
import type { WorkbookPlan } from '../../templates/layout/sheet-plan';
import type { TemplateRequest } from '../../templates/layout/template-request';
import { withAddIn } from '../xlsx/add-in-parts';
import { renderPlan } from '../xlsx/render-plan';

/** @param filled what is put into the blank template before it is written */
export async function renderTemplate(
  request: TemplateRequest,
  filled: (plan: WorkbookPlan) => WorkbookPlan = (plan) => plan,
): Promise<Uint8Array> {
  const { form, unit } = request;
  const { form: id, version } = form.definition;
  // Last of all: whatever writes a workbook anew would drop these parts.
  return withAddIn(await renderPlan(filled(planTemplate(request))), {
    form: id,
    version,
    period: form.period,
    unit: unit.code,
  });
}
