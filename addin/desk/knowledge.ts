// What has to be known to judge a report: its form, and what the centre holds of the unit. Fresh from the centre where somebody
// is signed in and the network is there, else as this computer last had it.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { UnitFile } from '../../templates/submission/unit-file';
import type { Centre, Place, Session } from '../centre';
import type { OwnStorage } from '../own-storage';

export interface Known {
  readonly definition: FormDefinition;
  readonly unitFile: UnitFile | undefined;
}

/** `away`: no network · `ended`: the session is no longer taken · `nothing`: the centre has no such form. */
export async function askCentre(
  centre: Centre,
  storage: OwnStorage,
  session: Session,
  place: Place & { readonly unit: string },
): Promise<Known | 'away' | 'ended' | 'nothing'> {
  const asked = await Promise.all([
    centre.definition(session.token, place),
    centre.unitFile(session.token, place, session.unit ?? place.unit),
  ]).catch(() => undefined);
  if (!asked) return 'away';
  const [definition, file] = asked;
  if (!definition.ok) return definition.problem.status === 401 ? 'ended' : 'nothing';
  await storage.keepDefinition(place, definition.body);
  if (file.ok) await storage.keepUnitFile(file.body);
  return { definition: definition.body, unitFile: file.ok ? file.body : undefined };
}

export async function lastKnown(
  storage: OwnStorage,
  place: Place & { readonly unit: string },
): Promise<Known | undefined> {
  const definition = await storage.definition(place);
  return definition && { definition, unitFile: await storage.unitFile(place, place.unit) };
}

export async function askUnitFile(
  centre: Centre,
  storage: OwnStorage,
  { token }: Session,
  { form, period }: Place,
  unit: string,
): Promise<UnitFile | undefined> {
  const answer = await centre.unitFile(token, { form, period }, unit).catch(() => undefined);
  if (!answer?.ok) return undefined;
  await storage.keepUnitFile(answer.body);
  return answer.body;
}
