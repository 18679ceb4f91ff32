// Bytes of an XML part → text, piece by piece, strictly: UTF-8 unless a byte order mark, the first bytes or the XML
// declaration say otherwise (XML 1.0, appendix F). A byte that does not belong is malformed, never replaced.

import { isUtf8 } from 'node:buffer';
import { refuse } from '../../templates/sheet-xml/file-refused';

const UTF8_NAMES = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
const ONE_BYTE_NAMES = new Set(['iso-8859-1', 'windows-1252', 'windows-1258']);

export class PartDecoder {
  private decoder: { decode(piece: Buffer): string; end(): string } | undefined;

  constructor(private readonly part: string) {}

  /** Throws `FileRefused` (`XML_MALFORMED`, `XML_ENCODING`). */
  decode(piece: Buffer): string {
    if (piece.length === 0) return '';
    this.decoder ??= this.decoderFor(piece);
    return this.decoder.decode(piece);
  }

  end(): string {
    return this.decoder?.end() ?? '';
  }

  private decoderFor(head: Buffer) {
    const [a, b] = head;
    if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new Labelled('utf-16le', this.part);
    if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new Labelled('utf-16be', this.part);
    const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(
      head.toString('latin1', 0, 200),
    );
    const label = declared?.[1]?.toLowerCase() ?? 'utf-8';
    if (UTF8_NAMES.has(label)) return new Utf8(this.part);
    if (!ONE_BYTE_NAMES.has(label)) refuse('XML_ENCODING', { part: this.part, found: label });
    return new Labelled(label, this.part);
  }
}

/** Whole characters are decoded by Buffer, several times faster than a streaming TextDecoder; at most 3 bytes wait. */
class Utf8 {
  private waiting: Buffer | undefined;

  constructor(private readonly part: string) {}

  decode(piece: Buffer): string {
    const bytes = this.waiting ? Buffer.concat([this.waiting, piece]) : piece;
    const whole = wholeCharacters(bytes);
    this.waiting = whole < bytes.length ? Buffer.from(bytes.subarray(whole)) : undefined;
    const ready = bytes.subarray(0, whole);
    if (!isUtf8(ready)) refuse('XML_MALFORMED', { part: this.part });
    return ready.toString('utf8');
  }

  end(): string {
    return this.waiting ? refuse('XML_MALFORMED', { part: this.part }) : '';
  }
}

/** How many bytes end on a character: steps back over at most three continuation bytes to the last lead byte. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Any other encoding, by the WHATWG decoder of that name. */
class Labelled {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(
    label: string,
    private readonly part: string,
  ) {
    this.decoder = new TextDecoder(label, { fatal: true });
  }

  decode(piece: Buffer): string {
    return this.run(() => this.decoder.decode(piece, { stream: true }));
  }

  end(): string {
    return this.run(() => this.decoder.decode());
  }

  private run(decode: () => string): string {
    try {
      return decode();
    } catch {
      return refuse('XML_MALFORMED', { part: this.part });
    }
  }
}
