// Excel.Worksheet and the collection of them, with the events on changed cells and on the sheet that is turned to.

import { parseArea, splitPlace, WHOLE_SHEET } from '../workbook/area';
import type { HostSheet } from '../workbook/host-sheet';
import { HostError } from '../workbook/stored-cell';
import { type ApiObject, NULL_OBJECT } from './api-object';
import type { Excel } from './excel';
import { rangeObject } from './range-object';

/** What the library calls the events of the whole workbook. */
export const WHOLE_WORKBOOK = 'Workbook';

export function worksheetObject(excel: Excel, sheet: HostSheet): ApiObject {
  const { name, id, visibility } = sheet.facts;
  const used = (valuesOnly: unknown) => sheet.usedArea(valuesOnly === true);
  return {
    type: 'Worksheet',
    identity: () => ({ Id: id }),
    scalars: {
      Id: () => id,
      Name: () => name,
      Position: () => excel.book.sheets.indexOf(sheet),
      Visibility: () => visibility,
    },
    links: {
      Protection: () => ({ type: 'WorksheetProtection', scalars: { Protected: () => sheet.content.isProtected } }),
    },
    methods: {
      GetRange: (address) =>
        rangeObject(excel, sheet, typeof address === 'string' ? parseArea(splitPlace(address).address) : WHOLE_SHEET),
      GetCell: (row, column) => {
        const [top, left] = [Number(row) + 1, Number(column) + 1];
        return rangeObject(excel, sheet, { top, left, bottom: top, right: left });
      },
      GetUsedRange: (valuesOnly) =>
        rangeObject(excel, sheet, used(valuesOnly) ?? { top: 1, left: 1, bottom: 1, right: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const area = used(valuesOnly);
        return area ? rangeObject(excel, sheet, area) : NULL_OBJECT;
      },
      Activate: () => excel.activate(sheet),
      ...eventMethods(excel, id),
    },
  };
}

export function worksheetCollection(excel: Excel): ApiObject {
  const find = (key: unknown): ApiObject | undefined => {
    const sheet = excel.book.sheet(String(key));
    return sheet && worksheetObject(excel, sheet);
  };
  return {
    type: 'WorksheetCollection',
    items: () => excel.book.sheets.map((sheet) => worksheetObject(excel, sheet)),
    methods: {
      GetItem: (key) => find(key) ?? itemNotFound(String(key)),
      GetItemOrNullObject: (key) => find(key) ?? NULL_OBJECT,
      GetActiveWorksheet: () => worksheetObject(excel, excel.activeSheet),
      ...eventMethods(excel, WHOLE_WORKBOOK),
    },
  };
}

function eventMethods(excel: Excel, target: string): NonNullable<ApiObject['methods']> {
  return {
    _RegisterDataChangedEvent: () => excel.events.register('changed', target),
    _UnregisterDataChangedEvent: () => excel.events.unregister('changed', target),
    _RegisterActivatedEvent: () => excel.events.register('activated', target),
    _UnregisterActivatedEvent: () => excel.events.unregister('activated', target),
  };
}

export function itemNotFound(what: string): never {
  throw new HostError('ItemNotFound', `${what}: the requested resource doesn't exist.`);
}
