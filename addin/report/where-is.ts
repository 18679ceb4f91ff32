// Where something stands that somebody names: a cell by its name, the n-th row of an annex that says something, a whole annex or
// section by its beginning. Names become cells through the report itself, so what was moved is found.

import type { Extracted } from '../../templates/extract/extracted';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import { indicatorName } from '../../templates/form-definition/names';
import { saysSomething } from '../../templates/validate/annex-rows';

export interface Place {
  /** Empty where nothing in particular is meant. */
  readonly sheet: string;
  readonly cell: string;
}

export type WhereIs = (name: string, row?: number) => Place;

export function whereIsIn(extracted: Extracted, form: PeriodForm): WhereIs {
  return (name, row) => {
    const located = extracted.values.get(name);
    if (located) return located;
    const [code = '', ...column] = name.split('_');
    const annex = form.annexes.find((one) => one.code === code && one.asked);
    if (annex) {
      const rows = extracted.annexes.get(code) ?? [];
      const filled = rows.filter((one) => saysSomething(annex, one));
      const cells = (row === undefined ? rows[0] : filled[row - 1])?.cells ?? {};
      return cells[column.join('_')] ?? Object.values(cells)[0] ?? { sheet: code, cell: '' };
    }
    const first = form.sections.find((section) => section.code === name)?.indicators[0];
    return (first && extracted.values.get(indicatorName(first.code))) ?? { sheet: '', cell: '' };
  };
}
