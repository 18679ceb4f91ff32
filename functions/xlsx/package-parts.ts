// An opened package: its entries, what it declares itself to be, and parts pushed into parsers on demand. Decides whether
// the package is a workbook at all, and notes the guests it carries (pictures of other programs, links, connections).

import {
  CONTENT_TYPES_PART,
  type ContentTypesParser,
  contentTypesParser,
} from '../../templates/sheet-xml/content-types';
import { refuse } from '../../templates/sheet-xml/file-refused';
import { isMacroType, refusedPackageKind } from '../../templates/sheet-xml/package-kind';
import { partKey, relationshipsPartOf, resolveTarget } from '../../templates/sheet-xml/part-names';
import { type Relationship, relationshipsParser } from '../../templates/sheet-xml/relationships';
import type { PushParser } from '../../templates/sheet-xml/xml-part';
import type { ReadLimits } from './read-limits';
import { type ZipEntry, zipEntries } from './zip-entries';
import { pushPart, UnpackBudget } from './zip-part';

/** Content type or name → the flag it raises. None of these is ever opened. */
const GUESTS: readonly (readonly [RegExp, string])[] = [
  [/externallink/, 'EXTERNAL_LINK'],
  [/oleobject|\/embeddings\//, 'OLE_EMBED'],
  [/activex/, 'ACTIVEX'],
  [/spreadsheetml\.connections|\/connections\.xml/, 'CONNECTIONS'],
  [/querytable/, 'QUERY_TABLE'],
];

export class PackageParts {
  private readonly budget: UnpackBudget;

  private constructor(
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    readonly types: ContentTypesParser,
    readonly limits: ReadLimits,
  ) {
    this.budget = new UnpackBudget(limits);
  }

  /** Throws `FileRefused`. */
  static async open(buffer: Buffer, limits: ReadLimits): Promise<PackageParts> {
    const entries = await zipEntries(buffer, limits);
    const types = contentTypesParser();
    const parts = new PackageParts(entries, types, limits);
    if (!parts.has(CONTENT_TYPES_PART)) refuseOtherZip(entries);
    await parts.push(CONTENT_TYPES_PART, types);
    return parts;
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  /** Throws `FileRefused` (`PART_MISSING` and all that the parser refuses). */
  async push<P extends PushParser>(part: string, parser: P): Promise<P> {
    const entry = this.entries.get(partKey(part)) ?? refuse('PART_MISSING', { part });
    await pushPart(entry, this.budget, parser);
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
    for (const { name } of this.entries.values()) {
      const type = this.types.typeOf(name);
      if (isMacroType(type) || /vbaproject\.bin$|\/macrosheets\//i.test(name)) refuse('MACRO', { part: name });
      const known = `${type} /${name.toLowerCase()}`;
      for (const [pattern, flag] of GUESTS) if (pattern.test(known)) flags.add(flag);
    }
    return flags;
  }
}

/** A zip without content types: OpenDocument, an archive of other files, or a workbook that lost a part. */
function refuseOtherZip(entries: ReadonlyMap<string, ZipEntry>): never {
  const mimetype = entries.get('mimetype');
  const declared = mimetype?.method === 0 ? Buffer.from(mimetype.packed).toString('latin1', 0, 80) : '';
  if (declared.includes('opendocument.spreadsheet')) refuse('ODS_FILE');
  if (entries.has('xl/workbook.xml')) refuse('PART_MISSING', { part: CONTENT_TYPES_PART });
  return refuse('NOT_XLSX', { found: declared.includes('opendocument') ? 'OpenDocument' : 'zip' });
}
