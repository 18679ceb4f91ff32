// What each named style of a sheet plan looks like: Times New Roman as Party documents have it, input cells on yellow and
// unlocked, everything else locked. The only place where colours and number formats of a workbook are chosen.

import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { StyleName } from '../../templates/layout/sheet-plan';

const FONT = 'Times New Roman';
const RED = 'FF8B1A1A';
const YELLOW = 'FFFFFBE0';
const GREY = 'FFEDEDED';
const SAND = 'FFFBE9D9';

type Look = Partial<Pick<Style, 'font' | 'fill' | 'alignment' | 'border' | 'numFmt'>> & { readonly input?: true };

const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: FONT, size: 12, ...more });
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const align = (horizontal: Alignment['horizontal'], wrapText = true): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText,
});

const INTEGER = '#,##0';
const MONEY = '#,##0.0';
const PERCENT = '0.0%';
const DATE = 'dd/mm/yyyy';
/** Text format: what is typed stays text, even `=1+1`. */
const TEXT = '@';

const input = (numFmt: string, horizontal: Alignment['horizontal'], more: Partial<Font> = {}): Look => ({
  font: font({ color: { argb: 'FF1F3864' }, ...more }),
  fill: fill(YELLOW),
  border: box,
  alignment: align(horizontal),
  numFmt,
  input: true,
});
const locked = (numFmt: string, horizontal: Alignment['horizontal']): Look => ({
  font: font(),
  fill: fill(GREY),
  border: box,
  alignment: align(horizontal),
  numFmt,
});
const figure = (numFmt: string): Look => ({
  font: font({ bold: true, size: 14 }),
  border: box,
  alignment: align('center'),
  numFmt,
});
const total = (numFmt: string): Look => ({
  font: font({ bold: true }),
  border: box,
  alignment: align('right', false),
  numFmt,
});
/** Rows of the master, as many as the units make. */
const grid = (numFmt: string, horizontal: Alignment['horizontal'], wrapText = false): Look => ({
  font: font({ size: 11 }),
  border: box,
  alignment: { horizontal, vertical: 'top', wrapText, ...(horizontal === 'right' ? { indent: 1 } : {}) },
  numFmt,
});

export const LOOKS: Record<StyleName, Look> = {
  text: { font: font(), alignment: { vertical: 'top', wrapText: true } },
  small: {
    font: font({ size: 10, italic: true, color: { argb: 'FF595959' } }),
    alignment: { vertical: 'middle', wrapText: true },
  },
  centred: { font: font(), alignment: align('center') },
  bold: { font: font({ bold: true }), alignment: align('left') },
  centredBold: { font: font({ bold: true }), alignment: align('center') },
  centredItalic: { font: font({ italic: true }), alignment: align('center') },
  party: { font: font({ bold: true, underline: true, size: 13 }), alignment: align('center') },
  title: { font: font({ bold: true, size: 15 }), alignment: align('center') },
  head: {
    font: font({ bold: true, color: { argb: 'FFFFFFFF' } }),
    fill: fill(RED),
    border: box,
    alignment: align('center'),
  },
  columnCode: {
    font: font({ size: 8, color: { argb: 'FF7F7F7F' } }),
    fill: fill(GREY),
    border: box,
    alignment: align('center', false),
  },
  section: {
    font: font({ bold: true, color: { argb: RED } }),
    fill: fill(SAND),
    border: box,
    alignment: align('left'),
  },
  sectionCode: {
    font: font({ bold: true, color: { argb: RED } }),
    fill: fill(SAND),
    border: box,
    alignment: align('center'),
  },
  code: { font: font({ color: { argb: 'FF595959' } }), border: box, alignment: align('center', false) },
  label: { font: font(), border: box, alignment: align('left') },
  unit: { font: font({ color: { argb: 'FF595959' } }), border: box, alignment: align('center') },
  key: { font: font(), fill: fill(GREY), border: box, alignment: align('left') },
  inputNumber: input(INTEGER, 'right'),
  inputMoney: input(MONEY, 'right'),
  inputText: input(TEXT, 'left'),
  inputChoice: input(TEXT, 'center'),
  inputDate: input(DATE, 'center'),
  inputMark: input(TEXT, 'center', { bold: true }),
  inputPoints: input('0"%"', 'right'),
  lockedNumber: locked(INTEGER, 'right'),
  lockedMoney: locked(MONEY, 'right'),
  lockedPercent: locked(PERCENT, 'right'),
  lockedText: locked(TEXT, 'left'),
  lockedDate: locked(DATE, 'center'),
  message: { font: font(), border: box, alignment: align('left') },
  link: { font: font({ color: { argb: 'FF0563C1' }, underline: true }), border: box, alignment: align('left', false) },
  status: { font: font({ bold: true, color: { argb: RED } }), alignment: align('center') },
  figure: figure(INTEGER),
  figurePercent: figure(PERCENT),
  totalNumber: total(INTEGER),
  totalMoney: total(MONEY),
  totalPercent: total(PERCENT),
  gridText: grid(TEXT, 'left'),
  gridWrap: grid(TEXT, 'left', true),
  gridCentred: grid(TEXT, 'center'),
  gridValue: grid('General', 'right'),
  gridNumber: grid(INTEGER, 'right'),
  gridMoney: grid(MONEY, 'right'),
  gridPercent: grid(PERCENT, 'right'),
  gridDate: grid(DATE, 'center'),
};

/** Backgrounds of conditional formats. */
export const HIGHLIGHTS = { error: 'FFFFC7CE', warning: 'FFFFEB9C', off: 'FFD9D9D9' } as const;
