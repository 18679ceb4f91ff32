// What has to be known to judge a report: its form, and what the centre holds of the unit. Fresh from the centre where somebody
// is signed in and the network is there, else as this computer last had it.

import type { Identity } from '../../templates/extract/extracted';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { UnitFile } from '../../templates/submission/unit-file';
import type { Centre, Place, Problem, Session } from '../centre';
import type { OwnStorage } from '../own-storage';

/** Whose report on which period of which form a workbook says it is. */
export interface ReportPlace extends Place {
  readonly unit: string;
}

export interface Known {
  readonly definition: FormDefinition;
  readonly unitFile: UnitFile | undefined;
}

/** Undefined where the workbook is no report. */
export function placeIn({ form, period, unit }: Identity): ReportPlace | undefined {
  return form && period && unit ? { form, period, unit } : undefined;
}

export function isSamePlace(a: ReportPlace | undefined, b: ReportPlace | undefined): boolean {
  return a?.form === b?.form && a?.period === b?.period && a?.unit === b?.unit;
}

/** `away`: no network · a problem: what the centre said instead, 401 where the session is no longer taken */
export async function askCentre(
  centre: Centre,
  storage: OwnStorage,
  session: Session,
  place: ReportPlace,
): Promise<Known | 'away' | { readonly problem: Problem }> {
  const unit = session.unit ?? place.unit;
  const asked = await Promise.all([
    centre.definition(session.token, place),
    centre.unitFile(session.token, place, unit),
  ]).catch(() => undefined);
  if (!asked) return 'away';
  const [definition, file] = asked;
  if (!definition.ok) return { problem: definition.problem };
  await storage.keepDefinition(place, unit, definition.body);
  if (file.ok) await storage.keepUnitFile(file.body);
  return { definition: definition.body, unitFile: file.ok ? file.body : undefined };
}

export async function lastKnown(storage: OwnStorage, place: ReportPlace): Promise<Known | undefined> {
  const definition = await storage.definition(place, place.unit);
  return definition && { definition, unitFile: await storage.unitFile(place, place.unit) };
}
