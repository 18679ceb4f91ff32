// The template as a plan, for both kinds of unit and all periods: the sheets and names of the contract, what is locked,
// and nothing that Excel would cut off or refuse.

import { derivedFormula, documentsInForce, isDerived } from '../../../templates/form-definition/form-for-period';
import {
  columnRangeName,
  explanationName,
  headerName,
  indicatorName,
  narrativeName,
  nothingName,
} from '../../../templates/form-definition/names';
import { mayBeNothing } from '../../../templates/form-definition/sections';
import { planTemplate } from '../../../templates/layout/plan-template';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../../templates/layout/sheet-plan';
import type { UnitKind } from '../../../templates/reporting-unit/reporting-unit';
import { realForm, realPeriod } from '../../setup/real-form';
import { excelFaults, formulasOf } from './excel-limits';

const SHEETS = 'HuongDan BiaBC ChiTieu PL1 PL2 PL3 PL4 PL5 PL6 ThuyetMinh KiemTra _meta'.split(' ');

const PLANS = (['dangBoCoSo', 'chiBoCoSo'] as const).flatMap((kind) =>
  realForm().periods.map(({ period }) => [kind, period, plan(kind, period)] as const),
);

function plan(kind: UnitKind, period: string): WorkbookPlan {
  const unit = realForm().units.find((u) => u.kind === kind)!;
  return planTemplate({ form: realPeriod(period), unit });
}

const sheet = ({ sheets }: WorkbookPlan, name: string): SheetPlan => sheets.find((s) => s.name === name)!;
const cellsOf = (of: SheetPlan): PlannedCell[] => of.rows.flatMap((row) => [...row.cells]);
const namesOf = ({ sheets }: WorkbookPlan): string[] =>
  sheets.flatMap((s) => [...cellsOf(s).flatMap((cell) => cell.name ?? []), ...s.ranges.map((range) => range.name)]);
const named = (of: WorkbookPlan, name: string): PlannedCell | undefined =>
  of.sheets.flatMap(cellsOf).find((cell) => cell.name === name);

/** The public names of a period, as CONTRACT names them. */
function namesAsked(period: string): string[] {
  const form = realPeriod(period);
  const annexes = form.annexes.filter((a) => a.asked);
  return [
    ...form.definition.header.map((h) => headerName(h.name)),
    ...form.indicators.flatMap((i) => [indicatorName(i.code), explanationName(i.code)]),
    ...form.sections.filter(mayBeNothing).map((s) => nothingName(s.code)),
    ...annexes.flatMap((a) => [explanationName(a.code), ...a.columns.map((c) => columnRangeName(a.code, c.key))]),
    ...form.narratives.flatMap((n) => [narrativeName(n.code), explanationName(n.code)]),
    'GT_BC',
    'DS_lop',
    'BN_bien_nhan',
  ];
}

describe.each(PLANS)('the template of a %s for %s', (kind, period, template) => {
  test('has the sheets of the contract in order, only _meta hidden', () => {
    expect(template.sheets.map((s) => s.name)).toEqual(SHEETS);
    expect(template.sheets.filter((s) => s.visibility === 'veryHidden').map((s) => s.name)).toEqual(['_meta']);
    expect(template.sheets.every((s) => s.protected)).toBe(true);
  });

  test('has each name of the period once, and no other', () => {
    expect(namesOf(template).sort()).toEqual(namesAsked(period).sort());
  });

  test('no formula uses a name that is not there', () => {
    const names = new Set(namesOf(template));
    const used = formulasOf(template).flatMap(({ formula }) =>
      formula.replace(/"(?:[^"]|"")*"/g, '""').match(/\b(?:BC|CT|GT|KPS|PL\d|TM)_\w+/g),
    );
    expect([...new Set(used)].filter((name) => name && !names.has(name))).toEqual([]);
  });

  test('lists the documents of the period and no others', () => {
    const known = documentsInForce(realForm(), realPeriod(period).dates).map((d) => d.id);
    const keys = sheet(template, 'PL1').ranges.find((range) => range.name === 'PL1_ma_vb')!;
    const shown = sheet(template, 'PL1')
      .rows.slice(keys.firstRow - 1, keys.lastRow)
      .map((row) => row.cells.find((cell) => cell.column === keys.column)?.content);
    expect(shown.filter((key) => !String(key).startsWith('BS-'))).toEqual(known);
    expect(shown.filter((key) => String(key).startsWith('BS-'))).toHaveLength(10);
  });

  test('locks zeros where a kind of unit has none, and asks them of the other', () => {
    for (const indicator of realPeriod(period).indicators.filter((i) => i.zeroFor && !isDerived(i))) {
      const cell = named(template, indicatorName(indicator.code))!;
      if (kind === 'chiBoCoSo') expectLocked(cell, 0);
      else
        expect(cell).toMatchObject({ content: null, style: expect.stringMatching(/^input/), input: { strict: true } });
    }
  });

  test('computes what is derived, and asks all else that is not locked', () => {
    for (const indicator of realPeriod(period).indicators) {
      const cell = named(template, indicatorName(indicator.code))!;
      const formula = derivedFormula(indicator);
      if (formula !== undefined) expectLocked(cell, expect.objectContaining({ formula }));
      else if (!(kind === 'chiBoCoSo' && indicator.zeroFor)) expect(cell.input).toBeDefined();
    }
  });

  test('has each indicator’s code on its line, and each annex column’s key over it', () => {
    const lines = sheet(template, 'ChiTieu').rows.map((row) => row.cells.map((cell) => cell.name ?? cell.content));
    for (const { code } of realPeriod(period).indicators)
      expect(lines.filter((line) => line[0] === code && line.includes(indicatorName(code)))).toHaveLength(1);
    for (const annex of realPeriod(period).annexes.filter((a) => a.asked)) {
      const { rows, ranges } = sheet(template, annex.code);
      for (const range of ranges) {
        const over = rows[range.firstRow - 2]!.cells.find((cell) => cell.column === range.column);
        expect(`${annex.code}_${over?.content}`).toBe(range.name);
      }
    }
  });

  test('a check’s link leads to the cell of its name', () => {
    const { rows: above, alike = [] } = sheet(template, 'KiemTra');
    const rows = [...above, ...alike].filter((row) => /^R\d{3}$/.test(String(row.cells[0]?.content)));
    expect(rows.length).toBeGreaterThan(30);
    for (const { cells } of rows) {
      const [rule, name, severity, message, link] = cells.map((cell) => cell.content);
      expect({ rule, severity }).toEqual({ rule, severity: expect.stringMatching(/^[EWI]$/) });
      expect(message).toMatchObject({ formula: expect.stringMatching(/^IFERROR\(IF\(.*,""\),""\)$/s) });
      expect(placesOf(template, String(name))).toContain(linkText(link));
    }
  });

  test('holds nothing that Excel would cut off or refuse', () => {
    expect(excelFaults(template)).toEqual([]);
  });

  test('says what it is in _meta', () => {
    const unit = realForm().units.find((u) => u.kind === kind)!;
    const facts = Object.fromEntries(
      sheet(template, '_meta').rows.map(({ cells }) => cells.slice(0, 2).map((cell) => cell.content)),
    );
    expect(facts).toEqual({
      form: 'khoa-giao',
      version: '2024.1',
      unit: unit.code,
      period,
      structure: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });
});

describe('the structure in _meta', () => {
  const structure = (of: WorkbookPlan): unknown => sheet(of, '_meta').rows.at(-1)!.cells[1]!.content;

  test('is one for all units of a period', () => {
    for (const { period } of realForm().periods)
      expect(structure(plan('dangBoCoSo', period))).toBe(structure(plan('chiBoCoSo', period)));
  });

  test('is another in every period', () => {
    const all = realForm().periods.map(({ period }) => structure(plan('dangBoCoSo', period)));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what is known of earlier reports', () => {
  const [unit] = realForm().units;
  const template = planTemplate({
    form: realPeriod('2024-H1'),
    unit: unit!,
    history: {
      values: { KT_K_02: 60, KT_A_01: 4, NT_A_01: 7 },
      rows: {
        PL1: [{ ma_vb: 'NQ-20-2017', ap_dung: 'Có', trang_thai: 'Chậm tiến độ', so_hn: 3 }],
        PL5: [
          { doi_tac: 'Hội Khuyến học tỉnh Vạn Hoa', ten: 'Chương trình khuyến học', moi: 'Có', so_hd: 2, luot: 60 },
        ],
      },
    },
  });
  const line = (name: string) =>
    sheet(template, 'ChiTieu').rows.find((row) => row.cells.some((cell) => cell.name === name))!.cells;

  test('stands beside, locked', () => {
    expect(line('CT_A_01')[4]).toMatchObject({ column: 5, content: 4, style: 'lockedNumber' });
    expect(line('CT_A_01')[5]).toMatchObject({ column: 6, content: 7, style: 'lockedNumber' });
  });

  test('fills in the background of the unit, and nothing else', () => {
    expect(named(template, 'CT_K_02')).toMatchObject({ content: 60, input: { strict: true } });
    expect(named(template, 'CT_A_01')).toMatchObject({ content: null });
  });

  test('carries forward which documents apply, how far they are, and the programmes that go on', () => {
    const row = (annex: string, at: (content: unknown) => boolean): unknown[] =>
      sheet(template, annex)
        .rows.find((r) => r.cells.some((cell) => at(cell.content)))!
        .cells.map((cell) => cell.content);
    expect(row('PL1', (c) => c === 'NQ-20-2017').slice(3, 11)).toEqual([
      'Có',
      null,
      null,
      null,
      null,
      'Chậm tiến độ',
      null,
      null,
    ]);
    expect(row('PL5', (c) => c === 'Chương trình khuyến học').slice(1, 8)).toEqual([
      'Hội Khuyến học tỉnh Vạn Hoa',
      'Chương trình khuyến học',
      null,
      'Không',
      null,
      null,
      null,
    ]);
  });
});

function expectLocked(cell: PlannedCell, content: unknown): void {
  expect(cell).toMatchObject({ content, style: expect.stringMatching(/^locked/) });
  expect(cell.input).toBeUndefined();
}

/** The cell of a name; of a column all its cells. */
function placesOf(template: WorkbookPlan, name: string): string[] {
  for (const { name: sheetName, rows, ranges } of template.sheets) {
    const row = rows.findIndex((r) => r.cells.some((cell) => cell.name === name));
    if (row >= 0)
      return [`${sheetName}!${letter(rows[row]!.cells.find((cell) => cell.name === name)!.column)}${row + 1}`];
    const range = ranges.find((r) => r.name === name);
    if (range)
      return Array.from(
        { length: range.lastRow - range.firstRow + 1 },
        (_, i) => `${sheetName}!${letter(range.column)}${range.firstRow + i}`,
      );
  }
  return [];
}

const letter = (column: number): string => String.fromCharCode(64 + column);

function linkText(content: PlannedCell['content'] | undefined): string | undefined {
  return typeof content === 'object' && content && 'link' in content ? content.text : undefined;
}
