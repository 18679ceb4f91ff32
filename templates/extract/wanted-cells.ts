// What is looked for in a workbook: every cell that the form names outside the annexes, what kind of value it wants, and
// the second way to it where its name was lost. Worked out once a form and period.

import { HEADER_EXPLANATION, HEADER_EXPLANATION_LABEL } from '../checks/explained-at';
import { isDerived, type PeriodForm } from '../form-definition/form-for-period';
import type { AnnexColumn, Bilingual, Indicator } from '../form-definition/form-schema';
import { explanationName, headerName, indicatorName, narrativeName, nothingName } from '../form-definition/names';
import { mayBeNothing } from '../form-definition/sections';
import { EXPLANATION_LABEL } from '../layout/plan-annex';
import { INDICATOR_SHEET, VALUE_HEAD } from '../layout/plan-indicators';
import { choicesOf } from '../rules/choices';

/** How a cell's content is read. `points` are percent points; `derived` cells are computed again and read as they stand. */
export type Reading = 'integer' | 'money' | 'points' | 'date' | 'choice' | 'text' | 'derived';

export interface Want {
  readonly reading: Reading;
  /** The texts that a choice may be. */
  readonly options?: readonly string[];
  /** Of the quantity, where it has one: a number in another unit is another number. */
  readonly unit?: string | undefined;
}

export interface Wanted extends Want {
  readonly name: string;
  readonly label: Bilingual;
  readonly sheet: string;
  /** How to find it by code: the line's code and the head of its column. */
  readonly code?: readonly [code: string, head: string];
  /** How to find it where it has no code: the text it stands beside. */
  readonly beside?: string;
  /** It is the very next cell, filled or not. */
  readonly next?: true;
  /** Its absence is not worth a word. */
  readonly mayBeLost?: true;
}

export const EXPLANATION_HEAD = 'Giải trình';
export const NARRATIVE_HEAD = 'Nội dung';
const TEXT: Want = { reading: 'text' };
const known = new WeakMap<PeriodForm, readonly Wanted[]>();

export function wantedCells(form: PeriodForm): readonly Wanted[] {
  const wanted = known.get(form) ?? [...listed(form)];
  known.set(form, wanted);
  return wanted;
}

function* listed(form: PeriodForm): Generator<Wanted> {
  for (const field of form.definition.header)
    yield {
      name: headerName(field.name),
      label: field.label,
      sheet: 'BiaBC',
      reading: field.type,
      beside: field.label.vi,
      next: true,
      mayBeLost: true,
    };
  yield { ...TEXT, name: HEADER_EXPLANATION, label: HEADER_EXPLANATION_LABEL, sheet: 'BiaBC', mayBeLost: true };
  for (const section of form.sections) {
    if (mayBeNothing(section))
      yield {
        ...TEXT,
        name: nothingName(section.code),
        label: section.title,
        sheet: INDICATOR_SHEET,
        code: [section.code, VALUE_HEAD],
        mayBeLost: true,
      };
    for (const indicator of section.indicators) {
      const place = { label: coded(indicator), sheet: INDICATOR_SHEET };
      yield {
        ...place,
        ...indicatorWant(indicator),
        name: indicatorName(indicator.code),
        code: [indicator.code, VALUE_HEAD],
        // What is derived is computed again anyway.
        ...(isDerived(indicator) ? { mayBeLost: true } : {}),
      };
      yield {
        ...place,
        ...TEXT,
        name: explanationName(indicator.code),
        code: [indicator.code, EXPLANATION_HEAD],
        mayBeLost: true,
      };
    }
  }
  for (const annex of form.annexes)
    if (annex.asked)
      yield {
        ...TEXT,
        name: explanationName(annex.code),
        label: annex.title,
        sheet: annex.code,
        beside: EXPLANATION_LABEL,
        mayBeLost: true,
      };
  for (const narrative of form.narratives) {
    const place = { ...TEXT, label: coded(narrative), sheet: 'ThuyetMinh' };
    yield { ...place, name: narrativeName(narrative.code), code: [narrative.code, NARRATIVE_HEAD] };
    yield {
      ...place,
      name: explanationName(narrative.code),
      code: [narrative.code, EXPLANATION_HEAD],
      mayBeLost: true,
    };
  }
}

function coded({ code, label }: { readonly code: string; readonly label: Bilingual }): Bilingual {
  return { vi: `${code} ${label.vi}`, en: `${code} ${label.en}` };
}

function indicatorWant(indicator: Indicator): Want {
  return isDerived(indicator) ? { reading: 'derived', unit: indicator.unit } : wantOf(indicator);
}

/** Of a typed indicator or an annex column. */
export function wantOf(as: Pick<Indicator | AnnexColumn, 'type' | 'unit' | 'options'>): Want {
  const { type, unit } = as;
  switch (type) {
    case 'integer':
    case 'percent':
      return { reading: unit === '%' ? 'points' : 'integer', unit };
    case 'money':
    case 'date':
      return { reading: type, unit };
    case 'yesNo':
    case 'choice':
      return { reading: 'choice', options: choicesOf(as) };
    default:
      return TEXT;
  }
}

/** Whether what was answered to one answers the other: a whole number may become an amount, and anything a text. */
export function asksTheSame(old: Want, wanted: Want): boolean {
  if (old.unit !== wanted.unit && old.reading !== 'text' && wanted.reading !== 'text') return false;
  return (
    old.reading === wanted.reading ||
    (wanted.reading === 'text' && old.reading !== 'derived') ||
    (old.reading === 'integer' && wanted.reading === 'money')
  );
}
