// One XML part of a workbook, pushed in chunks of text: well-formedness by saxes, and on top of it what an upload needs:
// no DOCTYPE, bounded depth, attributes and tokens, and element names without their prefix. Knows no spreadsheet.

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from './file-refused';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_TOKEN } from './reader-limits';

export type Attributes = Readonly<Record<string, string>>;

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
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = new NameSpace();
  /** Names of the open elements. */
  const open: string[] = [];
  let tokenStart = 0;

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
    if (open.length >= MAX_DEPTH) refuse('XML_TOO_COMPLEX', { part });
    if (open.length === 0) names.begin(tag);
    const name = names.localOf(tag);
    if (open.length === 0 && name !== root) refuse('XML_UNEXPECTED', { part, found: `<${tag.name}>` });
    open.push(name);
    handlers.open(name, tag.attributes);
  });
  parser.on('closetag', () => {
    const name = open.pop() ?? '';
    handlers.close?.(name);
  });
  if (handlers.text) {
    const onText = (value: string) => {
      token();
      handlers.text?.(value);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  return {
    write: (chunk) =>
      guard(part, () => {
        parser.write(chunk);
        // A DOCTYPE reports itself only at its end, which a hostile file may never give.
        if (parser.position - tokenStart > MAX_TOKEN) refuse('XML_TOO_COMPLEX', { part });
      }),
    close: () => guard(part, () => void parser.close()),
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

  begin(root: SaxesTagPlain): void {
    const prefix = prefixOf(root.name);
    this.uri = root.attributes[declarationOf(prefix)] ?? '';
    this.prefixes.add(prefix);
    for (const [name, value] of Object.entries(root.attributes)) {
      if (value !== this.uri) continue;
      if (name === 'xmlns') this.prefixes.add('');
      else if (name.startsWith('xmlns:')) this.prefixes.add(name.slice(6));
    }
  }

  localOf(tag: SaxesTagPlain): string {
    const known = this.locals.get(tag.name);
    if (known) return known;
    const prefix = prefixOf(tag.name);
    if (!this.prefixes.has(prefix)) {
      if (this.uri === '' || tag.attributes[declarationOf(prefix)] !== this.uri) return '';
      this.prefixes.add(prefix);
    }
    const local = prefix === '' ? tag.name : tag.name.slice(prefix.length + 1);
    if (this.locals.size < 1_000) this.locals.set(tag.name, local);
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
