// Reports that wait to be sent: the screen right after one could not be, and the badge with its list afterwards.

import { periodLabel } from '../../templates/reporting-period/period-code';
import { problemText } from '../desk/problem-text';
import type { Attempt } from '../own-storage';
import { sendNow } from '../submit/submit-report';
import { showInstant } from '../words/words';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

export function Queued({ desk, state, attempt, kept }: Part & { readonly attempt: Attempt; readonly kept: boolean }) {
  const { words, waiting } = state;
  // As it stands by now: how often it was tried, and what was said.
  const now = waiting.find(({ key }) => key === attempt.key);
  return (
    <section class="card waiting">
      <ScreenHeading text={words.queuedTitle} />
      <p>{kept ? words.queuedText : words.notKept}</p>
      <OneAttempt desk={desk} state={state} attempt={now ?? attempt} isOut={now === undefined} />
      <div class="actions">
        <Leave desk={desk} name={words.close} />
      </div>
    </section>
  );
}

export function WaitingBadge({ desk, state }: Part) {
  const { words, waiting } = state;
  if (waiting.length === 0) return null;
  return (
    <details class="badge">
      <summary>{words.waiting(waiting.length)}</summary>
      {waiting.map((attempt) => (
        <OneAttempt key={attempt.key} desk={desk} state={state} attempt={attempt} isOut={false} />
      ))}
    </details>
  );
}

/** @param isOut it is under way at this moment */
function OneAttempt({ desk, state, attempt, isOut }: Part & { readonly attempt: Attempt; readonly isOut: boolean }) {
  const { words, language, session } = state;
  const receipt = attempt.problem?.receipt;
  const cancel = async (): Promise<void> => {
    await desk.outbox.cancel(attempt.key);
    if (state.screen?.kind === 'queued') desk.show(undefined);
    const mayBeThere = isOut || attempt.tries > 0;
    desk.say(mayBeThere ? words.cancelledLate : words.cancelled);
    if (mayBeThere) await desk.checks.ask();
  };
  return (
    <div class="attempt">
      <p>
        {attempt.unit} · {periodLabel(attempt.period, language)}
        <br />
        {words.madeAt(showInstant(attempt.madeAt, language))}
      </p>
      {!attempt.problem && session?.unit !== attempt.unit && <p>{words.waitingSignIn}</p>}
      {attempt.problem && (
        <p class="wrong">
          {words.waitingProblem}: {problemText(attempt.problem, words)}
        </p>
      )}
      <div class="actions">
        {receipt && (
          <button type="button" onClick={() => desk.show({ kind: 'receipt', receipt })}>
            {words.seeReceipt}
          </button>
        )}
        {!attempt.problem && (
          <button type="button" onClick={() => sendNow(desk, attempt)}>
            {words.sendNow}
          </button>
        )}
        <button type="button" onClick={cancel}>
          {words.cancelSend}
        </button>
      </div>
    </div>
  );
}
