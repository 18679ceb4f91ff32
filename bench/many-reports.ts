// A thousand different reports on disk, made out of twenty real ones: twelve that LibreOffice saved, eight as exceljs writes
// them. Each copy becomes another unit's, with other figures; only the parts that hold these are written again.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../functions/xlsx/read-workbook';
import type { ZipEntry } from '../functions/xlsx/zip-entries';
import type { PeriodForm } from '../templates/form-definition/form-for-period';
import { indicatorName } from '../templates/form-definition/names';
import type { ReportingUnit } from '../templates/reporting-unit/reporting-unit';
import { savedSample, writtenReport } from './sample-reports';
import { partsOf, unpack, withParts } from './zip-parts';

const WRITTEN = 8;
/** Figures on which no rule of the form depends but that they are whole and not negative. */
const FREE = ['A.20', 'B.17', 'D.10', 'F.07'];

interface Original {
  readonly unit: ReportingUnit;
  readonly parts: readonly ZipEntry[];
  /** Text of the parts that name the unit, and of the sheet of figures. */
  readonly texts: ReadonlyMap<string, string>;
  readonly figures: string;
  readonly addresses: readonly string[];
}

/** @returns the units, as many as files */
export async function writeReports(form: PeriodForm, count: number, folder: string): Promise<readonly ReportingUnit[]> {
  const { units } = form.definition;
  const originals: Original[] = [];
  for (const unit of units) originals.push(await takeApart(unit, savedSample(unit.code)));
  for (let i = 0; i < WRITTEN; i++) {
    const unit = { ...units[i]!, code: `DVX${i}` };
    originals.push(await takeApart(unit, await writtenReport(form, unit, i)));
  }
  mkdirSync(folder, { recursive: true });
  const made: ReportingUnit[] = [];
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length]!;
    const code = `DV${String(i + 1).padStart(4, '0')}`;
    made.push({ ...original.unit, code, name: `${original.unit.name} ${i + 1}` });
    writeFileSync(join(folder, `${code}.xlsx`), await copyFor(original, code, i));
  }
  return made;
}

async function takeApart(unit: ReportingUnit, bytes: Uint8Array): Promise<Original> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`${unit.code}: ${read.refusal.code}`);
  const { names, sheets } = read.workbook;
  const parts = await partsOf(bytes);
  // Both programs number the parts in the order of the sheets.
  const figures = `xl/worksheets/sheet${sheets.findIndex(({ name }) => name === 'ChiTieu') + 1}.xml`;
  const texts = new Map<string, string>();
  for (const part of parts.filter(({ name }) => name.endsWith('.xml'))) {
    const text = unpack(part).toString('utf8');
    if (part.name === figures || text.includes(`>${unit.code}<`)) texts.set(part.name, text);
  }
  const addresses = FREE.map((code) => names.get(indicatorName(code))!.replace(/^.*!|\$/g, ''));
  return { unit, parts, texts, figures, addresses };
}

function copyFor({ unit, parts, texts, figures, addresses }: Original, code: string, number: number): Promise<Buffer> {
  const changed = new Map([...texts].map(([name, text]) => [name, text.replaceAll(`>${unit.code}<`, `>${code}<`)]));
  let sheet = changed.get(figures)!;
  for (const [i, address] of addresses.entries()) {
    const cell = new RegExp(`(<c r="${address}"[^>]*><v>)\\d+(</v>)`);
    if (!cell.test(sheet)) throw new Error(`${unit.code}: no number in ${address}`);
    sheet = sheet.replace(cell, `$1${(number * 7 + i * 13) % 90}$2`);
  }
  return withParts(parts, changed.set(figures, sheet));
}

/** As `--units` wants it. */
export function unitsYaml(form: PeriodForm, units: readonly ReportingUnit[]): string {
  const { code, name, parent, place } = form.definition.board;
  const board = JSON.stringify({ code, name, parent, place });
  const lines = units.map((unit) => `  - ${JSON.stringify({ code: unit.code, kind: unit.kind, name: unit.name })}`);
  return `board: ${board}\nunits:\n${lines.join('\n')}\n`;
}
