// GET .../status: for the board, how every expected unit stands, completeness and timeliness, and whether the period is
// locked.

import { periodStandings } from '../receive/period-standings';
import { dueOf } from '../receive/period-state';
import { submissionId } from '../receive/submission-rows';
import { json, problem, signedIn } from './answer';
import { requestedForm } from './forms';
import { shownState } from './period-acts';

export const status = signedIn('board', async ({ request, centre, language }) => {
  const form = requestedForm(centre, request);
  if (!form) return problem('NOT_FOUND', language);
  const place = { form: form.definition.form, period: form.period };
  const { standings, state, acts } = await periodStandings(centre.store, form);
  const counted = standings.filter((s) => s.counted > 0);
  const onTime = counted.filter((s) => s.daysLate === 0);
  const units = standings.map(({ errors, warnings, ...s }) => ({
    ...s,
    name: form.definition.units.find((u) => u.code === s.unit)?.name,
    expected: true,
    due: dueOf(state, form, s.unit),
    onTime: s.receivedAt === undefined ? null : s.daysLate === 0,
    violations: { errors, warnings },
    submission: s.revision === 0 ? null : submissionId({ ...place, unit: s.unit, revision: s.counted || s.revision }),
  }));
  return json(200, {
    ...place,
    due: form.dates.unitDue,
    expected: standings.length,
    received: counted.length,
    onTime: onTime.length,
    completeness: counted.length / standings.length,
    timeliness: onTime.length / standings.length,
    ...shownState(state, acts),
    units,
  });
});
