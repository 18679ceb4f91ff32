// What a workbook says it is: the very hidden `_meta` sheet, else the header fields that say the same.

import { cellKey, type WorkbookCells } from '../cell/cell';
import { headerName } from '../form-definition/names';
import { META_SHEET } from '../layout/plan-template';
import { cleanText } from './clean-text';
import type { Identity } from './extracted';
import { namedPlaces, placeKey } from './named-places';

const KEYS = ['form', 'version', 'unit', 'period', 'structure', 'base'] as const;

export function readIdentity(workbook: WorkbookCells): Identity {
  const facts: Record<string, string> = {};
  const meta = workbook.sheets.find((s) => s.name.toLowerCase() === META_SHEET);
  for (let row = 1; meta && row <= 40; row++) {
    const key = meta.cells.get(cellKey(row, 1))?.value;
    const value = meta.cells.get(cellKey(row, 2))?.value;
    if (typeof key === 'string' && value !== null && value !== undefined && typeof value !== 'object')
      facts[cleanText(key)] = cleanText(String(value));
  }
  const places = namedPlaces(workbook);
  const header = (field: string): string | undefined => {
    const place = places.get(headerName(field));
    const value = place?.sheet.cells.get(placeKey(place))?.value;
    return typeof value === 'string' && cleanText(value) !== '' ? cleanText(value) : undefined;
  };
  const [form, version] = header('mau')?.split(/\s+/) ?? [];
  const fallback: Record<string, string | undefined> = { form, version, unit: header('don_vi'), period: header('ky') };
  return Object.fromEntries(KEYS.flatMap((k) => ((facts[k] ?? fallback[k]) ? [[k, facts[k] ?? fallback[k]]] : [])));
}
