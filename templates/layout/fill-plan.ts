// A template plan with answers in its input cells: for samples, tests, and templates that are filled in beforehand. The
// formulas stay; their stored results were those of the blank template and are dropped.

import type { Content, PlannedCell, RowPlan, SheetPlan, WorkbookPlan } from './sheet-plan';

export interface Answers {
  /** By name: `CT_A_01`, `TM_T_1`, `BC_dia_danh`, `GT_PL1`, `KPS_A`. Dates as serial numbers. */
  readonly values: Readonly<Record<string, string | number>>;
  /** By annex: answers for its rows from the first on, by column key. */
  readonly annexes: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
}

/** Answers where null says that the cell holds nothing, whatever the template has put there. */
export interface Filling {
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly annexes: Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;
}

/** @throws where an answer has no input cell in the plan. */
export function fillPlan(plan: WorkbookPlan, answers: Filling): WorkbookPlan {
  const left = new Set(Object.keys(answers.values));
  const sheets = plan.sheets.map((sheet): SheetPlan => {
    const rows = answers.annexes[sheet.name];
    const columns = new Map(sheet.ranges.map((r) => [r.column, r.name.slice(sheet.name.length + 1)]));
    const firstRow = sheet.ranges[0]?.firstRow ?? 0;
    if (rows && rows.length > (sheet.ranges[0]?.lastRow ?? 0) - firstRow + 1)
      throw new Error(`${sheet.name}: more answers than rows`);
    const answer = (cell: PlannedCell, row: number): string | number | null | undefined => {
      if (cell.name !== undefined && left.delete(cell.name)) return answers.values[cell.name];
      const key = columns.get(cell.column);
      return key === undefined ? undefined : rows?.[row - firstRow]?.[key];
    };
    const filled = (row: RowPlan, i: number): RowPlan => ({
      ...row,
      cells: row.cells.map((cell) => {
        const content = answer(cell, i + 1);
        if (content !== undefined) return { ...cell, content };
        return isFormula(cell.content) ? { ...cell, content: { formula: cell.content.formula } } : cell;
      }),
    });
    return {
      ...sheet,
      rows: sheet.rows.map(filled),
      ...(sheet.alike ? { alike: sheet.alike.map((row, i) => filled(row, sheet.rows.length + i)) } : {}),
    };
  });
  if (left.size > 0) throw new Error(`The template has no cell for: ${[...left].join(', ')}`);
  return { ...plan, sheets };
}

function isFormula(content: Content): content is Extract<Content, { readonly formula: string }> {
  return typeof content === 'object' && content !== null && 'formula' in content;
}
