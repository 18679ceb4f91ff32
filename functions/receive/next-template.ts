// What a unit downloads next for a period: the blank template, or where the board has sent its report back, that report in
// the template with the board's comments as notes on the cells.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { fillPlan } from '../../templates/layout/fill-plan';
import { type Placed, placeAnswers } from '../../templates/layout/place-answers';
import { placeNotes } from '../../templates/layout/place-notes';
import type { ReturnComment } from '../../templates/receipt/receipt';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { carriedOver } from '../../templates/submission/carried-over';
import type { Submission } from '../../templates/submission/submission';
import { findForm } from '../forms/form-library';
import { renderTemplate } from '../forms/render-template';
import type { Store } from '../store/store';
import { commentsOn } from './find-receipt';
import { countedValues, historyOfUnit } from './history-of-unit';
import { eventKey, eventOf, headKey, headOf, partitionOf } from './submission-rows';

export async function nextTemplate(
  store: Store,
  forms: readonly FormDefinition[],
  form: PeriodForm,
  unit: ReportingUnit,
): Promise<Uint8Array> {
  const history = await historyOfUnit(store, forms, form, unit.code);
  const sentBack = await returned(store, form, unit.code);
  if (!sentBack) return renderTemplate({ form, unit, history });
  const { report, notCarried } = carriedOver(sentBack.submission, form, formOf(sentBack.submission, forms) ?? form);
  const placed = placeAnswers(report, form, unit, { headerKnown: false });
  const lost = notCarried.map(({ name, message }) => ({ name, text: message.vi }));
  const comments = [...sentBack.comments, ...lost, ...leftOut(placed)];
  const base = sentBack.submission.revision;
  return renderTemplate({ form: placed.form, unit, history, base }, (plan) =>
    placeNotes(fillPlan(plan, placed.answers), comments, placed.lines),
  );
}

/** The form that a report followed: an older version, where another was published since. */
function formOf({ form, version, period }: Submission, forms: readonly FormDefinition[]): PeriodForm | undefined {
  const ofVersion = forms.filter((one) => one.version === version);
  return findForm(ofVersion, form, period);
}

async function returned(
  store: Store,
  { definition, period }: PeriodForm,
  unit: string,
): Promise<{ readonly submission: Submission; readonly comments: readonly ReturnComment[] } | undefined> {
  const place = { form: definition.form, period, unit };
  const { counted } = headOf(await store.rows.get(partitionOf(place), headKey(unit)));
  if (counted === 0) return undefined;
  const ref = { ...place, revision: counted };
  const row = await store.rows.get(partitionOf(ref), eventKey(ref));
  const event = row && eventOf(row);
  if (event?.state !== 'returned') return undefined;
  return { submission: await countedValues(store, ref), comments: await commentsOn(store, event) };
}

/** What the template's annexes have no room for is told, never lost in silence. */
function leftOut({ leftOut: rows }: Placed): ReturnComment[] {
  return [...new Set(rows.map(({ annex }) => annex))].map((annex) => {
    const missing = rows.filter((row) => row.annex === annex).map(({ row }) => row);
    return {
      name: annex,
      text: `Phụ lục này của báo cáo trước dài hơn mẫu: các dòng từ ${missing[0]} đến ${missing.at(-1)} không có trong tệp này, lấy lại từ tệp đã nộp.`,
    };
  });
}
