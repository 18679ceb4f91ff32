// GET .../units/{unit}: a unit's file on a period, for the unit itself and the board. Another unit is told nothing.

import { readUnitFile } from '../receive/read-unit-file';
import { json, problem, signedIn } from './answer';
import { requestedForm, unitInReach } from './forms';

export const unitFile = signedIn('any', async ({ request, centre, language, account }) => {
  const form = requestedForm(centre, request);
  const unit = form && unitInReach(form, request.params.unit ?? '', account);
  if (!form || !unit) return problem('NOT_FOUND', language);
  const { store, forms, now } = centre;
  return json(200, await readUnitFile(store, forms, form, unit, { now: now().toISOString(), language }));
});
