// The workbook made of a report that came as values: made once, by an examining process, and kept beside the values under
// their hash. Judged and downloaded are the same bytes; a crash before it is kept only makes it again.

import type { Examiner, Rebuilt } from '../examine/examination';
import type { Store } from '../store/store';
import { XLSX_TYPE } from '../xlsx/media-type';
import { rebuiltPath, type SubmissionEvent, submissionId } from './submission-rows';

/** @param values the bytes received, which were read and found well at the door */
export async function rebuiltWorkbook(
  { store, examiner }: { readonly store: Store; readonly examiner: Examiner },
  event: SubmissionEvent,
  values: Uint8Array,
): Promise<Rebuilt> {
  const path = rebuiltPath(event, event.sha256);
  const kept = await store.blobs.get(path);
  if (kept) return { kind: 'rebuilt', workbook: kept.bytes };
  const { form, period, unit } = event;
  const rebuilt = await examiner.rebuild({ values, form, period, unit, file: submissionId(event) });
  if (rebuilt.kind !== 'rebuilt') return rebuilt;
  const done = await store.blobs.create(path, rebuilt.workbook, XLSX_TYPE);
  // Somebody else was quicker: theirs is the one.
  const first = done === 'exists' ? await store.blobs.get(path) : undefined;
  return first ? { kind: 'rebuilt', workbook: first.bytes } : rebuilt;
}
