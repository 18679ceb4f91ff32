// GET .../units/{unit}: a unit's file on a period, for the unit itself and the board. Another unit is told nothing.

import { readUnitFile } from '../receive/read-unit-file';
import { json, problem, signedIn } from './answer';
import { requestedForm } from './forms';

export const unitFile = signedIn('any', async ({ request, centre, language, account }) => {
  const form = requestedForm(centre, request);
  const code = request.params.unit ?? '';
  const unit = form?.definition.units.find((u) => u.code === code);
  if (!form || !unit || (account.role === 'unit' && code !== account.id)) return problem('NOT_FOUND', language);
  const { store, forms, now } = centre;
  return json(200, await readUnitFile(store, forms, form, unit, { now: now().toISOString(), language }));
});
