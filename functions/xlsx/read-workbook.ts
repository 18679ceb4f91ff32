// The .xlsx door: the bytes of an upload → cells, or the first reason why not. Uploads are hostile until proven otherwise:
// only the parts needed are opened, everything is counted, nothing is fetched, and no trouble of the file is an exception.

import type { SheetCells, WorkbookCells } from '../../templates/cell/cell';
import { CellBudget } from '../../templates/sheet-xml/cell-budget';
import { FileRefused, refuse } from '../../templates/sheet-xml/file-refused';
import { isMacroRelationship, isTemplate } from '../../templates/sheet-xml/package-kind';
import type { Relationship } from '../../templates/sheet-xml/relationships';
import { NO_SHARED_STRINGS, type SharedStrings, sharedStringsParser } from '../../templates/sheet-xml/shared-strings';
import { sheetParser } from '../../templates/sheet-xml/sheet';
import { type CellStyle, stylesParser } from '../../templates/sheet-xml/styles';
import { type SheetEntry, workbookParser } from '../../templates/sheet-xml/workbook';
import type { FileRefusal } from '../../templates/violation/file-refusals';
import { PackageParts } from './package-parts';
import { READ_LIMITS, type ReadLimits } from './read-limits';
import { sniff } from './sniff';

/**
 * Flags, in ordinal order, are things worth knowing that do not stop the reading: `ACTIVEX`, `CHART_SHEET`, `CONNECTIONS`,
 * `EXTERNAL_LINK`, `HIDDEN_COLUMNS`, `HIDDEN_ROWS`, `OLE_EMBED`, `QUERY_TABLE`, `TEMPLATE`.
 */
export type ReadResult =
  | { readonly ok: true; readonly workbook: WorkbookCells; readonly flags: string[] }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** Expected trouble is a refusal; a rejected promise is a bug. */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadResult> {
  const all = { ...READ_LIMITS, ...limits };
  const refusal = sniff(bytes, all.fileBytes);
  if (refusal) return { ok: false, refusal };
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await readParts(await PackageParts.open(buffer, all), all);
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function readParts(parts: PackageParts, limits: ReadLimits): Promise<ReadResult> {
  const workbookPart = await parts.workbookPart();
  const flags = parts.guests();
  if (isTemplate(parts.types.typeOf(workbookPart))) flags.add('TEMPLATE');
  const relationships = await parts.relationshipsOf(workbookPart);
  if (relationships.some(({ kind }) => isMacroRelationship(kind))) refuse('MACRO', { part: workbookPart });

  const book = await parts.push(workbookPart, workbookParser(workbookPart, limits));
  const partOf = sheetParts(parts, workbookPart, relationships, book.sheets, flags);
  const strings = await readStrings(parts, workbookPart, relationships, limits);
  const styles = await readStyles(parts, workbookPart, relationships, limits);
  const budget = new CellBudget(limits);

  const sheets: SheetCells[] = [];
  for (const [{ name, visibility }, part] of partOf) {
    if (!limits.wantsSheet(name)) {
      sheets.push({ name, visibility, cells: new Map(), merges: [] });
      continue;
    }
    const sources = { sheet: name, part, strings, styles, date1904: book.date1904, budget, limits };
    const { cells, merges, hidden, hiddenRows } = await parts.push(part, sheetParser(sources));
    sheets.push({ name, visibility, cells, merges, ...(hiddenRows.size > 0 ? { hiddenRows } : {}) });
    if (hidden.rows) flags.add('HIDDEN_ROWS');
    if (hidden.columns) flags.add('HIDDEN_COLUMNS');
  }
  return { ok: true, workbook: { sheets, names: book.names, date1904: book.date1904 }, flags: [...flags].sort() };
}

/** The part of each worksheet, in order. Chart and dialogue sheets hold no cells and are left out. */
function sheetParts(
  parts: PackageParts,
  workbookPart: string,
  relationships: readonly Relationship[],
  sheets: readonly SheetEntry[],
  flags: Set<string>,
): Map<SheetEntry, string> {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const found = new Map<SheetEntry, string>();
  const used = new Set<string>();
  for (const sheet of sheets) {
    const relationship =
      byId.get(sheet.relationshipId) ?? refuse('PART_MISSING', { sheet: sheet.name, part: workbookPart });
    const part = parts.target(workbookPart, relationship);
    if (!parts.has(part)) refuse('PART_MISSING', { sheet: sheet.name, part });
    if (used.has(part)) refuse('SHEET_DUPLICATE', { sheet: sheet.name, part });
    used.add(part);
    if (relationship.kind === 'worksheet') found.set(sheet, part);
    else flags.add('CHART_SHEET');
  }
  if (found.size === 0) refuse('NO_SHEETS');
  return found;
}

async function readStrings(
  parts: PackageParts,
  workbookPart: string,
  relationships: readonly Relationship[],
  limits: ReadLimits,
): Promise<SharedStrings> {
  const part = optionalPart(parts, workbookPart, relationships, 'sharedStrings');
  return part === undefined ? NO_SHARED_STRINGS : parts.push(part, sharedStringsParser(part, limits));
}

async function readStyles(
  parts: PackageParts,
  workbookPart: string,
  relationships: readonly Relationship[],
  limits: ReadLimits,
): Promise<readonly CellStyle[]> {
  const part = optionalPart(parts, workbookPart, relationships, 'styles');
  return part === undefined ? [] : (await parts.push(part, stylesParser(part, limits))).styles;
}

/** Undefined where the workbook has none, or points to one that is not there: cells that need it will say so. */
function optionalPart(
  parts: PackageParts,
  workbookPart: string,
  relationships: readonly Relationship[],
  kind: string,
): string | undefined {
  const relationship = relationships.find((candidate) => candidate.kind === kind);
  if (!relationship) return undefined;
  const part = parts.target(workbookPart, relationship);
  return parts.has(part) ? part : undefined;
}
