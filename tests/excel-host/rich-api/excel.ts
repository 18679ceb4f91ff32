// Excel itself, as far as the add-in can tell: one open workbook, what is selected in it, and what happens when somebody
// writes into its cells. The same way for a person and for the add-in, so that neither can do what the other may not.

import type { PeriodForm } from '../../../templates/form-definition/form-for-period';
import { type Area, areaAddress, areaColumns, areaRows } from '../workbook/area';
import { ADD_IN_LOCALE, entered } from '../workbook/entered';
import type { HostSheet } from '../workbook/host-sheet';
import type { HostWorkbook } from '../workbook/host-workbook';
import { recalculate } from '../workbook/recalculate';
import { HostError } from '../workbook/stored-cell';
import type { ApiObject } from './api-object';
import { Events } from './events';

export interface Selection {
  readonly sheet: HostSheet;
  readonly area: Area;
}

export class Excel {
  readonly events = new Events();
  readonly references = new Map<string, ApiObject>();
  /** Workbooks that `Excel.createWorkbook` opened. */
  readonly opened: Uint8Array[] = [];
  dirty = false;
  private tracked = 0;
  /** How often the workbook was saved. */
  saves = 0;
  selection: Selection;

  constructor(
    readonly book: HostWorkbook,
    private readonly form: PeriodForm,
    readonly fileName: string,
    readonly locale: string,
  ) {
    const first = book.sheets.find(({ facts }) => facts.visibility === 'Visible') ?? book.sheets[0]!;
    this.selection = { sheet: first, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    // As Excel does with a file that an older program calculated, or none.
    recalculate(book, form);
  }

  get activeSheet(): HostSheet {
    return this.selection.sheet;
  }

  activate(sheet: HostSheet): undefined {
    if (sheet.facts.visibility !== 'Visible')
      throw new HostError('InvalidOperation', `${sheet.facts.name} is hidden and cannot be turned to`);
    if (sheet === this.activeSheet) return;
    this.selection = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    this.events.activated(sheet);
  }

  select(sheet: HostSheet, area: Area): undefined {
    this.activate(sheet);
    this.selection = { sheet, area };
  }

  /** All cells or none. One value goes into every cell; `null` in a table of values leaves its cell alone. */
  write(sheet: HostSheet, area: Area, value: unknown, by: 'addIn' | 'person' = 'addIn'): void {
    const locked = sheet.lockedIn(area);
    if (locked) {
      const { row, column } = locked;
      const cell = areaAddress({ top: row, left: column, bottom: row, right: column });
      throw new HostError('AccessDenied', `${sheet.facts.name}!${cell} is locked on a protected sheet`);
    }
    const values = table(value, area);
    const before = sheet.cell(area.top, area.left);
    const locale = by === 'person' ? this.locale : ADD_IN_LOCALE;
    const formatAt = (r: number, c: number): string => sheet.style(area.top + r, area.left + c).numberFormat;
    const made = values.map((line, r) =>
      line.map((one, c) => (one === null ? null : entered(one, formatAt(r, c), locale))),
    );
    for (const [r, line] of made.entries())
      for (const [c, cell] of line.entries()) if (cell) sheet.put(area.top + r, area.left + c, cell);
    recalculate(this.book, this.form);
    this.touch();
    this.events.changed(sheet, area, before, sheet.cell(area.top, area.left), by === 'addIn');
  }

  /** Ranges outlive the request that made them, until the library lets go of them. */
  track(object: ApiObject): string {
    this.tracked += 1;
    const reference = `range${this.tracked}`;
    this.references.set(reference, object);
    return reference;
  }

  touch(): void {
    this.dirty = true;
  }

  save(): undefined {
    this.dirty = false;
    this.saves += 1;
  }
}

function table(value: unknown, area: Area): unknown[][] {
  const [rows, columns] = [areaRows(area), areaColumns(area)];
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array(columns).fill(value));
  const fits = value.length === rows && value.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits)
    throw new HostError('InvalidArgument', `${areaAddress(area)} takes ${rows} × ${columns} values, and got others`);
  return value;
}
