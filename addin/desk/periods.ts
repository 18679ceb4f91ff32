// Opening a workbook of the centre's: the unit's template of a period, or the board's master. The list of periods comes from
// the centre, each as it stands for whoever asks. While it comes that is seen, and whoever leaves is not followed.

import { periodLabel } from '../../templates/reporting-period/period-code';
import type { Answer, Place } from '../centre';
import type { Desk } from './desk';
import type { Screen } from './desk-state';

export async function choosePeriod(desk: Desk, what: 'template' | 'master'): Promise<void> {
  const again = (): void => void choosePeriod(desk, what);
  const { session, words } = desk.state.value;
  if (!desk.signedIn(again) || !session) return;
  if (what === 'master' && session.role !== 'board') return notFor(desk, words.boardOnly);
  if (what === 'template' && session.role !== 'unit') return notFor(desk, words.unitOnly);
  const answer = await loaded(desk, desk.centre.forms(session.token), again);
  if (answer) desk.show({ kind: 'templates', forms: answer.body.forms, what });
}

export async function openPeriod(desk: Desk, place: Place, what: 'template' | 'master'): Promise<void> {
  const again = (): void => void openPeriod(desk, place, what);
  const { session, words, language } = desk.state.value;
  if (!session) return desk.sessionEnded(again);
  const asked =
    what === 'template'
      ? desk.centre.template(session.token, place, session.unit ?? '')
      : desk.centre.master(session.token, place, true);
  const answer = await loaded(desk, asked, again);
  if (!answer) return;
  const name = what === 'template' ? session.unit : 'TongHop';
  try {
    await desk.waitForExcel(desk.parts.hand(answer.body, `${place.form}-${place.period}-${name}.xlsx`));
  } catch (error) {
    console.error(error);
    const problem = { status: 0, code: 'CANNOT_OPEN', title: words.cannotOpen, detail: words.cannotOpenText };
    if (desk.state.value.screen?.kind === 'loading') desk.show({ kind: 'problem', problem, again });
    else desk.say(words.cannotOpen);
    return;
  }
  if (desk.state.value.screen?.kind === 'loading') desk.show(undefined);
  if (what === 'master') desk.say(words.masterOpened(periodLabel(place.period, language)));
  else desk.say(desk.report?.excel ? words.opened : words.downloaded);
}

/** @returns undefined where something else is in front by now */
async function loaded<T>(
  desk: Desk,
  asked: Promise<Answer<T>>,
  again: () => void,
): Promise<Extract<Answer<T>, { ok: true }> | undefined> {
  const loading: Screen = { kind: 'loading' };
  desk.show(loading);
  const answer = await asked.catch(() => undefined);
  if (desk.state.value.screen !== loading) return undefined;
  if (answer?.ok) return answer;
  if (answer?.problem.status === 401) desk.sessionEnded(again);
  else if (answer) desk.show({ kind: 'problem', problem: answer.problem, again });
  else desk.show({ kind: 'away', again });
  return undefined;
}

function notFor(desk: Desk, detail: string): void {
  const { words } = desk.state.value;
  desk.show({ kind: 'problem', problem: { status: 403, code: 'NOT_ALLOWED', title: words.problemTitle, detail } });
}
