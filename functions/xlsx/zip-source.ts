// An uploaded zip as the package reader wants it: entries checked by zip-entries.ts, unpacked piece by piece under one budget.

import type { PackageSource } from '../../templates/sheet-xml/package-parts';
import { partKey } from '../../templates/sheet-xml/part-names';
import type { ReadLimits } from './read-limits';
import { zipEntries } from './zip-entries';
import { pushPart, UnpackBudget } from './zip-part';

/** Throws `FileRefused`. */
export async function zipSource(buffer: Buffer, limits: ReadLimits): Promise<PackageSource> {
  const entries = await zipEntries(buffer, limits);
  const budget = new UnpackBudget(limits);
  return {
    names: new Map([...entries].map(([key, { name }]) => [key, name])),
    push: (key, parser) => pushPart(entries.get(partKey(key))!, budget, parser),
    beginningOf: (key) => {
      const entry = entries.get(key);
      return entry?.method === 0 ? Buffer.from(entry.packed).toString('latin1', 0, 80) : '';
    },
  };
}
