// The workbook that the fake Excel has open, over the bytes of a real .xlsx: sheets, names, custom XML, the add-in's
// settings and whether it starts with the file. Its bytes are the original package with what was changed put in its place.

import { WEB_EXTENSION_PART, withAddIn } from '../../../functions/xlsx/add-in-parts';
import { type CustomXmlPart, readCustomXml, writeCustomXml } from './custom-xml';
import { HostSheet } from './host-sheet';
import { PackageFile } from './package-file';
import { attribute, isTrue, parseSharedStrings, plainText } from './sheet-xml';
import { parseStyles } from './style-sheet';

export interface HostName {
  readonly name: string;
  /** `ChiTieu!$D$12` */
  readonly reference: string;
  readonly visible: boolean;
}

/** By name: JSON as text, as the file has them. */
export type StoredSettings = Readonly<Record<string, string>>;

const WORKBOOK = 'xl/workbook.xml';
const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export class HostWorkbook {
  readonly customXml: CustomXmlPart[];
  /** Excel loads the add-in when the workbook is opened; `setStartupBehavior` changes it, and it is kept in the file. */
  startsWithAddIn: boolean;
  settings: StoredSettings;

  private constructor(
    private readonly original: Uint8Array,
    readonly sheets: readonly HostSheet[],
    readonly names: readonly HostName[],
  ) {
    const file = new PackageFile(original);
    this.customXml = readCustomXml(file);
    this.settings = readSettings(file);
    this.startsWithAddIn = startsWithAddIn(file);
  }

  static open(bytes: Uint8Array): HostWorkbook {
    const file = new PackageFile(bytes);
    const workbook = file.text(WORKBOOK);
    return new HostWorkbook(bytes, readSheets(file, workbook), readNames(workbook));
  }

  /** By name without regard to case, as Excel finds it, or by id. */
  sheet(key: string): HostSheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find(({ facts }) => facts.name.toLowerCase() === wanted || facts.id.toLowerCase() === wanted);
  }

  name(name: string): HostName | undefined {
    return this.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const file = new PackageFile(this.original);
    for (const sheet of this.sheets) {
      const xml = sheet.patched();
      if (xml !== undefined) file.put(sheet.facts.part, xml);
    }
    if (!same(readCustomXml(file), this.customXml)) writeCustomXml(file, this.customXml);
    const bytes = file.bytes();
    if (same(readSettings(file), this.settings) && startsWithAddIn(file) === this.startsWithAddIn) return bytes;
    const settings = Object.entries(this.settings).map(([name, json]) => [name, JSON.parse(json)]);
    const tied = await withAddIn(bytes, Object.fromEntries(settings));
    return this.startsWithAddIn ? tied : notStarted(tied);
  }
}

/** CT_BackgroundAppData of MS-OWEXML 2.2.12. */
const STARTED = '<we:backgroundApp state="1"';

function startsWithAddIn(file: PackageFile): boolean {
  return file.has(WEB_EXTENSION_PART) && file.text(WEB_EXTENSION_PART).includes(STARTED);
}

/** The specification does not say which numbers there are; none but 1 is taken for "load". */
function notStarted(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new PackageFile(bytes);
  file.put(WEB_EXTENSION_PART, file.text(WEB_EXTENSION_PART).replace(STARTED, STARTED.replace('1', '0')));
  return file.bytes();
}

function readSheets(file: PackageFile, workbook: string): HostSheet[] {
  const links = file.links(WORKBOOK);
  const partOf = (type: string): string | undefined => links.find((l) => l.type.endsWith(`/${type}`))?.target;
  const strings = partOf('sharedStrings');
  const shared = strings ? parseSharedStrings(file.text(strings)) : [];
  const styles = parseStyles(file.text(partOf('styles')!));
  return Array.from(workbook.matchAll(/<sheet\b[^>]*>/g), ([tag]) => {
    const part = links.find(({ id }) => id === attribute(tag, 'r:id'))!.target;
    const facts = {
      name: attribute(tag, 'name')!,
      id: sheetId(Number(attribute(tag, 'sheetId'))),
      visibility: VISIBILITY[(attribute(tag, 'state') ?? 'visible') as keyof typeof VISIBILITY],
      part,
    };
    return new HostSheet(facts, file.text(part), shared, styles);
  });
}

const sheetId = (number: number): string => `{00000000-0001-0000-${number.toString(16).padStart(4, '0')}-000000000000}`;

/** Of the workbook: those of one sheet are print areas and the like. */
function readNames(workbook: string): HostName[] {
  return Array.from(workbook.matchAll(/<definedName\b([^>]*)>([^<]*)/g))
    .filter(([, tag]) => attribute(tag!, 'localSheetId') === undefined)
    .map(([, tag, text]) => ({
      name: attribute(tag!, 'name')!,
      reference: plainText(text!),
      visible: !isTrue(attribute(tag!, 'hidden')),
    }));
}

function readSettings(file: PackageFile): StoredSettings {
  if (!file.has(WEB_EXTENSION_PART)) return {};
  const tags = file.text(WEB_EXTENSION_PART).matchAll(/<we:property\b[^>]*>/g);
  return Object.fromEntries(Array.from(tags, ([tag]) => [attribute(tag, 'name')!, attribute(tag, 'value')!]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
