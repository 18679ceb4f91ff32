// Workbooks written part by part, as odd or as wrong as a test needs them. What is not said is what Excel would write.

import { type ReadResult, readWorkbook } from '../../../functions/xlsx/read-workbook';
import { addressOf, type Cell, parseAddress, type WorkbookCells } from '../../../templates/cell/cell';
import { type RawEntry, rawZip } from './raw-zip';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface RawWorkbook {
  /** Content of `<sheetData>`, by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** What stands before and after `<sheetData>` in every sheet. */
  readonly before?: string;
  readonly after?: string;
  /** Content of `<sst>`; undefined: no such part. */
  readonly strings?: string;
  /** Content of `<styleSheet>`; undefined: no such part. */
  readonly styles?: string;
  /** Inside `<workbook>`, before and after `<sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly mainType?: string;
  /** Further `<Relationship>` elements of the workbook, and further content types. */
  readonly relationships?: string;
  readonly types?: string;
  /** Parts added or put in the place of those made from the above; `null` leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
}

export function rawParts(book: RawWorkbook): Map<string, string | Buffer> {
  const sheets = Object.entries(book.sheets ?? { A: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const parts = new Map<string, string | Buffer>();
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  parts.set(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('xl/workbook.xml', book.mainType ?? `${SML}.sheet.main+xml`) +
      sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${SML}.worksheet+xml`)).join('') +
      `${book.types ?? ''}</Types>`,
  );
  parts.set(
    '_rels/.rels',
    relationships([`<Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`]),
  );
  parts.set(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${REL}">${book.beforeSheets ?? ''}<sheets>` +
      sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      `</sheets>${book.afterSheets ?? ''}</workbook>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      ),
      book.strings === undefined
        ? ''
        : `<Relationship Id="rIdS" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>`,
      book.styles === undefined ? '' : `<Relationship Id="rIdT" Type="${REL}/styles" Target="styles.xml"/>`,
      book.relationships ?? '',
    ]),
  );
  sheets.forEach(([, rows], i) => {
    const xml = `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${book.before ?? ''}<sheetData>${rows}</sheetData>${book.after ?? ''}</worksheet>`;
    parts.set(`xl/worksheets/sheet${i + 1}.xml`, xml);
  });
  if (book.strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${book.strings}</sst>`);
  if (book.styles !== undefined) parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`);
  for (const [name, content] of Object.entries(book.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

function relationships(elements: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE_REL}">${elements.join('')}</Relationships>`;
}

export function rawEntries(book: RawWorkbook): RawEntry[] {
  return [...rawParts(book)].map(([name, data]) => ({ name, data }));
}

export function rawWorkbook(book: RawWorkbook): Buffer {
  return rawZip(rawEntries(book));
}

/** The workbook of a file that must be read. */
export async function read(bytes: Uint8Array): Promise<WorkbookCells> {
  return accepted(await readWorkbook(bytes));
}

export function accepted(result: ReadResult): WorkbookCells {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.workbook;
}

/** The refusal of a file that must not be read; undefined where it was read after all. */
export async function refusalOf(bytes: Uint8Array) {
  const result = await readWorkbook(bytes);
  return result.ok ? undefined : result.refusal;
}

/** One cell, `sheet!address` or an address in the first sheet. */
export function cellAt(workbook: WorkbookCells, place: string): Cell | undefined {
  const [address, sheetName] = place.split('!').reverse();
  const sheet = sheetName === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === sheetName);
  return sheet?.cells.get(parseAddress(address!)!);
}

/** All values of one sheet by address. */
export function valuesOf(workbook: WorkbookCells, sheet = 0): Record<string, Cell['value']> {
  return Object.fromEntries([...workbook.sheets[sheet]!.cells].map(([key, cell]) => [addressOf(key), cell.value]));
}
