// Excel.Range: cells to read, and to write where protection lets it.

import { isCellError } from '../../../templates/cell/cell';
import {
  type Area,
  areaAddress,
  areaColumns,
  areaRows,
  grid,
  intersection,
  parseArea,
  quotedSheet,
  splitPlace,
} from '../workbook/area';
import type { HostSheet } from '../workbook/host-sheet';
import { shownText } from '../workbook/shown-text';
import { HostError, notImplemented, type StoredCell } from '../workbook/stored-cell';
import { type ApiObject, NULL_OBJECT } from './api-object';
import { cellProperties, rowProperties } from './cell-properties';
import type { Excel } from './excel';
import { worksheetObject } from './worksheet-object';

/** More than this, and Excel answers that the response is too large. */
const MOST_CELLS = 5_000_000;

export function rangeObject(excel: Excel, sheet: HostSheet, area: Area): ApiObject {
  const part = (of: Area): ApiObject => rangeObject(excel, sheet, of);
  const cells = <T>(of: (row: number, column: number) => T) => {
    return () => {
      if (areaRows(area) * areaColumns(area) > MOST_CELLS)
        throw new HostError('ResponsePayloadSizeLimitExceeded', `${areaAddress(area)} is too large to load`);
      return grid(area, of);
    };
  };
  const stored = (row: number, column: number): StoredCell => sheet.cell(row, column);
  const write = (value: unknown): void => excel.write(sheet, area, value);
  const self: ApiObject = {
    type: 'Range',
    cells: { sheet, area },
    identity: () => ({ _ReferenceId: excel.track(self) }),
    scalars: {
      Address: () => `${quotedSheet(sheet.facts.name)}!${areaAddress(area)}`,
      RowIndex: () => area.top - 1,
      ColumnIndex: () => area.left - 1,
      RowCount: () => areaRows(area),
      ColumnCount: () => areaColumns(area),
      CellCount: () => areaRows(area) * areaColumns(area),
      Values: cells((r, c) => wireValue(stored(r, c))),
      ValueTypes: cells((r, c) => valueType(stored(r, c))),
      Formulas: cells((r, c) => wireFormula(stored(r, c))),
      Text: cells((r, c) => shownText(stored(r, c).value, sheet.style(r, c).numberFormat, excel.locale)),
      NumberFormat: cells((r, c) => sheet.style(r, c).numberFormat),
      RowHidden: () => same(grid({ ...area, right: area.left }, (r) => sheet.content.hiddenRows.has(r)).flat()),
    },
    links: {
      Format: () => formatObject(sheet, area),
      Worksheet: () => worksheetObject(excel, sheet),
    },
    setters: { Values: write, Formulas: write },
    methods: {
      GetCell: (row, column) => {
        const [top, left] = [area.top + Number(row), area.left + Number(column)];
        return part({ top, left, bottom: top, right: left });
      },
      GetIntersectionOrNullObject: (other) => {
        const met = intersection(area, areaOf(sheet, other));
        return met ? part(met) : NULL_OBJECT;
      },
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = sheet.usedArea(valuesOnly === true, area);
        return used ? part(used) : NULL_OBJECT;
      },
      GetCellProperties: (wanted) => ({ result: cellProperties(sheet, area, wanted) }),
      GetRowProperties: (wanted) => ({ result: rowProperties(sheet, area, wanted) }),
      Select: () => excel.select(sheet, area),
      _KeepReference: () => undefined,
    },
  };
  return self;
}

export function wireValue({ value }: StoredCell): unknown {
  if (value === null) return '';
  return isCellError(value) ? value.error : value;
}

function wireFormula(cell: StoredCell): unknown {
  return cell.formula === undefined ? wireValue(cell) : `=${cell.formula}`;
}

/** `Excel.RangeValueType`. */
export function valueType({ value, formula }: StoredCell): string {
  if (value === null) return formula === undefined ? 'Empty' : 'String';
  if (isCellError(value)) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string'];
}

function formatObject(sheet: HostSheet, area: Area): ApiObject {
  const fonts = (): unknown => same(grid(area, (r, c) => sheet.style(r, c).font).flat());
  const font: ApiObject = { type: 'RangeFont', scalars: { Name: fonts } };
  const locked = (): unknown => same(grid(area, (r, c) => sheet.style(r, c).locked).flat());
  const protection: ApiObject = { type: 'FormatProtection', scalars: { Locked: locked } };
  return { type: 'RangeFormat', scalars: {}, links: { Font: () => font, Protection: () => protection } };
}

/** What all share; `null` where they differ, as Excel says it. */
function same<T>(values: readonly T[]): T | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

function areaOf(sheet: HostSheet, other: unknown): Area {
  if (typeof other === 'string') return parseArea(splitPlace(other).address);
  const place = (other as ApiObject | null)?.cells;
  if (!place) throw notImplemented('range given in this way');
  if (place.sheet !== sheet) throw new HostError('InvalidArgument', 'The ranges stand on different worksheets');
  return place.area;
}
