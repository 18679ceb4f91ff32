// An opened package: its entries, what it declares itself to be, and parts pushed into parsers on demand. Decides whether
// the package is a workbook at all, and notes the guests it carries (pictures of other programs, links, connections). How a
// zip is unpacked is the door's affair: a stream on the server, what browsers have on the page.

import { CONTENT_TYPES_PART, type ContentTypesParser, contentTypesParser } from './content-types';
import { refuse } from './file-refused';
import { isMacroType, refusedPackageKind } from './package-kind';
import { partKey, relationshipsPartOf, resolveTarget } from './part-names';
import type { SheetXmlLimits } from './reader-limits';
import { type Relationship, relationshipsParser } from './relationships';
import type { PushParser } from './xml-part';

/** A zip whose entries are known and none of them unpacked yet. */
export interface PackageSource {
  /** As they stand in the zip, by part key. */
  readonly names: ReadonlyMap<string, string>;
  /** The whole entry, as text, into the parser and closes it. Throws `FileRefused`. */
  push(key: string, parser: PushParser): Promise<void>;
  /** The first 80 bytes of an entry that is not packed, as Latin-1; empty for others. */
  beginningOf(key: string): string;
}

/** Content type or name → the flag it raises. None of these is ever opened. */
const GUESTS: readonly (readonly [RegExp, string])[] = [
  [/externallink/, 'EXTERNAL_LINK'],
  [/oleobject|\/embeddings\//, 'OLE_EMBED'],
  [/activex/, 'ACTIVEX'],
  [/spreadsheetml\.connections|\/connections\.xml/, 'CONNECTIONS'],
  [/querytable/, 'QUERY_TABLE'],
];

export class PackageParts {
  private constructor(
    private readonly source: PackageSource,
    readonly types: ContentTypesParser,
    readonly limits: SheetXmlLimits,
  ) {}

  /** Throws `FileRefused`. */
  static async open(source: PackageSource, limits: SheetXmlLimits): Promise<PackageParts> {
    const types = contentTypesParser();
    const parts = new PackageParts(source, types, limits);
    if (!parts.has(CONTENT_TYPES_PART)) refuseOtherZip(source);
    await parts.push(CONTENT_TYPES_PART, types);
    return parts;
  }

  has(part: string): boolean {
    return this.source.names.has(partKey(part));
  }

  /** Throws `FileRefused` (`PART_MISSING` and all that the parser refuses). */
  async push<P extends PushParser>(part: string, parser: P): Promise<P> {
    if (!this.has(part)) refuse('PART_MISSING', { part });
    await this.source.push(partKey(part), parser);
    return parser;
  }

  /** The relationships of a part, `''` for the package; none where it has no `.rels`. */
  async relationshipsOf(part: string): Promise<readonly Relationship[]> {
    const rels = relationshipsPartOf(part);
    if (!this.has(rels)) return [];
    return (await this.push(rels, relationshipsParser(rels, this.limits))).relationships;
  }

  /** The main part of the package, once it is known to be a workbook. */
  async workbookPart(): Promise<string> {
    if (!this.has('_rels/.rels')) refuse('PART_MISSING', { part: '_rels/.rels' });
    const main = (await this.relationshipsOf('')).find(({ kind }) => kind === 'officeDocument');
    if (!main) return refuse('PART_MISSING', { part: '_rels/.rels' });
    const part = this.target('', main);
    const refused = refusedPackageKind(this.types.typeOf(part));
    if (refused) refuse(refused);
    return part;
  }

  /** The part a relationship points to. Throws where it points outside (`PART_OUTSIDE`). */
  target(source: string, relationship: Relationship): string {
    if (relationship.external) refuse('PART_OUTSIDE', { part: source, found: relationship.target });
    return resolveTarget(source, relationship.target);
  }

  /** Flags of what the package carries besides cells. Throws `FileRefused` (`MACRO`). */
  guests(): Set<string> {
    const flags = new Set<string>();
    for (const name of this.source.names.values()) {
      const type = this.types.typeOf(name);
      if (isMacroType(type) || /vbaproject\.bin$|\/macrosheets\//i.test(name)) refuse('MACRO', { part: name });
      const known = `${type} /${name.toLowerCase()}`;
      for (const [pattern, flag] of GUESTS) if (pattern.test(known)) flags.add(flag);
    }
    return flags;
  }
}

/** A zip without content types: OpenDocument, an archive of other files, or a workbook that lost a part. */
function refuseOtherZip({ names, beginningOf }: PackageSource): never {
  const declared = beginningOf('mimetype');
  if (declared.includes('opendocument.spreadsheet')) refuse('ODS_FILE');
  if (names.has('xl/workbook.xml')) refuse('PART_MISSING', { part: CONTENT_TYPES_PART });
  return refuse('NOT_XLSX', { found: declared.includes('opendocument') ? 'OpenDocument' : 'zip' });
}
