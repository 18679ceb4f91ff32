// What has to be known to judge a report: its form, and what the centre holds of the unit. Fresh from the centre where somebody
// is signed in and the network is there, else as this computer last had it.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { UnitFile } from '../../templates/submission/unit-file';
import { type Centre, isPassing, type Problem, type Session } from '../centre';
import type { OwnStorage } from '../own-storage';
import type { ReportPlace } from '../report/report-place';

export interface Known {
  readonly definition: FormDefinition;
  readonly unitFile: UnitFile | undefined;
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
  // The same question a moment later may be answered: until then what was known holds.
  const held = !file.ok && isPassing(file.problem) ? await storage.unitFile(place, unit) : undefined;
  const unitFile = file.ok ? file.body : held;
  return { definition: definition.body, unitFile };
}

/** For when the centre cannot be asked. */
export async function remember(storage: OwnStorage, place: ReportPlace, session: Session, known: Known): Promise<void> {
  await storage.keepDefinition(place, session.unit ?? place.unit, known.definition);
  if (known.unitFile) await storage.keepUnitFile(known.unitFile);
}

export async function lastKnown(storage: OwnStorage, place: ReportPlace): Promise<Known | undefined> {
  const definition = await storage.definition(place, place.unit);
  return definition && { definition, unitFile: await storage.unitFile(place, place.unit) };
}
