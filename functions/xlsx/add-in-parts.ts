// Ties a finished workbook to the add-in, as the last step of making it: the web-extension parts of MS-OWEXML 2.1.1 to
// 2.2.12, so that Excel offers the task pane when the file is opened. Every other part keeps its bytes. Nothing may be
// identified by these parts: LibreOffice and exceljs drop them when they save.

import { crc32, deflateRawSync } from 'node:zlib';
import { partKey } from '../../templates/sheet-xml/part-names';
import { Skeleton } from './graft-skeleton';
import { collectBytes } from './sinks';
import { type PackedPart, ZipWriter } from './zip-writer';

/** `Id` and `Version` of manifest.xml; tests/manifest holds them against each other. */
export const ADD_IN_ID = '7c0e4f5a-3b1d-4f0e-9a53-2c8d1e6f7a90';
export const ADD_IN_VERSION = '1.0.0.0';
/** The runtime's `resid` in manifest.xml. */
export const ADD_IN_RUNTIME = 'Taskpane.Url';

export const TASK_PANES_PART = 'xl/webextensions/taskpanes.xml';
export const WEB_EXTENSION_PART = 'xl/webextensions/webextension1.xml';
const TASK_PANES_RELATIONSHIPS = 'xl/webextensions/_rels/taskpanes.xml.rels';
const PACKAGE_RELATIONSHIPS = '_rels/.rels';
const CONTENT_TYPES = '[Content_Types].xml';

const TASK_PANES_TYPE = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const WEB_EXTENSION_TYPE = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
/** The add-in as it stands in one workbook; the same in all of ours, as a copied file would have it. */
const INSTANCE_ID = '{2F0B6C71-5D1E-4C38-8E0B-6A4D9F1C3B27}';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the add-in finds as `Office.context.document.settings`, by name: any JSON. */
export type AddInSettings = Readonly<Record<string, unknown>>;

/**
 * The workbook with the add-in's parts; where it has them, with these settings instead of the former.
 * Throws where another add-in holds their place, or the bytes are no package of ours.
 */
export async function withAddIn(workbook: Uint8Array, settings: AddInSettings): Promise<Uint8Array<ArrayBuffer>> {
  const skeleton = await Skeleton.open(workbook);
  const parts = new Map<string, string>([
    [CONTENT_TYPES, declared(skeleton.text(CONTENT_TYPES))],
    [PACKAGE_RELATIONSHIPS, related(skeleton.text(PACKAGE_RELATIONSHIPS))],
    [TASK_PANES_PART, TASK_PANES],
    [TASK_PANES_RELATIONSHIPS, TASK_PANES_RELATIONSHIPS_XML],
    [WEB_EXTENSION_PART, webExtension(settings)],
  ]);
  const changed = new Map([...parts].map(([name, xml]) => [partKey(name), textPart(name, xml)]));
  const bytes = await collectBytes(async (sink) => {
    const zip = new ZipWriter(sink);
    for (const [key, { name, method, crc, size, packed }] of skeleton.entries) {
      await zip.add(changed.get(key) ?? { name, method, crc, size, packedSize: packed.length, packed: [packed] });
      changed.delete(key);
    }
    for (const part of changed.values()) await zip.add(part);
    await zip.end();
  });
  return new Uint8Array(bytes);
}

/** Content types, with an override for each part that is not declared yet. */
function declared(types: string): string {
  const overrides = [
    [TASK_PANES_PART, 'application/vnd.ms-office.webextensiontaskpanes+xml'],
    [WEB_EXTENSION_PART, 'application/vnd.ms-office.webextension+xml'],
  ]
    .filter(([part]) => !types.includes(`"/${part}"`))
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return types.replace('</Types>', () => `${overrides.join('')}</Types>`);
}

/** The package's relationships with the one to the task panes. */
function related(relationships: string): string {
  const found = [...relationships.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) => tag.includes(TASK_PANES_TYPE));
  if (!found)
    return relationships.replace(
      '</Relationships>',
      () => `<Relationship Id="rIdAddIn" Type="${TASK_PANES_TYPE}" Target="${TASK_PANES_PART}"/></Relationships>`,
    );
  if (!found[0].includes(`${TASK_PANES_PART}"`)) throw new Error('The workbook belongs to another add-in already');
  return relationships;
}

/** `visibility="0"`: Excel asks nobody to install anything; the pane opens where the add-in is installed. */
const TASK_PANES = `${DECLARATION}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;

const TASK_PANES_RELATIONSHIPS_XML = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${WEB_EXTENSION_TYPE}" Target="webextension1.xml"/></Relationships>`;

/**
 * `EXCatalog`: uploaded by an administrator. `backgroundApp` is what Excel itself writes after setStartupBehavior(load) of a
 * shared runtime (CT_BackgroundAppData).
 */
function webExtension(settings: AddInSettings): string {
  const properties = Object.entries(settings)
    .map(([name, value]) => `<we:property name="${attribute(name)}" value="${attribute(JSON.stringify(value))}"/>`)
    .join('');
  return (
    `${DECLARATION}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="${INSTANCE_ID}">` +
    `<we:reference id="${ADD_IN_ID}" version="${ADD_IN_VERSION}" store="EXCatalog" storeType="EXCatalog"/>` +
    `<we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/>` +
    '<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>' +
    '<we:extLst><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{0858819E-0033-43BF-8937-05EC82904868}">' +
    `<we:backgroundApp state="1" runtimeId="${ADD_IN_RUNTIME}"/></a:ext></we:extLst></we:webextension>`
  );
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (white) => `&#${white.charCodeAt(0)};`);
}

function textPart(name: string, xml: string): PackedPart {
  const bytes = Buffer.from(xml);
  const packed = deflateRawSync(bytes);
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packedSize: packed.length, packed: [packed] };
}
