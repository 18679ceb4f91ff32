// Submissions → the master workbook, always from the beginning: one pass over the units fills every sheet at once, and what
// depends on all of them is written after it. Reads no file and no clock; trusts the submissions to have passed the checks.

import type { Writable } from 'node:stream';
import { AcrossUnits } from '../../templates/validate/check-across-units';
import { type Graft, openGraft } from '../xlsx/graft-workbook';
import { renderPlan } from '../xlsx/render-plan';
import { FOLLOW_UP, followUpRow } from './follow-up-sheet';
import type { MasterInput, MasterSummary } from './master-input';
import { type MasterPlan, masterPlan } from './master-plan';
import type { PutRow } from './put-row';
import { LOG, logRow } from './source-sheets';
import { unitLabel } from './unit-label';
import { UnitPass } from './unit-pass';
import { writeAcrossUnits } from './write-across-units';
import { writeTotals } from './write-totals';

export type { MasterInput, MasterSummary } from './master-input';

/**
 * Writes the master to a file path or a stream, which is ended. Throws where the submissions are not those of the standings;
 * nothing is left behind then.
 */
export async function buildMaster(input: MasterInput, sink: string | Writable): Promise<MasterSummary> {
  const counted = input.standings.filter((standing) => standing.counted > 0).map((standing) => standing.unit);
  const plan = masterPlan(input, counted.length);
  const skeleton = await renderPlan({
    title: 'Tổng hợp số liệu công tác khoa giáo',
    subject: `${input.form.definition.form} ${input.form.definition.version}, ${input.form.period}`,
    sheets: plan.sheets.map((sheet) => sheet.plan),
  });
  const graft = await openGraft(
    skeleton,
    plan.sheets.map((sheet) => sheet.stream),
  );
  try {
    return await fill(graft, plan, input, counted, sink);
  } catch (error) {
    await graft.discard();
    throw error;
  }
}

async function fill(
  graft: Graft,
  plan: MasterPlan,
  input: MasterInput,
  counted: readonly string[],
  sink: string | Writable,
): Promise<MasterSummary> {
  const { form, standings, units } = input;
  let rows = 0;
  const put: PutRow = (sheet, cells, setting) => {
    rows++;
    return graft.row(sheet, cells, setting);
  };
  for (const [i, standing] of standings.entries())
    await put(FOLLOW_UP, followUpRow(i + 1, unitLabel(standing.unit, units), standing));
  const pass = new UnitPass(plan, form, put);
  const across = new AcrossUnits(form);
  let done = 0;
  for await (const submission of input.submissions) {
    if (submission.unit !== counted[done])
      throw new Error(`Submission of ${submission.unit} where the standings count ${counted[done] ?? 'no more'}`);
    await pass.add(submission, unitLabel(submission.unit, units));
    across.add(submission, units.get(submission.unit));
    done++;
    input.onUnit?.(done);
  }
  if (done < counted.length) throw new Error(`${done} submissions where the standings count ${counted.length}`);
  const unwritten = await writeAcrossUnits(across, units, put);
  for await (const entry of input.log) await put(LOG, logRow(entry));
  const totals = await writeTotals({ form, plan, pass, units: done, put });
  await graft.finishTo(sink);
  return {
    units: done,
    expected: standings.length,
    indicators: form.indicators.length,
    totalsComputed: [...totals.values()].filter((total) => total !== null).length,
    totals,
    rows,
    warnings: [...pass.warnings(), ...unwritten],
  };
}
