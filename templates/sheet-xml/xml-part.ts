// One XML part of a workbook, pushed in chunks of text: read plainly as far as it is plain, by saxes from there on, and on top
// of both what an upload needs: no DOCTYPE, bounded depth, attributes and tokens, and element names without their prefix.
// Knows no spreadsheet.

import { SaxesParser } from 'saxes';
import { refuse } from './file-refused';
import { type Attributes, type PlainEvents, PlainXml } from './plain-xml';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_TOKEN } from './reader-limits';

export type { Attributes };

/** Names come without prefix; an element that is not in the namespace of the root comes as `''`. */
export interface PartHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface PushParser {
  /** Throws `FileRefused`. */
  write(chunk: string): void;
  /** Ends the part. Throws `FileRefused` where it is not complete. */
  close(): void;
}

/** Tags shorter than this cannot hold more than `MAX_ATTRIBUTES` attributes (` a=""` is five units). */
const COUNT_FROM = MAX_ATTRIBUTES * 5;

export function parsePart(part: string, root: string, handlers: PartHandlers): PushParser {
  const names = new NameSpace();
  /** Names of the open elements. */
  const open: string[] = [];
  const events: PlainEvents = {
    open(tag, attributes) {
      if (open.length >= MAX_DEPTH) refuse('XML_TOO_COMPLEX', { part });
      if (open.length === 0) names.begin(tag, attributes);
      const name = names.localOf(tag, attributes);
      if (open.length === 0 && name !== root) refuse('XML_UNEXPECTED', { part, found: `<${tag}>` });
      open.push(name);
      handlers.open(name, attributes);
    },
    close() {
      const name = open.pop() ?? '';
      handlers.close?.(name);
    },
    text: handlers.text && ((text) => handlers.text?.(text)),
  };
  const plain = new PlainXml(events);
  let whole: PushParser | undefined;
  const goOn = (rest: string | undefined): void => {
    if (rest === undefined) return;
    whole = wholeXml(part, plain, events);
    whole.write(rest);
  };

  return {
    write: (chunk) => guard(part, () => (whole ? whole.write(chunk) : goOn(plain.write(chunk)))),
    close: () =>
      guard(part, () => {
        if (!whole) goOn(plain.end());
        whole?.close();
      }),
  };
}

/** The parser of all XML, from where the plain one stopped: it is first told, unheard, what is open there. */
function wholeXml(part: string, before: PlainXml, events: PlainEvents): PushParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.write(before.declaration + before.open.map((name) => `<${name}>`).join(''));
  if (before.closedRoot !== undefined) parser.write(`<${before.closedRoot}/>`);
  let tokenStart = parser.position;

  const token = () => {
    const length = parser.position - tokenStart;
    tokenStart += length;
    if (length > MAX_TOKEN) refuse('XML_TOO_COMPLEX', { part });
    return length;
  };

  parser.on('doctype', () => refuse('XML_DOCTYPE', { part }));
  parser.on('error', () => refuse('XML_MALFORMED', { part }));
  parser.on('comment', token);
  parser.on('opentag', (tag) => {
    if (token() > COUNT_FROM && Object.keys(tag.attributes).length > MAX_ATTRIBUTES)
      refuse('XML_TOO_COMPLEX', { part });
    events.open(tag.name, tag.attributes);
  });
  parser.on('closetag', () => events.close());
  if (events.text) {
    const onText = (value: string) => {
      token();
      events.text?.(value);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  return {
    write(chunk) {
      parser.write(chunk);
      // A DOCTYPE reports itself only at its end, which a hostile file may never give.
      if (parser.position - tokenStart > MAX_TOKEN) refuse('XML_TOO_COMPLEX', { part });
    },
    close: () => void parser.close(),
  };
}

/** saxes throws plain errors for states it holds impossible: malformed input. Other errors are bugs and pass through. */
function guard(part: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && (error.constructor === Error || error instanceof RangeError)) {
      refuse('XML_MALFORMED', { part });
    }
    throw error;
  }
}

/**
 * Which prefixes stand for the namespace of the root (Namespaces in XML 1.0): `worksheet` and `x:worksheet` are the same.
 * A prefix bound to that namespace further down counts from there on in the whole part.
 */
class NameSpace {
  private uri = '';
  private readonly prefixes = new Set<string>();
  private readonly locals = new Map<string, string>();

  begin(tag: string, attributes: Attributes): void {
    const prefix = prefixOf(tag);
    this.uri = attributes[declarationOf(prefix)] ?? '';
    this.prefixes.add(prefix);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== this.uri) continue;
      if (name === 'xmlns') this.prefixes.add('');
      else if (name.startsWith('xmlns:')) this.prefixes.add(name.slice(6));
    }
  }

  localOf(tag: string, attributes: Attributes): string {
    const known = this.locals.get(tag);
    if (known) return known;
    const prefix = prefixOf(tag);
    if (!this.prefixes.has(prefix)) {
      if (this.uri === '' || attributes[declarationOf(prefix)] !== this.uri) return '';
      this.prefixes.add(prefix);
    }
    const local = prefix === '' ? tag : tag.slice(prefix.length + 1);
    if (this.locals.size < 1_000) this.locals.set(tag, local);
    return local;
  }
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')));
}

function declarationOf(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
}

/** An attribute by its local name under any prefix, e.g. `r:id` (ECMA-376 part 1, 22.8.2.1). */
export function prefixedAttribute(attributes: Attributes, local: string): string | undefined {
  for (const name of Object.keys(attributes)) if (name.endsWith(`:${local}`)) return attributes[name];
  return undefined;
}

/** xsd:boolean: `1` or `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
