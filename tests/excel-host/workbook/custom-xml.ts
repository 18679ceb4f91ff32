// The custom XML parts of the workbook (ECMA-376 part 1, 22.5): read from the package, kept as texts while the add-in works
// with them, written back into the package as Excel does.

import type { PackageFile } from './package-file';
import { plainText } from './sheet-xml';

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

const WORKBOOK = 'xl/workbook.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

export function namespaceOf(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  const name = root?.[1] ? `xmlns:${root[1]}` : 'xmlns';
  return plainText(new RegExp(`\\s${name}=["']([^"']*)["']`).exec(root?.[2] ?? '')?.[1] ?? '');
}

export function readCustomXml(file: PackageFile): CustomXmlPart[] {
  return customParts(file).map((part) => {
    const properties = file.links(part).find(({ type }) => type.endsWith('/customXmlProps'))?.target;
    const id = properties && /itemID="([^"]+)"/.exec(file.text(properties))?.[1];
    return { id: id ?? part, xml: file.text(part) };
  });
}

/** Instead of all that the package had. */
export function writeCustomXml(file: PackageFile, parts: readonly CustomXmlPart[]): void {
  for (const part of customParts(file)) {
    for (const { target } of file.links(part)) file.remove(part, target);
    file.remove(WORKBOOK, part);
  }
  parts.forEach(({ id, xml }, i) => {
    const [item, properties] = [`customXml/item${i + 1}.xml`, `customXml/itemProps${i + 1}.xml`];
    file.put(item, xml);
    file.put(
      properties,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    );
    file.declare(properties, PROPERTIES_TYPE);
    file.link(item, `${OFFICE}/customXmlProps`, `itemProps${i + 1}.xml`);
    file.link(WORKBOOK, `${OFFICE}/customXml`, `../${item}`);
  });
}

function customParts(file: PackageFile): string[] {
  return file.links(WORKBOOK).flatMap(({ type, target }) => (type.endsWith('/customXml') ? [target] : []));
}
