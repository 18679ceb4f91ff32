// Excel.CustomXmlPart and its collections (ExcelApi 1.5): where the add-in keeps receipts inside the workbook.

import { type CustomXmlPart, namespaceOf } from '../workbook/custom-xml';
import { HostError } from '../workbook/stored-cell';
import { type ApiObject, NULL_OBJECT } from './api-object';
import type { Excel } from './excel';
import { itemNotFound } from './worksheet-object';

export function customXmlCollection(excel: Excel): ApiObject {
  const all = excel.book.customXml;
  return {
    type: 'CustomXmlPartCollection',
    items: () => all.map((part) => partObject(excel, part)),
    methods: {
      ...finding(excel, () => all),
      GetByNamespace: (uri) => scoped(excel, () => all.filter(({ xml }) => namespaceOf(xml) === uri)),
      Add: (xml) => {
        const part = { id: newId(all), xml: wellFormed(xml) };
        all.push(part);
        excel.touch();
        return partObject(excel, part);
      },
    },
  };
}

/** The parts of one namespace. */
function scoped(excel: Excel, parts: () => readonly CustomXmlPart[]): ApiObject {
  const only = (): ApiObject | undefined => {
    const [first, ...others] = parts();
    return first && others.length === 0 ? partObject(excel, first) : undefined;
  };
  return {
    type: 'CustomXmlPartScopedCollection',
    items: () => parts().map((part) => partObject(excel, part)),
    methods: {
      ...finding(excel, parts),
      GetOnlyItem: () => only() ?? itemNotFound('The only part'),
      GetOnlyItemOrNullObject: () => only() ?? NULL_OBJECT,
    },
  };
}

function finding(excel: Excel, parts: () => readonly CustomXmlPart[]): NonNullable<ApiObject['methods']> {
  const find = (id: unknown): ApiObject | undefined => {
    const part = parts().find((one) => one.id === id);
    return part && partObject(excel, part);
  };
  return {
    GetItem: (id) => find(id) ?? itemNotFound(String(id)),
    GetItemOrNullObject: (id) => find(id) ?? NULL_OBJECT,
    GetCount: () => ({ result: parts().length }),
  };
}

function partObject(excel: Excel, part: CustomXmlPart): ApiObject {
  return {
    type: 'CustomXmlPart',
    identity: () => ({ Id: part.id }),
    scalars: { Id: () => part.id, NamespaceUri: () => namespaceOf(part.xml) },
    methods: {
      GetXml: () => ({ result: part.xml }),
      SetXml: (xml) => {
        part.xml = wellFormed(xml);
        excel.touch();
        return undefined;
      },
      Delete: () => {
        excel.book.customXml.splice(excel.book.customXml.indexOf(part), 1);
        excel.touch();
        return undefined;
      },
    },
  };
}

function wellFormed(xml: unknown): string {
  if (typeof xml !== 'string' || namespaceOf(xml) === '')
    throw new HostError('InvalidArgument', 'A custom XML part needs a root element with a namespace');
  return xml;
}

/** GUIDs that count, so that the same test gives the same file. */
function newId(parts: readonly CustomXmlPart[]): string {
  const numbers = parts.map(({ id }) => Number.parseInt(id.slice(1, 9), 16) || 0);
  return `{${(Math.max(0, ...numbers) + 1).toString(16).padStart(8, '0').toUpperCase()}-0000-4000-8000-000000000000}`;
}
