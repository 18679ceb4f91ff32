// What the screens are drawn over: the published form, and invented reports of its first unit, rendered as a unit would get
// them. One has nothing wrong with it, one errors of several kinds, one warnings, one nothing filled in.

import { renderPlan } from '../../functions/xlsx/render-plan';
import type { History } from '../../templates/history/history';
import { planTemplate } from '../../templates/layout/plan-template';
import { filledPlan } from '../setup/filled';
import { realForm, realPeriod } from '../setup/real-form';
import type { WorkbookName } from './screens-list';

const PERIOD = '2024-H1';
const BROKEN = {
  BC_ngay_ky: '14/6/2024',
  CT_A_05: 99_999,
  CT_A_07: '31\u00a0',
  CT_A_13: ' 58',
  CT_A_17: '45 người',
  CT_D_01: 1,
  TM_T_1: null,
};
const WARNED = {
  CT_A_05: 120,
  CT_D_01: 1,
  GT_D_02: 'Văn bản còn lại sơ kết vào quý III theo kế hoạch của cấp trên.',
};

/** @returns by path: `/clean.xlsx`, `/data.json` */
export async function screensData(): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const form = realPeriod(PERIOD);
  const [unit, other] = realForm().units as [(typeof form.definition.units)[0], (typeof form.definition.units)[0]];
  const workbooks: Record<WorkbookName, Uint8Array> = {
    clean: await renderPlan(filledPlan(PERIOD, 0)),
    broken: await renderPlan(filledPlan(PERIOD, 0, { values: BROKEN })),
    warned: await renderPlan(filledPlan(PERIOD, 0, { values: WARNED })),
    blank: await renderPlan(planTemplate({ form, unit })),
    foreign: await renderPlan(planTemplate({ form, unit: other })),
    torn: new Uint8Array(0),
  };
  workbooks.torn = workbooks.clean.slice(0, Math.floor(workbooks.clean.length / 2));
  // What was reported in the period before and stands there unchanged is pointed out.
  const history: History = { values: { KT_K_01: numberIn('CT_K_01'), KT_K_04: numberIn('CT_K_04') }, rows: {} };
  return new Map<string, Uint8Array | string>([
    ['/data.json', JSON.stringify({ definition: realForm(), history })],
    ...Object.entries(workbooks).map(([name, bytes]) => [`/${name}.xlsx`, bytes] as const),
  ]);
}

function numberIn(name: string): number {
  for (const { rows } of filledPlan(PERIOD, 0).sheets)
    for (const { cells } of rows)
      for (const cell of cells) if (cell.name === name && typeof cell.content === 'number') return cell.content;
  throw new Error(`The invented report has no ${name}`);
}
