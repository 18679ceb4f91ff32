// A form that is reported and its periods, as they stand for whoever asks. Made at the centre, shown by the add-in. Types only.

import type { Bilingual } from '../form-definition/form-schema';
import type { Day } from '../reporting-period/day';
import type { UnitStanding } from './submission';

export interface ListedForm {
  readonly form: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly periods: readonly ListedPeriod[];
}

export interface ListedPeriod {
  readonly period: string;
  readonly label: Bilingual;
  readonly from: Day;
  readonly to: Day;
  /** The unit's own, extensions counted, where a unit asks. */
  readonly due: Day;
  /** For a unit: whether a report of it would be kept out now. */
  readonly locked: boolean;
  /** Of the unit that asks: how it stands, its latest upload and the one that counts (0: none). */
  readonly state?: UnitStanding['state'];
  readonly revision?: number;
  readonly counted?: number;
}
