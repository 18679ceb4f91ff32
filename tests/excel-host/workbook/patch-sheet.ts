// A worksheet part with some cells changed and everything else as it was, byte by byte: exceljs would write the whole sheet
// anew and lose results that are 0. Texts go in as inline strings, so that the shared strings stay as they are.

import { escapeText, textElement } from '../../../functions/xlsx/cell-text';
import { addressOf, columnOf, isCellError, parseAddress, rowOf } from '../../../templates/cell/cell';
import { attribute, CELL, ROW } from './sheet-xml';
import type { StoredCell } from './stored-cell';

export function patchSheet(xml: string, changes: ReadonlyMap<number, StoredCell>): string {
  const rows = byRow(changes);
  const start = xml.search(/<sheetData\b/);
  const open = xml.indexOf('>', start) + 1;
  const emptyData = xml[open - 2] === '/';
  const end = emptyData ? open : xml.indexOf('</sheetData>', open);
  const data = emptyData ? '' : patchRows(xml.slice(open, end), rows);
  const fresh = [...rows].sort(([a], [b]) => a - b);
  const inserted = fresh.reduce((body, [row, cells]) => insertRow(body, row, cells), data);
  const head = emptyData ? xml.slice(0, open).replace(/\/>$/, '>') : xml.slice(0, open);
  return `${head}${inserted}${emptyData ? '</sheetData>' : ''}${xml.slice(end)}`;
}

type Row = Map<number, StoredCell>;

function byRow(changes: ReadonlyMap<number, StoredCell>): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (const [key, cell] of changes) {
    const row = rows.get(rowOf(key)) ?? new Map<number, StoredCell>();
    rows.set(rowOf(key), row.set(key, cell));
  }
  return rows;
}

/** Rows that stand in the sheet are changed and taken out of `rows`. */
function patchRows(data: string, rows: Map<number, Row>): string {
  return data.replace(ROW, (whole, tag: string, inner: string | undefined) => {
    const number = Number(attribute(tag, 'r'));
    const changes = rows.get(number);
    if (!changes) return whole;
    rows.delete(number);
    return `<row${tag.replace(/\sspans="[^"]*"/, '')}>${patchCells(inner ?? '', changes)}</row>`;
  });
}

function patchCells(cells: string, changes: Row): string {
  const left = new Map(changes);
  const patched = cells.replace(CELL, (whole, tag: string) => {
    const key = parseAddress(attribute(tag, 'r') ?? '')!;
    const cell = left.get(key);
    left.delete(key);
    return cell ? cellElement(key, cell) : whole;
  });
  const fresh = [...left].sort(([a], [b]) => a - b);
  return fresh.reduce((body, [key, cell]) => {
    const after = [...body.matchAll(CELL)].find(
      ([, tag]) => columnOf(parseAddress(attribute(tag!, 'r')!)!) > columnOf(key),
    );
    return insertAt(body, after?.index, cellElement(key, cell));
  }, patched);
}

function insertRow(data: string, number: number, cells: Row): string {
  const after = [...data.matchAll(ROW)].find(([, tag]) => Number(attribute(tag!, 'r')) > number);
  return insertAt(data, after?.index, `<row r="${number}">${patchCells('', cells)}</row>`);
}

function insertAt(text: string, at: number | undefined, what: string): string {
  return at === undefined ? text + what : text.slice(0, at) + what + text.slice(at);
}

function cellElement(key: number, { value, formula, style }: StoredCell): string {
  const start = `<c r="${addressOf(key)}"${style ? ` s="${style}"` : ''}`;
  const f = formula === undefined ? '' : `<f>${escapeText(formula)}</f>`;
  if (value === null) return f ? `${start}>${f}</c>` : `${start}/>`;
  if (typeof value === 'number') return `${start}>${f}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (isCellError(value)) return `${start} t="e">${f}<v>${escapeText(value.error)}</v></c>`;
  if (f) return `${start} t="str">${f}<v>${escapeText(value)}</v></c>`;
  return `${start} t="inlineStr"><is>${textElement(value)}</is></c>`;
}
