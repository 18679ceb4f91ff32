// POST .../lock, .../unlock, .../extend: the board closes a period, opens it again, gives units more days. Always with a
// reason, which is kept.

import type { HttpResponseInit } from '@azure/functions';
import { z } from 'zod';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { type Day, isDay } from '../../templates/reporting-period/day';
import { actOnPeriod } from '../board/act-on-period';
import { type Lock, type PeriodAct, type PeriodState, periodActs } from '../receive/period-state';
import { askForMaster, json, problem, type SignedVisit, signedIn } from './answer';
import { requestedForm } from './forms';
import type { ProblemCode } from './problems';

export interface ShownState {
  readonly locked: Lock | null;
  /** In the order in which they were given; `units` is null where all were. */
  readonly extensions: readonly {
    readonly at: string;
    readonly until: Day;
    readonly units: readonly string[] | null;
    readonly reason: string;
  }[];
}

export function shownState({ lock }: PeriodState, acts: readonly PeriodAct[]): ShownState {
  return {
    locked: lock,
    extensions: acts.flatMap(({ act, at, until, units = null, reason }) =>
      act === 'extended' && until ? [{ at, until, units, reason }] : [],
    ),
  };
}

const reason = z.string().trim().min(10).max(500);
const plainBody = z.strictObject({ reason });
const extendBody = z.strictObject({
  reason,
  until: z.string().refine(isDay),
  units: z.array(z.string()).min(1).max(500).optional(),
});
interface Asked {
  readonly reason: string;
  readonly until?: Day | undefined;
  readonly units?: readonly string[] | undefined;
}

const ALREADY: Record<PeriodAct['act'], ProblemCode> = {
  locked: 'ALREADY_LOCKED',
  unlocked: 'NOT_LOCKED',
  extended: 'BAD_REQUEST',
};

export const lock = signedIn('board', (visit) => act('locked', visit, plainBody));
export const unlock = signedIn('board', (visit) => act('unlocked', visit, plainBody));
export const extend = signedIn('board', (visit) => act('extended', visit, extendBody));

async function act(kind: PeriodAct['act'], visit: SignedVisit, body: z.ZodType<Asked>): Promise<HttpResponseInit> {
  const { request, centre, language, account } = visit;
  const form = requestedForm(centre, request);
  if (!form) return problem('NOT_FOUND', language);
  const read = body.safeParse(await request.json().catch(() => undefined));
  if (!read.success) return problem('BAD_REQUEST', language, { detail: WANTED[kind][language] });
  const wrong = mistake(read.data, form);
  if (wrong) return problem('BAD_REQUEST', language, { detail: wrong[language] });
  const place = { form: form.definition.form, period: form.period };
  const { until, units } = read.data;
  const done = await actOnPeriod(centre.store, place, {
    act: kind,
    at: centre.now().toISOString(),
    by: account.id,
    reason: read.data.reason,
    ...(until === undefined ? {} : { until }),
    ...(units === undefined ? {} : { units }),
  });
  if (done.kind === 'already') return problem(ALREADY[kind], language);
  await askForMaster(visit, place.form, place.period);
  return json(200, { ...place, ...shownState(done.state, await periodActs(centre.store, place)) });
}

const REASON = {
  vi: 'Cần "reason": lý do, từ 10 đến 500 ký tự.',
  en: 'A "reason" of 10 to 500 characters is needed.',
};
const WANTED: Record<PeriodAct['act'], typeof REASON> = {
  locked: REASON,
  unlocked: REASON,
  extended: {
    vi: `${REASON.vi} Cần "until": ngày cuối cùng được nộp, YYYY-MM-DD; "units" nếu chỉ gia hạn cho một số đơn vị.`,
    en: `${REASON.en} So is "until", the last day, YYYY-MM-DD; "units" where only some are given more time.`,
  },
};

/** What the schema cannot know. */
function mistake({ until, units = [] }: Asked, { definition, dates }: PeriodForm): typeof REASON | undefined {
  const unknown = units.filter((unit) => !definition.units.some(({ code }) => code === unit));
  if (unknown.length > 0)
    return {
      vi: `Không có đơn vị ${unknown.join(', ')} trong danh sách. Không có gì thay đổi.`,
      en: `There is no unit ${unknown.join(', ')} on the list. Nothing was changed.`,
    };
  if (until !== undefined && until < dates.unitDue)
    return {
      vi: `"until" là ${until}, sớm hơn hạn nộp của kỳ (${dates.unitDue}). Gia hạn không thể rút ngắn hạn nộp.`,
      en: `"until" is ${until}, before the period's due date (${dates.unitDue}). An extension cannot shorten it.`,
    };
  return undefined;
}
