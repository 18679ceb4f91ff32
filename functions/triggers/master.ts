// GET .../master: the consolidation workbook, for the board. `?fresh=1` waits for one that holds every receipt given out.

import { currentMaster, refreshMaster } from '../consolidate/refresh-master';
import { problem, signedIn, workbook } from './answer';
import { requestedForm } from './forms';

export const master = signedIn('board', async ({ request, centre, language }) => {
  const form = requestedForm(centre, request);
  if (!form) return problem('NOT_FOUND', language);
  const built = request.query.get('fresh') === '1' ? undefined : await currentMaster(centre.store, form);
  const pointer = built ?? (await refreshMaster(centre.store, form, centre.now().toISOString()));
  const etag = `"${pointer.etag}"`;
  if (request.headers.get('if-none-match') === etag) return { status: 304, headers: { etag } };
  const blob = await centre.store.blobs.get(pointer.path);
  if (!blob) throw new Error(`The master pointed to is missing: ${pointer.path}`);
  return workbook(blob.bytes, `tong-hop-${form.definition.form}-${form.period}.xlsx`, {
    etag,
    'last-modified': new Date(pointer.builtAt).toUTCString(),
  });
});
