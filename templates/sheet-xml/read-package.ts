// An opened package → cells: the workbook part, strings, styles, then each sheet that is wanted. The one reader of both .xlsx
// doors, the server's and the page's; whatever is wrong with the file is thrown as `FileRefused` with its first reason.

import type { SheetCells, WorkbookCells } from '../cell/cell';
import { CellBudget } from './cell-budget';
import { refuse } from './file-refused';
import { isMacroRelationship, isTemplate } from './package-kind';
import type { PackageParts } from './package-parts';
import type { SheetXmlLimits } from './reader-limits';
import type { Relationship } from './relationships';
import { NO_SHARED_STRINGS, type SharedStrings, sharedStringsParser } from './shared-strings';
import { sheetParser } from './sheet';
import { type CellStyle, stylesParser } from './styles';
import { type SheetEntry, workbookParser } from './workbook';

export interface PackageLimits extends SheetXmlLimits {
  /** Sheets whose name this denies are listed without their cells, their part unopened. */
  readonly wantsSheet: (name: string) => boolean;
}

/**
 * Flags, in ordinal order, are things worth knowing that do not stop the reading: `ACTIVEX`, `CHART_SHEET`, `CONNECTIONS`,
 * `EXTERNAL_LINK`, `HIDDEN_COLUMNS`, `HIDDEN_ROWS`, `OLE_EMBED`, `QUERY_TABLE`, `TEMPLATE`.
 */
export interface ReadPackage {
  readonly workbook: WorkbookCells;
  readonly flags: string[];
}

/** Throws `FileRefused`. */
export async function readPackage(parts: PackageParts, limits: PackageLimits): Promise<ReadPackage> {
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
  return { workbook: { sheets, names: book.names, date1904: book.date1904 }, flags: [...flags].sort() };
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
  limits: SheetXmlLimits,
): Promise<SharedStrings> {
  const part = optionalPart(parts, workbookPart, relationships, 'sharedStrings');
  return part === undefined ? NO_SHARED_STRINGS : parts.push(part, sharedStringsParser(part, limits));
}

async function readStyles(
  parts: PackageParts,
  workbookPart: string,
  relationships: readonly Relationship[],
  limits: SheetXmlLimits,
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
