// Excel.NamedItem and the collection of them: the contract of our forms is made of names.

import type { HostName } from '../workbook/host-workbook';
import { placeOf } from '../workbook/recalculate';
import { type ApiObject, NULL_OBJECT } from './api-object';
import type { Excel } from './excel';
import { rangeObject } from './range-object';
import { itemNotFound } from './worksheet-object';

export function nameCollection(excel: Excel): ApiObject {
  const find = (key: unknown): ApiObject | undefined => {
    const name = excel.book.name(String(key));
    return name && nameObject(excel, name);
  };
  return {
    type: 'NamedItemCollection',
    items: () => excel.book.names.map((name) => nameObject(excel, name)),
    methods: {
      GetItem: (key) => find(key) ?? itemNotFound(String(key)),
      GetItemOrNullObject: (key) => find(key) ?? NULL_OBJECT,
      GetCount: () => ({ result: excel.book.names.length }),
    },
  };
}

function nameObject(excel: Excel, { name, reference, visible }: HostName): ApiObject {
  const range = (): ApiObject | undefined => {
    const place = placeOf(excel.book, name);
    return place && rangeObject(excel, place.sheet, place.area);
  };
  return {
    type: 'NamedItem',
    identity: () => ({ _Id: name }),
    scalars: {
      Name: () => name,
      Formula: () => `=${reference}`,
      Type: () => (reference.includes('#REF!') ? 'Error' : 'Range'),
      Scope: () => 'Workbook',
      Visible: () => visible,
    },
    methods: {
      GetRange: () => range() ?? itemNotFound(name),
      GetRangeOrNullObject: () => range() ?? NULL_OBJECT,
    },
  };
}
