// GET /api/openapi.json: the interface described by itself.

import { json, open } from './answer';
import { DOCUMENT } from './openapi-document';

export const openapi = open(async () => json(200, DOCUMENT));
