// Excel.Workbook and Excel.Application: the door to everything else, saving, and workbooks that the add-in opens.

import type { ApiObject } from './api-object';
import { customXmlCollection } from './custom-xml-objects';
import type { Excel } from './excel';
import { nameCollection } from './names-object';
import { rangeObject } from './range-object';
import { worksheetCollection } from './worksheet-object';

export function workbookObject(excel: Excel): ApiObject {
  return {
    type: 'Workbook',
    scalars: { Name: () => excel.fileName, IsDirty: () => excel.dirty, AutoSave: () => false },
    links: {
      Application: () => applicationObject(excel),
      CustomXmlParts: () => customXmlCollection(excel),
      Names: () => nameCollection(excel),
      Worksheets: () => worksheetCollection(excel),
      _Runtime: () => runtimeObject(excel),
    },
    methods: {
      GetSelectedRange: () => rangeObject(excel, excel.selection.sheet, excel.selection.area),
      GetActiveCell: () => {
        const { sheet, area } = excel.selection;
        return rangeObject(excel, sheet, { ...area, bottom: area.top, right: area.left });
      },
      Save: () => excel.save(),
      _RemoveReference: (reference) => {
        excel.references.delete(String(reference));
        return undefined;
      },
    },
  };
}

function applicationObject(excel: Excel): ApiObject {
  return {
    type: 'Application',
    scalars: { CalculationMode: () => 'Automatic' },
    methods: {
      Calculate: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      CreateWorkbook: (base64) => ({
        type: 'WorkbookCreated',
        identity: () => ({ Id: `workbook-${excel.opened.length + 1}` }),
        methods: {
          Open: () => {
            excel.opened.push(new Uint8Array(Buffer.from(String(base64 ?? ''), 'base64')));
            return undefined;
          },
        },
      }),
    },
  };
}

/** `context.runtime.enableEvents`. */
function runtimeObject(excel: Excel): ApiObject {
  return {
    type: 'Runtime',
    scalars: { EnableEvents: () => excel.events.enabled },
    setters: {
      EnableEvents: (value) => {
        excel.events.enabled = value === true;
      },
    },
  };
}
