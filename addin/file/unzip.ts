// A zip in the browser as the package reader wants it: fflate unpacks, entry by entry and only those that are asked for. A page
// on one's own computer need not be as strict as the server, which reads the file again; it only must not be drowned by it.

import { type UnzipFileInfo, unzipSync } from 'fflate';
import { refuse } from '../../templates/sheet-xml/file-refused';
import type { PackageSource } from '../../templates/sheet-xml/package-parts';
import { partKey } from '../../templates/sheet-xml/part-names';
import type { PushParser } from '../../templates/sheet-xml/xml-part';

/** A whole report unpacked has about 5 MB; more than this in one part is not one. */
const MOST_BYTES = 60_000_000;
/** Parsers are fed in pieces, so that they can stop at the first trouble. */
const PIECE = 262_144;

/** Throws `FileRefused`. */
export function unzipped(bytes: Uint8Array<ArrayBuffer>): PackageSource {
  const entries = new Map<string, UnzipFileInfo>();
  unpack(bytes, (entry) => {
    if (!entry.name.endsWith('/')) entries.set(partKey(entry.name.replaceAll('\\', '/')), entry);
    return false;
  });
  return {
    names: new Map([...entries].map(([key, { name }]) => [key, name])),
    async push(key, parser) {
      const { name, originalSize } = entries.get(key)!;
      if (originalSize > MOST_BYTES) refuse('ZIP_TOO_BIG', { part: name });
      const part = unpack(bytes, (entry) => entry.name === name)[name];
      feed(parser, textOf(part ?? refuse('ZIP_CORRUPT', { part: name }), name));
    },
    beginningOf(key) {
      const entry = entries.get(key);
      if (entry?.compression !== 0) return '';
      const part = unpack(bytes, ({ name }) => name === entry.name)[entry.name];
      return String.fromCharCode(...(part ?? []).slice(0, 80));
    },
  };
}

function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  filter: (entry: UnzipFileInfo) => boolean,
): Record<string, Uint8Array<ArrayBuffer>> {
  try {
    return unzipSync(bytes, { filter }) as Record<string, Uint8Array<ArrayBuffer>>;
  } catch {
    return refuse('ZIP_CORRUPT');
  }
}

/** UTF-8, or UTF-16 where the first bytes say so (XML 1.0, appendix F); no spreadsheet program writes anything else. */
function textOf(part: Uint8Array<ArrayBuffer>, name: string): string {
  const [a, b] = part;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(part);
  } catch {
    return refuse('XML_MALFORMED', { part: name });
  }
}

function feed(parser: PushParser, text: string): void {
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
}
