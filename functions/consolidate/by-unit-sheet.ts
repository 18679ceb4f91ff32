// `TheoDonVi`: one row per counted unit, one column per indicator, codes in row 1. What every total of `TongHop` is
// computed from, and what other programs read first. A blank stays blank.

import { columnName } from '../../templates/cell/cell';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Indicator } from '../../templates/form-definition/form-schema';
import type { StyleName } from '../../templates/layout/sheet-plan';
import { type GridColumn, gridSheet, type MasterSheet } from './master-sheet';

export const BY_UNIT = 'TheoDonVi';
const UNIT_COLUMNS: readonly GridColumn[] = [
  { head: 'Mã đơn vị', width: 13, style: 'gridText' },
  { head: 'Đơn vị', width: 46, style: 'gridText' },
  { head: 'Loại', width: 16, style: 'gridText' },
];

export function byUnitSheet(form: PeriodForm): MasterSheet {
  const columns = form.indicators.map((indicator) => ({
    head: indicator.code,
    width: widthOf(indicator),
    style: indicatorStyle(indicator),
    note: `${indicator.label.vi}${indicator.unit && indicator.unit !== '%' ? ` (${indicator.unit})` : ''}`,
  }));
  return gridSheet(BY_UNIT, 'TheoDonVi', [...UNIT_COLUMNS, ...columns], { frozenColumns: 2, tab: 'FF1F3864' });
}

/** Where an indicator's column stands: `TheoDonVi!$F$2:$F$13`. */
export function byUnitRange(form: PeriodForm, units: number): (code: string) => string {
  const columns = new Map(form.indicators.map((indicator, i) => [indicator.code, UNIT_COLUMNS.length + i + 1]));
  return (code) => gridRange(BY_UNIT, columns.get(code)!, units);
}

/** A column of a grid over its rows; the one empty row of a grid without any. */
export function gridRange(sheet: string, column: number, rows: number): string {
  const letter = columnName(column);
  return `${sheet}!$${letter}$2:$${letter}$${Math.max(1, rows) + 1}`;
}

function widthOf({ type }: Indicator): number {
  return { integer: 10, money: 13, percent: 10, yesNo: 10, date: 13, text: 24, choice: 20 }[type];
}

function indicatorStyle({ type }: Indicator): StyleName {
  const styles = {
    integer: 'gridNumber',
    money: 'gridMoney',
    percent: 'gridPercent',
    date: 'gridDate',
    yesNo: 'gridCentred',
    choice: 'gridText',
    text: 'gridText',
  } as const;
  return styles[type];
}
