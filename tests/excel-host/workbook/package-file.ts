// The .xlsx package of the fake Excel: parts by name, changed one by one, everything else as it came. Knows relationships
// and content types, nothing of cells.

import { unzipSync, zipSync } from 'fflate';
import { relationshipsPartOf, resolveTarget } from '../../../templates/sheet-xml/part-names';
import { attribute } from './sheet-xml';

const FIXED_DAY = new Date(1980, 0, 1);
const CONTENT_TYPES = '[Content_Types].xml';

export interface PackageLink {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export class PackageFile {
  private readonly parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  has(part: string): boolean {
    return this.parts[part] !== undefined;
  }

  text(part: string): string {
    const bytes = this.parts[part];
    if (!bytes) throw new Error(`The package has no part ${part}`);
    return new TextDecoder().decode(bytes);
  }

  put(part: string, text: string): void {
    this.parts[part] = new TextEncoder().encode(text);
  }

  links(part: string): PackageLink[] {
    const rels = relationshipsPartOf(part);
    if (!this.has(rels)) return [];
    return Array.from(this.text(rels).matchAll(/<Relationship\b[^>]*>/g), ([tag]) => ({
      id: attribute(tag, 'Id')!,
      type: attribute(tag, 'Type')!,
      target: resolveTarget(part, attribute(tag, 'Target')!),
    }));
  }

  /** `target` as it is written, from the folder of `part`. */
  link(part: string, type: string, target: string): void {
    const rels = relationshipsPartOf(part);
    const text = this.has(rels) ? this.text(rels) : EMPTY_RELATIONSHIPS;
    let number = 1;
    while (text.includes(`"rIdHost${number}"`)) number++;
    const id = `rIdHost${number}`;
    const tag = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
    this.put(
      rels,
      text.replace('</Relationships>', () => `${tag}</Relationships>`),
    );
  }

  /** Takes a part away with the relationship that leads to it. */
  remove(source: string, part: string): void {
    delete this.parts[part];
    delete this.parts[relationshipsPartOf(part)];
    const rels = relationshipsPartOf(source);
    const kept = this.text(rels).replace(/<Relationship\b[^>]*>/g, (tag) =>
      resolveTarget(source, attribute(tag, 'Target')!) === part ? '' : tag,
    );
    this.put(rels, kept);
    const types = this.text(CONTENT_TYPES);
    this.put(
      CONTENT_TYPES,
      types.replace(/<Override\b[^>]*>/g, (t) => (attribute(t, 'PartName') === `/${part}` ? '' : t)),
    );
  }

  declare(part: string, contentType: string): void {
    const types = this.text(CONTENT_TYPES);
    if (types.includes(`"/${part}"`)) return;
    const tag = `<Override PartName="/${part}" ContentType="${contentType}"/>`;
    this.put(
      CONTENT_TYPES,
      types.replace('</Types>', () => `${tag}</Types>`),
    );
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(zipSync(this.parts, { level: 3, mtime: FIXED_DAY }));
  }
}

const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
