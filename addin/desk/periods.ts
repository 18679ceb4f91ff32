// Opening a workbook of the centre's: the unit's template of a period, or the board's master. The list of periods comes from
// the centre, each as it stands for whoever asks.

import { periodLabel } from '../../templates/reporting-period/period-code';
import type { Place } from '../centre';
import type { Desk } from './desk';

export async function choosePeriod(desk: Desk, what: 'template' | 'master'): Promise<void> {
  const again = (): void => void choosePeriod(desk, what);
  const { session, words } = desk.state.value;
  if (!desk.signedIn(again) || !session) return;
  if (what === 'master' && session.role !== 'board') return notFor(desk, words.boardOnly);
  if (what === 'template' && session.role !== 'unit') return notFor(desk, words.unitOnly);
  const answer = await desk.centre.forms(session.token).catch(() => undefined);
  if (!answer) return desk.show({ kind: 'away' });
  if (answer.ok) return desk.show({ kind: 'templates', forms: answer.body.forms, what });
  if (answer.problem.status === 401) return desk.sessionEnded(again);
  desk.show({ kind: 'problem', problem: answer.problem });
}

export async function openPeriod(desk: Desk, place: Place, what: 'template' | 'master'): Promise<void> {
  const { session, words } = desk.state.value;
  if (!session) return desk.sessionEnded(() => void openPeriod(desk, place, what));
  const asked =
    what === 'template'
      ? desk.centre.template(session.token, place, session.unit ?? '')
      : desk.centre.master(session.token, place, true);
  const answer = await asked.catch(() => undefined);
  if (!answer) return desk.show({ kind: 'away' });
  if (!answer.ok) return desk.show({ kind: 'problem', problem: answer.problem });
  const name = what === 'template' ? session.unit : 'TongHop';
  await desk.parts.hand(answer.body, `${place.form}-${place.period}-${name}.xlsx`);
  desk.show(undefined);
  desk.say(what === 'template' ? words.opened : periodLabel(place.period, desk.state.value.language));
}

function notFor(desk: Desk, detail: string): void {
  const { words } = desk.state.value;
  desk.show({ kind: 'problem', problem: { status: 403, code: 'NOT_ALLOWED', title: words.problemTitle, detail } });
}
