// The name of a zip entry, made into a part name: forward slashes, valid UTF-8, inside the package. Names are looked up and
// never used as file paths; they are checked all the same, because no spreadsheet program writes such names.

import { isUtf8 } from 'node:buffer';
import { refuse } from '../../templates/sheet-xml/file-refused';

const MAX_NAME_BYTES = 1_024;

/** Throws `FileRefused` (`ZIP_BAD_NAME`). */
export function zipPartName(raw: Buffer): string {
  const shown = raw.subarray(0, 80).toString('utf8');
  if (raw.length === 0 || raw.length > MAX_NAME_BYTES || !isUtf8(raw)) refuse('ZIP_BAD_NAME', { found: shown });
  const name = raw.toString('utf8').replaceAll('\\', '/');
  const climbs = name.split('/').some((segment) => segment === '..');
  if (climbs || name.startsWith('/') || /^[a-z]:/i.test(name) || /[\u0000-\u001f]/.test(name)) {
    refuse('ZIP_BAD_NAME', { found: shown });
  }
  return name;
}
