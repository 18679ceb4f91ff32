// What a form asks in one period: only the indicators, annexes, documents and rules that belong to it. The layout, the
// extraction and the checks all start from here, so they cannot disagree about what is asked.

import { type PeriodDates, periodDates } from '../reporting-period/calendar';
import type { Day } from '../reporting-period/day';
import type { FormDefinition } from './form-definition';
import { FORM_LENGTHS, type FormLength } from './form-length';
import type { Annex, CatalogueDocument, FormRule, Indicator, Narrative, Section } from './form-schema';

export interface PeriodForm {
  readonly definition: FormDefinition;
  readonly period: string;
  readonly length: FormLength;
  readonly dates: PeriodDates;
  /** Sections with at least one indicator in this period, and only those indicators. */
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly annexes: readonly PeriodAnnex[];
  readonly narratives: readonly (Narrative & { readonly required: boolean })[];
  readonly rules: readonly FormRule[];
}

export interface PeriodAnnex extends Annex {
  /** False: the sheet stands in the workbook for its number's sake and asks nothing in this period. */
  readonly asked: boolean;
  /** The rows that are laid out, in order. */
  readonly lines: readonly AnnexLine[];
}

/** One prepared row of an annex: its key and label are locked where they are given. */
export interface AnnexLine {
  readonly key?: string;
  readonly label?: string;
  /** Of a document of the catalogue. */
  readonly inForceFrom?: Day;
  /** A row for a document that the catalogue lacks: the unit writes what it is. */
  readonly extra?: true;
}

/** Undefined where the form does not report this period. */
export function formForPeriod(definition: FormDefinition, period: string): PeriodForm | undefined {
  const listed = definition.periods.find((p) => p.period === period);
  if (!listed) return undefined;
  const asked = (shortest: FormLength): boolean => FORM_LENGTHS.indexOf(shortest) <= FORM_LENGTHS.indexOf(listed.form);
  const dates = periodDates(period, definition.calendar, definition.holidays);
  const sections = definition.sections
    .map((s) => ({ ...s, indicators: s.indicators.filter((i) => asked(i.shortestPeriod)) }))
    .filter((s) => s.indicators.length > 0);
  return {
    definition,
    period,
    length: listed.form,
    dates,
    sections,
    indicators: sections.flatMap((s) => s.indicators),
    annexes: definition.annexes.map((a) => ({
      ...a,
      asked: asked(a.shortestPeriod),
      lines: asked(a.shortestPeriod) ? lines(a, definition, dates) : [],
    })),
    narratives: definition.narratives.map((n) => ({
      ...n,
      required: n.requiredIn === 'all' || (n.requiredIn ?? []).includes(period),
    })),
    rules: definition.rules.filter(
      (r) => asked(r.shortestPeriod) && !r.off && (r.periods === undefined || r.periods.includes(period)),
    ),
  };
}

/** Documents in force on at least one day of the span, in the catalogue's order (by field). */
export function documentsInForce(
  definition: FormDefinition,
  dates: Pick<PeriodDates, 'from' | 'to'>,
): CatalogueDocument[] {
  return definition.documents.filter(
    (d) => d.validFrom <= dates.to && (d.validTo === undefined || d.validTo >= dates.from),
  );
}

function lines(annex: Annex, definition: FormDefinition, dates: PeriodDates): AnnexLine[] {
  const { rows } = annex;
  if (rows.kind === 'free') return Array.from({ length: rows.count }, () => ({}));
  if (rows.kind === 'fields') return definition.fields.map((f) => ({ key: f.vi }));
  const known = documentsInForce(definition, dates).map((d) => ({
    key: d.id,
    label: documentLabel(d, definition),
    inForceFrom: d.validFrom,
  }));
  const extra = Array.from({ length: rows.extra }, (_, i) => ({
    key: `BS-${String(i + 1).padStart(2, '0')}`,
    extra: true as const,
  }));
  return [...known, ...extra];
}

function documentLabel(d: CatalogueDocument, definition: FormDefinition): string {
  const [year, month, day] = d.issued.split('-');
  const field = definition.fields.find((f) => f.code === d.field)!.vi;
  return `${d.number}, ngày ${Number(day)}/${Number(month)}/${year}; ${d.subject} (${field})`;
}

export function isDerived(indicator: Indicator): boolean {
  return indicator.formula !== undefined || indicator.ratio !== undefined;
}

/** The Excel formula of a derived indicator, without `=`: a ratio is blank where its whole is 0. */
export function derivedFormula(indicator: Indicator): string | undefined {
  if (indicator.ratio) {
    const { part, whole } = indicator.ratio;
    return `IF((${whole})=0,"",(${part})/(${whole}))`;
  }
  return indicator.formula;
}
