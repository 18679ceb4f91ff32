// The .xlsx door: the bytes of an upload → cells, or the first reason why not. Uploads are hostile until proven otherwise:
// only the parts needed are opened, everything is counted, nothing is fetched, and no trouble of the file is an exception.

import { FileRefused } from '../../templates/sheet-xml/file-refused';
import { PackageParts } from '../../templates/sheet-xml/package-parts';
import { type ReadPackage, readPackage } from '../../templates/sheet-xml/read-package';
import { sniff } from '../../templates/sheet-xml/sniff';
import type { FileRefusal } from '../../templates/violation/file-refusals';
import { READ_LIMITS, type ReadLimits } from './read-limits';
import { sniffText } from './sniff-text';
import { zipSource } from './zip-source';

export type ReadResult = ({ readonly ok: true } & ReadPackage) | { readonly ok: false; readonly refusal: FileRefusal };

/** Expected trouble is a refusal; a rejected promise is a bug. */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadResult> {
  const all = { ...READ_LIMITS, ...limits };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refusal = sniff(buffer, all.fileBytes, () => sniffText(buffer));
  if (refusal) return { ok: false, refusal };
  try {
    const parts = await PackageParts.open(await zipSource(buffer, all), all);
    return { ok: true, ...(await readPackage(parts, all)) };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
