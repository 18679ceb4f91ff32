// How far a report is, section by section: of the cells that are owed how many are filled, what is wrong there, and whether
// the section was declared empty. For the clerk's eye only; whether a report may go is the verdict's.

import type { Extracted } from '../../templates/extract/extracted';
import { isDerived, type PeriodAnnex, type PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Bilingual, Section } from '../../templates/form-definition/form-schema';
import { indicatorName, narrativeName, nothingName } from '../../templates/form-definition/names';
import { mayBeNothing } from '../../templates/form-definition/sections';
import { saysSomething } from '../../templates/validate/annex-rows';
import type { Verdict } from '../../templates/validate/validate';
import { blocks, type Violation } from '../../templates/violation/violation';

export interface SectionProgress {
  /** `A`, `PL1`, `T`. */
  readonly code: string;
  readonly title: Bilingual;
  /** Where it begins. */
  readonly sheet: string;
  readonly cell: string;
  readonly filled: number;
  /** 0 where nothing is owed for certain, as in an annex: then `filled` counts its rows. */
  readonly owed: number;
  /** What keeps the report from going. */
  readonly open: number;
  /** The mark "Không phát sinh" and its cell, in sections that may have one. */
  readonly nothing?: { readonly marked: boolean; readonly sheet: string; readonly cell: string };
}

export function progressOf(form: PeriodForm, extracted: Extracted, verdict: Verdict): SectionProgress[] {
  const open = verdict.violations.filter(blocks);
  return [
    ...form.sections.map((section) => ofSection(section, extracted, open, verdict.values.nothing)),
    ...form.annexes.filter((annex) => annex.asked).map((annex) => ofAnnex(annex, extracted, open)),
    ...ofNarratives(form, extracted, open),
  ];
}

function ofSection(
  section: Section,
  extracted: Extracted,
  open: readonly Violation[],
  nothing: readonly string[],
): SectionProgress {
  const owed = section.indicators.filter((i) => !isDerived(i) && !i.optional);
  const names = owed.map(({ code }) => indicatorName(code));
  const marked = nothing.includes(section.code);
  const first = extracted.values.get(indicatorName(section.indicators[0]!.code));
  const mark = mayBeNothing(section) ? extracted.values.get(nothingName(section.code)) : undefined;
  return {
    code: section.code,
    title: section.title,
    sheet: first?.sheet ?? '',
    cell: first?.cell ?? '',
    filled: marked ? names.length : names.filter((name) => holds(extracted, name)).length,
    owed: names.length,
    open: open.filter(({ name }) => name.startsWith(`CT_${section.code}_`) || name.startsWith(`GT_${section.code}_`))
      .length,
    ...(mark?.cell ? { nothing: { marked, sheet: mark.sheet, cell: mark.cell } } : {}),
  };
}

function ofAnnex(annex: PeriodAnnex, extracted: Extracted, open: readonly Violation[]): SectionProgress {
  const rows = extracted.annexes.get(annex.code) ?? [];
  const first = rows[0] && Object.values(rows[0].cells)[0];
  return {
    code: annex.code,
    title: annex.title,
    sheet: first?.sheet ?? annex.code,
    cell: first?.cell ?? '',
    filled: rows.filter((row) => saysSomething(annex, row)).length,
    owed: 0,
    open: open.filter(({ name }) => name.startsWith(`${annex.code}_`) || name === `GT_${annex.code}`).length,
  };
}

const NARRATIVES: Bilingual = { vi: 'Thuyết minh', en: 'Narratives' };

function ofNarratives(form: PeriodForm, extracted: Extracted, open: readonly Violation[]): SectionProgress[] {
  if (form.narratives.length === 0) return [];
  const required = form.narratives.filter((n) => n.required).map(({ code }) => narrativeName(code));
  const first = extracted.values.get(narrativeName(form.narratives[0]!.code));
  return [
    {
      code: 'T',
      title: NARRATIVES,
      sheet: first?.sheet ?? '',
      cell: first?.cell ?? '',
      filled: required.filter((name) => holds(extracted, name)).length,
      owed: required.length,
      open: open.filter(({ name }) => /^(?:TM|GT)_T_/.test(name)).length,
    },
  ];
}

const holds = (extracted: Extracted, name: string): boolean => (extracted.values.get(name)?.value ?? null) !== null;
