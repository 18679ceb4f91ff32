// The head of the master's printed sheets, as Party documents have it (Hướng dẫn 36-HD/VPTW): the superior committee and
// the board on the left, the Party's name with place and date on the right, the title and what it is about below.

import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Content, RowPlan, StyleName } from '../../templates/layout/sheet-plan';
import { dayInVietnam, formatDay } from '../../templates/reporting-period/day';
import { periodLabel } from '../../templates/reporting-period/period-code';
import { timeInVietnam } from './instant-text';

export interface PartyHead {
  readonly form: PeriodForm;
  readonly builtAt: string;
  readonly title: string;
  /** What follows "Tính đến 08:15 ngày 18/6/2024; ". */
  readonly asOf: string | { readonly formula: string; readonly result: string };
  /** The left block's columns, and all columns. */
  readonly left: number;
  readonly columns: number;
}

/** Rows of the head; the sheet's own rows follow from `PARTY_HEAD_ROWS + 1` on. */
export const PARTY_HEAD_ROWS = 6;

export function partyHead({ form, builtAt, title, asOf, left, columns }: PartyHead): RowPlan[] {
  const { board } = form.definition;
  const pair = (height: number, l: string, lStyle: StyleName, r: string, rStyle: StyleName): RowPlan => ({
    height,
    cells: [
      { column: 1, span: left, content: l, style: lStyle },
      { column: left + 1, span: columns - left, content: r, style: rStyle },
    ],
  });
  const wide = (height: number, content: Content, style: StyleName): RowPlan => ({
    height,
    cells: [{ column: 1, span: columns, content, style }],
  });
  const { from, to } = form.dates;
  const moment = `Tính đến ${timeInVietnam(builtAt).slice(0, 5)} ngày ${formatDay(dayInVietnam(builtAt))}`;
  return [
    pair(20, upper(board.parent), 'centred', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'party'),
    pair(20, upper(ownName(board)), 'centredBold', placeAndDate(board.place, builtAt), 'centredItalic'),
    wide(30, title, 'title'),
    wide(20, `${periodLabel(form.period)} (số liệu từ ${formatDay(from)} đến ${formatDay(to)})`, 'centredBold'),
    wide(
      20,
      typeof asOf === 'string'
        ? `${moment}; ${asOf}`
        : { formula: `"${moment}; "&${asOf.formula}`, result: `${moment}; ${asOf.result}` },
      'centredItalic',
    ),
    { height: 8, cells: [] },
  ];
}

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** The board's name without its superior's, which stands above it. */
function ownName({ name, parent }: { readonly name: string; readonly parent: string }): string {
  return name.endsWith(` ${parent}`) ? name.slice(0, -parent.length - 1) : name;
}

function placeAndDate(place: string, instant: string): string {
  const [year, month, day] = dayInVietnam(instant).split('-');
  return `${place}, ngày ${day} tháng ${month} năm ${year}`;
}
