// GET /api/health: 200 when storage answers.

import { json, open } from './answer';

export const health = open(async ({ centre }) => {
  await centre.store.rows.get('health', 'health');
  return json(200, { status: 'ok' });
});
