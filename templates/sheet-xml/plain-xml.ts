// The plain part of XML, which is nearly all that spreadsheet programs write: a declaration, tags with quoted attributes, text
// with the usual entities. Read several times faster than a whole XML parser can. It never judges: whatever is not plain,
// right or wrong, it leaves where it stands for the parser behind it.

export type Attributes = Readonly<Record<string, string>>;

export interface PlainEvents {
  /** `tag` is the name as written. */
  open(tag: string, attributes: Attributes): void;
  close(): void;
  text?: ((text: string) => void) | undefined;
}

/** Longer tokens are for the parser behind, which counts them. */
const LONGEST_TOKEN = 16_384;
const MOST_ATTRIBUTES = 50;
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?(?: standalone="(?:yes|no)")?\?>/;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NUMBERED = /^#(?:(\d{1,6})|x([0-9A-Fa-f]{1,5}))$/;
/** Line ends to be normalised, what XML does not allow, and what takes two units. */
const NOT_PLAIN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;

/** Beyond it surrogates and what XML does not allow. */
const LAST_PLAIN = 0xd7ff;

const LETTER = 1;
const NAME = 2;
const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  CLASS[code] = /[A-Za-z]/.test(character) ? LETTER | NAME : /[0-9:._-]/.test(character) ? NAME : 0;
}

const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** The token does not end in what there is so far; the token is not plain. */
const UNFINISHED = -1;
const NOT_OURS = -2;

export class PlainXml {
  /** Names of the open elements as written. */
  readonly open: string[] = [];
  /** The XML declaration, where there was one. */
  declaration = '';
  /** The root as written, once it was closed. */
  closedRoot: string | undefined;
  private source = '';
  private begun = false;

  constructor(private readonly events: PlainEvents) {}

  /** @returns what is not plain and all that follows it; undefined as long as everything is */
  write(chunk: string): string | undefined {
    this.source = this.source === '' ? chunk : this.source + chunk;
    let at = 0;
    while (at < this.source.length) {
      const next = this.token(at);
      if (next === NOT_OURS || (next === UNFINISHED && this.source.length - at > LONGEST_TOKEN)) {
        const rest = this.source.slice(at);
        this.source = '';
        return rest;
      }
      if (next === UNFINISHED) break;
      at = next;
    }
    this.source = this.source.slice(at);
    return undefined;
  }

  /** Whether the document has come to its end; otherwise what is left over. */
  end(): string | undefined {
    const rest = this.source;
    this.source = '';
    return rest === '' && this.closedRoot !== undefined ? undefined : rest;
  }

  /** @returns where the next token begins */
  private token(at: number): number {
    const { source } = this;
    if (source.charCodeAt(at) !== LESS) return this.text(at);
    if (at + 1 >= source.length) return UNFINISHED;
    const second = source.charCodeAt(at + 1);
    if (second === SLASH) return this.endTag(at);
    if (second === QUESTION) return this.declared(at);
    return CLASS[second]! & LETTER ? this.startTag(at) : NOT_OURS;
  }

  private declared(at: number): number {
    if (this.begun) return NOT_OURS;
    const end = this.source.indexOf('?>', at);
    if (end === -1) return UNFINISHED;
    const match = DECLARATION.exec(this.source.slice(at, end + 2));
    if (!match) return NOT_OURS;
    this.declaration = match[0];
    this.begun = true;
    return end + 2;
  }

  private endTag(at: number): number {
    const { source, open } = this;
    const name = open[open.length - 1];
    if (name === undefined) return NOT_OURS;
    const end = at + 2 + name.length;
    if (end >= source.length) return UNFINISHED;
    if (source.charCodeAt(end) !== GREATER || !source.startsWith(name, at + 2)) return NOT_OURS;
    this.leave();
    return end + 1;
  }

  private leave(): void {
    const name = this.open.pop();
    if (this.open.length === 0) this.closedRoot = name;
    this.events.close();
  }

  private text(at: number): number {
    const { source } = this;
    const { length } = source;
    let end = at;
    let odd = false;
    for (; end < length; end++) {
      const code = source.charCodeAt(end);
      if (code > GREATER) {
        if (code > LAST_PLAIN) odd = true;
      } else if (code === LESS) break;
      else if (code === AMPERSAND || code === GREATER || code < SPACE) odd = true;
    }
    if (this.open.length === 0) {
      // White space there says nothing; anything else is wrong.
      // Before everything else it makes a declaration wrong: that is for the parser behind to say.
      if (!this.begun || /[^ \t\r\n]/.test(source.slice(at, end))) return NOT_OURS;
      return end;
    }
    if (end === length) return UNFINISHED;
    if (end - at > LONGEST_TOKEN) return NOT_OURS;
    const raw = source.slice(at, end);
    const text = odd ? plainText(raw) : raw;
    if (text === undefined) return NOT_OURS;
    this.events.text?.(text);
    return end;
  }

  private startTag(at: number): number {
    const { source } = this;
    const { length } = source;
    if (this.closedRoot !== undefined) return NOT_OURS;
    let end = nameEnd(source, at + 1);
    if (end === length) return UNFINISHED;
    const name = nameAt(source, at + 1, end);
    const attributes: Record<string, string> = {};
    for (let count = 0; ; count++) {
      const gap = end;
      while (source.charCodeAt(end) === SPACE) end++;
      if (end >= length) return UNFINISHED;
      const code = source.charCodeAt(end);
      if (code === GREATER) {
        this.enter(name, attributes);
        return end + 1;
      }
      if (code === SLASH) {
        if (end + 1 >= length) return UNFINISHED;
        if (source.charCodeAt(end + 1) !== GREATER) return NOT_OURS;
        this.enter(name, attributes);
        this.leave();
        return end + 2;
      }
      if (gap === end || count === MOST_ATTRIBUTES || end - at > LONGEST_TOKEN) return NOT_OURS;
      if (code > 127 || !(CLASS[code]! & LETTER)) return NOT_OURS;
      const from = end;
      end = nameEnd(source, end + 1);
      if (end + 1 >= length) return UNFINISHED;
      if (source.charCodeAt(end) !== EQUALS || source.charCodeAt(end + 1) !== QUOTE) return NOT_OURS;
      const attribute = nameAt(source, from, end);
      const begin = end + 2;
      let odd = false;
      for (end = begin; end < length; end++) {
        const character = source.charCodeAt(end);
        if (character > LESS) {
          if (character > LAST_PLAIN) odd = true;
        } else if (character === QUOTE) break;
        else if (character === LESS || character < SPACE) return NOT_OURS;
        else if (character === AMPERSAND) odd = true;
      }
      if (end === length) return UNFINISHED;
      const raw = source.slice(begin, end);
      const value = odd ? plainText(raw) : raw;
      // Twice the same one, or one that every object has.
      if (value === undefined || attributes[attribute] !== undefined) return NOT_OURS;
      attributes[attribute] = value;
      end++;
    }
  }

  private enter(name: string, attributes: Attributes): void {
    this.begun = true;
    this.events.open(name, attributes);
    this.open.push(name);
  }
}

function nameEnd(source: string, from: number): number {
  let end = from;
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (code > 127 || !(CLASS[code]! & NAME)) break;
  }
  return end;
}

/** Names by length and first letter, the latest of each: a name that is known already need not be made again. */
const known: (string | undefined)[] = new Array(8_192).fill(undefined);

function nameAt(source: string, from: number, end: number): string {
  const slot = ((end - from) << 7) | source.charCodeAt(from);
  const before = slot < 8_192 ? known[slot] : undefined;
  if (before !== undefined && source.startsWith(before, from)) return before;
  const name = source.slice(from, end);
  if (slot < 8_192) known[slot] = name;
  return name;
}

/** With its entities replaced; undefined where it is not plain. */
function plainText(text: string): string | undefined {
  if (NOT_PLAIN.test(text) || text.includes(']]>')) return undefined;
  const [first = '', ...others] = text.split('&');
  let replaced = first;
  for (const other of others) {
    const end = other.indexOf(';');
    const character = end === -1 ? undefined : characterOf(other.slice(0, end));
    if (character === undefined) return undefined;
    replaced += character + other.slice(end + 1);
  }
  return replaced;
}

/** Of an entity without its `&` and `;`: `lt`, `#10`, `#xA`. */
function characterOf(entity: string): string | undefined {
  const named = ENTITIES.get(entity);
  if (named !== undefined) return named;
  const number = NUMBERED.exec(entity);
  if (!number) return undefined;
  const code = number[1] === undefined ? Number.parseInt(number[2]!, 16) : Number(number[1]);
  const character = code > 0xffff ? '' : String.fromCharCode(code);
  return character === '\r' || (character !== '' && !NOT_PLAIN.test(character)) ? character : undefined;
}
