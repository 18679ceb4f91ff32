// The skeleton of a master, taken apart: its parts as they are, and each sheet to be streamed cut open at its exemplar row.
// The skeleton is our own work (exceljs, checked when it was made), so anything unexpected is a bug and throws.

import { inflateRawSync } from 'node:zlib';
import { columnNumber } from '../../templates/cell/cell';
import { partKey, relationshipsPartOf, resolveTarget } from '../../templates/sheet-xml/part-names';
import { unescapeXml } from './extend-ranges';
import { READ_LIMITS } from './read-limits';
import { type ZipEntry, zipEntries } from './zip-entries';

export interface StreamedSheet {
  readonly name: string;
  /** The first row that is replaced by streamed rows, which look like it. */
  readonly exemplarRow: number;
  /** Further looks by name, each the number of a row below `exemplarRow`; together they are the last rows of the sheet. */
  readonly exemplars?: Readonly<Record<string, number>>;
}

/** How a streamed row looks. */
export interface RowLook {
  /** Attributes of the row besides its number, e.g. ` ht="20" customHeight="1"`. */
  readonly attributes: string;
  /** ` s="3"` by column from 0, `''` where the exemplar has no style. */
  readonly styles: readonly string[];
}

/** One sheet, open where its rows go. */
export interface OpenSheet {
  readonly name: string;
  readonly exemplarRow: number;
  readonly lastExemplar: number;
  readonly part: string;
  /** Up to and with the rows above the exemplars; from `</sheetData>` on. */
  readonly head: string;
  readonly tail: string;
  readonly look: RowLook;
  readonly looks: ReadonlyMap<string, RowLook>;
  readonly tables: readonly string[];
}

export class Skeleton {
  private constructor(readonly entries: ReadonlyMap<string, ZipEntry>) {}

  static async open(bytes: Uint8Array): Promise<Skeleton> {
    return new Skeleton(await zipEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), READ_LIMITS));
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  text(part: string): string {
    const entry = this.entries.get(partKey(part));
    if (!entry) throw new Error(`The skeleton has no part ${part}`);
    return Buffer.from(entry.method === 0 ? entry.packed : inflateRawSync(entry.packed)).toString('utf8');
  }

  /** Targets of a part's relationships by id. */
  targets(part: string): Map<string, string> {
    const rels = relationshipsPartOf(part);
    const targets = new Map<string, string>();
    if (!this.has(rels)) return targets;
    for (const [tag] of this.text(rels).matchAll(/<Relationship\b[^>]*>/g)) {
      if (!tag.includes('TargetMode="External"'))
        targets.set(attribute(tag, 'Id'), resolveTarget(part, attribute(tag, 'Target')));
    }
    return targets;
  }

  /** Cuts one sheet open at its exemplar rows, which must be its last. */
  openSheet({ name, exemplarRow, exemplars = {} }: StreamedSheet): OpenSheet {
    const part = this.sheetPart(name);
    const xml = this.text(part);
    const start = xml.lastIndexOf(`<row r="${exemplarRow}"`);
    const end = xml.indexOf('</sheetData>', start);
    const rows = start < 0 ? new Map<number, RowLook>() : rowLooks(xml.slice(start, end));
    const wanted = new Set([exemplarRow, ...Object.values(exemplars)]);
    const look = rows.get(exemplarRow);
    if (!look || rows.size !== wanted.size || [...wanted].some((row) => !rows.has(row)))
      throw new Error(`Sheet "${name}": row ${[...wanted].join(', ')} is not the last row of the skeleton`);
    const tables = [...this.targets(part).values()].filter((target) => /\/tables\/[^/]+\.xml$/.test(target));
    return {
      name,
      exemplarRow,
      lastExemplar: Math.max(...wanted),
      part,
      head: xml.slice(0, start),
      tail: xml.slice(end),
      look,
      looks: new Map(Object.entries(exemplars).map(([key, row]) => [key, rows.get(row)!])),
      tables,
    };
  }

  private sheetPart(name: string): string {
    const sheet = [...this.text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].find(
      ([tag]) => unescapeXml(attribute(tag, 'name')) === name,
    );
    const part = sheet && this.targets('xl/workbook.xml').get(attribute(sheet[0], 'r:id'));
    if (part === undefined) throw new Error(`The skeleton has no sheet "${name}"`);
    return part;
  }
}

function rowLooks(xml: string): Map<number, RowLook> {
  const rows = xml.matchAll(/<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs);
  return new Map(
    Array.from(rows, ([, number, attributes, cells]) => [
      Number(number),
      { attributes: attributes!.replace(/ spans="[^"]*"/, ''), styles: exemplarStyles(cells ?? '') },
    ]),
  );
}

function exemplarStyles(cells: string): string[] {
  const styles: string[] = [];
  for (const [tag, column] of cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*>/g)) {
    styles[columnNumber(column!) - 1] = / s="\d+"/.exec(tag)?.[0] ?? '';
  }
  return Array.from(styles, (style) => style ?? '');
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
