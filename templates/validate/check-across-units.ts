// The rules that only the board can judge, since they compare units: figures that two share (R901), a figure that is unusual
// for its kind of unit (R902), a section that is all zeros (R903). Each unit passes by once and leaves its figures; the
// warnings come when all are in. What is unusual is not wrong: nothing is refused here.

import { fails } from '../checks/is-judged';
import type { PeriodForm } from '../form-definition/form-for-period';
import type { FormRule } from '../form-definition/form-schema';
import { indicatorName } from '../form-definition/names';
import { mayBeNothing } from '../form-definition/sections';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import type { Lookup } from '../rules/evaluate';
import { fillMessage } from '../rules/message-text';
import type { Value } from '../rules/value';
import type { Submission } from '../submission/submission';
import type { Violation } from '../violation/violation';
import { SimilarUnits } from './similar-units';
import { UnitFigures } from './unit-figures';
import { UnitRates } from './unit-rates';

/** Its figures say how large a unit is, not what it does. */
const BACKGROUND = 'K';

export interface AcrossUnitsWarning {
  readonly unit: string;
  readonly violation: Violation;
}

type CrossUnitRule = Pick<FormRule, 'id' | 'severity' | 'message'> & { readonly expression: string };
type Names = Readonly<Record<string, Value>>;
interface Broken {
  /** The form's name that is meant; empty where there is none. */
  readonly at: string;
  readonly names: Names;
  /** What is called otherwise in English. */
  readonly english?: Names;
}
/** What a unit breaks the rule with. To be called for every unit in turn. */
type Check = (unit: number) => Iterable<Broken>;

const CHECKS: Record<NonNullable<FormRule['over']>, (units: AcrossUnits, rule: CrossUnitRule) => Check> = {
  unitPairs,
  rates,
  sections,
};

export class AcrossUnits {
  readonly figures: UnitFigures;
  /** By row of the figures. */
  readonly codes: string[] = [];
  readonly units: (Pick<ReportingUnit, 'kind' | 'name'> | undefined)[] = [];
  private readonly rules: readonly (readonly [CrossUnitRule, NonNullable<FormRule['over']>])[];

  constructor(readonly form: PeriodForm) {
    this.figures = new UnitFigures(form);
    this.rules = form.rules
      .flatMap(({ scope, over, expression, ...rule }) =>
        scope === 'crossUnit' && over && expression ? [[{ ...rule, expression }, over] as const] : [],
      )
      .sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  }

  /** @param unit undefined for one that the list has not (any more): its kind is unknown */
  add(submission: Submission, unit: Pick<ReportingUnit, 'kind' | 'name'> | undefined): void {
    if (this.rules.length === 0) return;
    this.figures.add(submission.values);
    this.codes.push(submission.unit);
    this.units.push(unit);
  }

  /** By unit in the order they were added, then by rule. */
  *warnings(): Generator<AcrossUnitsWarning> {
    const checks = this.rules.map(([rule, over]) => ({ rule, check: CHECKS[over](this, rule) }));
    for (const [row, unit] of this.codes.entries()) {
      for (const { rule, check } of checks)
        for (const broken of check(row)) yield { unit, violation: violation(rule, broken) };
    }
  }
}

function violation({ id, severity, message }: CrossUnitRule, { at, names, english }: Broken): Violation {
  const text = {
    vi: fillMessage(message.vi, among(names)),
    en: fillMessage(message.en, among({ ...names, ...english }), undefined, 'en'),
  };
  return { rule: id, severity, sheet: '', cell: '', name: at, message: text };
}

const among =
  (names: Names): Lookup =>
  (name) =>
    names[name];

const isBroken = ({ expression }: CrossUnitRule, names: Names): boolean => fails(expression, among(names));

function unitPairs({ figures, codes, units }: AcrossUnits, rule: CrossUnitRule): Check {
  const similar = new SimilarUnits(figures, (so_o, giong) => isBroken(rule, { so_o, giong }));
  return function* (unit) {
    for (const { other, cells, same } of similar.next(unit)) {
      const name = units[other]?.name;
      const don_vi_khac = name === undefined ? codes[other]! : `${codes[other]} (${name})`;
      yield { at: '', names: { so_o: cells, giong: same, don_vi_khac } };
    }
  };
}

function rates({ figures, units }: AcrossUnits, rule: CrossUnitRule): Check {
  const compared = figures.columns.flatMap(({ indicator, section, typed }, column) =>
    typed && section !== BACKGROUND && indicator.type === 'integer' && indicator.units === 'sum' ? [column] : [],
  );
  const unitRates = new UnitRates(
    figures,
    units.map((unit) => unit?.kind),
    compared,
  );
  return function* (unit) {
    for (const column of compared) {
      const rate = unitRates.rate(unit, column);
      const usual = unitRates.usualFor(unit, column);
      if (!usual || Number.isNaN(rate)) continue;
      const { code, label } = figures.columns[column]!.indicator;
      const names = {
        gia_tri: figures.at(unit, column),
        ty_suat: rate,
        q1: usual.q1,
        q3: usual.q3,
        so_don_vi: usual.units,
        ma: code,
        nhan: label.vi,
      };
      if (isBroken(rule, names)) yield { at: indicatorName(code), names, english: { nhan: label.en } };
    }
  };
}

function sections({ form, figures }: AcrossUnits, rule: CrossUnitRule): Check {
  const compared = form.sections.filter(mayBeNothing).map(({ code }) => ({
    code,
    columns: figures.columns.flatMap(({ section }, column) => (section === code ? [column] : [])),
  }));
  return function* (unit) {
    for (const { code, columns } of compared) {
      const answers = columns.map((column) => figures.at(unit, column)).filter((value) => !Number.isNaN(value));
      const names = { da_tra_loi: answers.length, khac_khong: answers.filter((v) => v !== 0).length, muc: code };
      if (isBroken(rule, names)) yield { at: '', names };
    }
  };
}
