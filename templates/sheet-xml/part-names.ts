// Names of parts inside a package (ECMA-376 part 2, 6.2 and 6.5): how a target is resolved against the part it stands in,
// and where the relationships of a part are kept. Refuses targets that climb out of the package.

import { refuse } from './file-refused';

/** `xl/workbook.xml` + `../x/sheet.xml` → `x/sheet.xml`. Absolute targets and backslashes are understood. */
export function resolveTarget(source: string, target: string): string {
  const path = decoded(target.replaceAll('\\', '/'));
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) refuse('PART_OUTSIDE', { part: source, found: target });
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) refuse('PART_OUTSIDE', { part: source, found: target });
  }
  return segments.join('/');
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; `''` (the package) → `_rels/.rels`. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Part names are equivalent when they match without regard to case and per cent codes (ECMA-376 part 2, 6.2.2). */
export function partKey(name: string): string {
  return decoded(name).toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
