// Random reports for the judge: a filled template, and changes to its input cells drawn with a seed — values at the edges of
// every rule, of the wrong kind, missing, too long, errors; sections marked "Không phát sinh"; explanations long and short.

import fc from 'fast-check';
import { columnName } from '../../templates/cell/cell';
import type { InputPlan, PlannedCell, SheetPlan, WorkbookPlan } from '../../templates/layout/sheet-plan';
import type { Entry, Typed } from './libre-office-judge';

/** A cell that a clerk may type into, with what stands in it and what it takes. */
export interface InputCell {
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly input: InputPlan;
  readonly percent: boolean;
  readonly original: Typed;
}

export function inputCells(plan: WorkbookPlan): InputCell[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, i) => row.cells.flatMap((cell) => inputCell(sheet, cell, i + 1))),
  );
}

function inputCell(sheet: SheetPlan, planned: PlannedCell, row: number): InputCell[] {
  const { content, input, style, column } = planned;
  const range = sheet.ranges.find((r) => r.column === column && row >= r.firstRow && row <= r.lastRow);
  const name = planned.name ?? range?.name;
  if (name === undefined || !input || (content !== null && typeof content === 'object')) return [];
  const cell = columnName(column) + row;
  return [{ sheet: sheet.name, cell, name, input, percent: style === 'inputPoints', original: content }];
}

/** One report: between a few and very many cells changed. */
export function reports(cells: readonly InputCell[]): fc.Arbitrary<Entry[]> {
  const any = fc.constantFrom(...cells).chain((cell) => entry(cell));
  const figures = cells.filter((c) => c.name.startsWith('CT_') && c.input.kind === 'integer');
  // Pairs of figures break more rules when both are small.
  const small = fc
    .tuple(fc.constantFrom(...figures), fc.constantFrom<Typed>(0, 0, 1, 2, null))
    .map(([{ sheet, cell }, value]) => ({ sheet, cell, value }));
  const indicator = fc.constantFrom(...cells.filter((c) => c.name.startsWith('CT_'))).chain((cell) => entry(cell));
  // A new document that no conference was about.
  const conferences = cells.filter((c) => c.name === 'PL1_so_hn').map(({ sheet, cell }) => ({ sheet, cell, value: 0 }));
  const reviews = cells.filter((c) => /^PL4_(ma_vb|loai)$/.test(c.name));
  const review = reviews.length > 0 ? fc.constantFrom(...reviews.slice(0, 12)).chain((cell) => entry(cell)) : any;
  const one = fc.oneof(
    { arbitrary: any, weight: 4 },
    { arbitrary: small, weight: 2 },
    { arbitrary: indicator, weight: 2 },
    { arbitrary: review, weight: 1 },
    { arbitrary: fc.constantFrom(...conferences), weight: 1 },
  );
  const many = (least: number, most: number): fc.Arbitrary<Entry[]> =>
    fc.uniqueArray(one, {
      minLength: least,
      maxLength: most,
      selector: (e) => `${e.sheet}!${e.cell}`,
    });
  return fc.oneof(
    { arbitrary: many(1, 12), weight: 6 },
    { arbitrary: many(20, 60), weight: 3 },
    { arbitrary: many(80, 140), weight: 1 },
  );
}

function entry({ sheet, cell, input, percent, original, name }: InputCell): fc.Arbitrary<Entry> {
  return valueFor(input, percent, original, name)
    .filter((value) => !(COUNTED_BY_WILDCARD.has(name) && value !== null && typeof value === 'object'))
    .map((value) => ({ sheet, cell, value }));
}

const WORDS = ['nhiều', 'x', '3 văn bản', 'Không rõ', 'a*b', '=1+1', '"nháy"', 'hai dòng\nchữ', 'ă'.repeat(70)];
/** LibreOffice's wildcards also match errors, Excel's do not. */
const COUNTED_BY_WILDCARD: ReadonlySet<string> = new Set(['PL5_ten', 'PL1_vb_cu_the', 'PL6_cap_to_chuc']);
const ERROR: Typed = { error: '#N/A' };

function valueFor(input: InputPlan, percent: boolean, original: Typed, name: string): fc.Arbitrary<Typed> {
  if (name.startsWith('KPS_')) return fc.constantFrom<Typed>('x', 'X', null, 'có');
  if (name.startsWith('GT_'))
    return fc.constantFrom<Typed>(null, '123456789', '1234567890', 'Vì lý do khách quan', 'ngắn');
  const wrong = fc.constantFrom<Typed>(null, null, ERROR, ...WORDS);
  const right = rightValue(input, percent, original);
  return fc.oneof({ arbitrary: right, weight: 4 }, { arbitrary: wrong, weight: 2 });
}

function rightValue(input: InputPlan, percent: boolean, original: Typed): fc.Arbitrary<Typed> {
  const near = typeof original === 'number' ? original : 0;
  switch (input.kind) {
    case 'integer':
    case 'decimal':
      return fc.oneof(
        fc.constantFrom<Typed>(0, 1, 2, 3, 5, 30, 90, 100, 101, 105, -1, 12.5, 1000, 99_999, 1e12, 1e13),
        fc.integer({ min: -2, max: 2 }).map((d) => near + d),
        fc.integer({ min: 0, max: 400 }),
        // A share of one is read as so many percent, which a sheet cannot do.
        ...(percent ? [] : [fc.constantFrom<Typed>(0.5, 2.25)]),
      );
    case 'date':
      return fc.oneof(
        fc.constantFrom<Typed>(45_274, 45_275, 45_400, 45_457, 45_458, 45_366, 45_640, 60, 2_958_466),
        fc.integer({ min: -3, max: 3 }).map((d) => (near || 45_400) + d),
      );
    case 'list':
      return Array.isArray(input.list)
        ? fc.constantFrom<Typed>(
            ...input.list,
            String(input.list[0]).toLowerCase(),
            String(input.list[0]).toUpperCase(),
          )
        : fc.constantFrom<Typed>('NQ-29-2013', 'NQ-20-2017', 'NQ-36-2023', 'nq-29-2013', 'XYZ');
    case 'text':
      return fc.constantFrom<Typed>(
        'Một dòng chữ',
        '12-BC/ĐU',
        'ă'.repeat(1001),
        `${'dài '.repeat(12)}`.trim(),
        ...WORDS,
      );
  }
}
