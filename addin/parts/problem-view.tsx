// What the centre said no to, each kind with what to do about it: too large, refused for its content, locked, anything else.

import { blocks } from '../../templates/violation/violation';
import type { Problem } from '../centre';
import { problemText } from '../desk/problem-text';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';
import { ViolationList } from './violation-list';

type Again = { readonly again: (() => void) | undefined };

export function ProblemView({ desk, state, problem, again }: Part & Again & { readonly problem: Problem }) {
  const { words } = state;
  const { title, text } = wordsOf(problem, state.words);
  const violations = problem.violations ?? [];
  const listed = problem.status === 422 && violations.some(blocks);
  return (
    <section class="card bad">
      <ScreenHeading text={title} />
      {text && <p>{text}</p>}
      {listed && <ViolationList desk={desk} state={state} violations={violations} />}
      <div class="actions">
        {problem.code === 'CANNOT_OPEN' && (
          <a class="button primary" href="/nop" target="_blank" rel="noopener">
            {words.uploadPage}
          </a>
        )}
        <Retry state={state} again={again} />
        <Leave desk={desk} name={words.back} />
      </div>
    </section>
  );
}

/** Of our words and the centre's the ones that say more; never both, they are the same thought. */
function wordsOf(problem: Problem, words: Part['state']['words']): { title: string; text: string } {
  const { status, title, detail } = problem;
  if (status === 423) return { title: words.lockedTitle, text: words.lockedAdvice };
  if (status === 413) return { title: words.tooLargeTitle, text: detail || words.tooLargeAdvice };
  if (status === 422) return { title: title || words.refusedTitle, text: detail || words.refusedKept };
  return { title: (detail && title) || words.problemTitle, text: problemText(problem, words) };
}

export function Away({ desk, state, failed, again }: Part & Again & { readonly failed: boolean }) {
  const { words } = state;
  return (
    <section class="card bad">
      <ScreenHeading text={words.problemTitle} />
      <p role="alert">{failed ? words.failed : words.network}</p>
      <div class="actions">
        <Retry state={state} again={again} />
        <Leave desk={desk} name={words.close} />
      </div>
    </section>
  );
}

function Retry({ state, again }: Again & Pick<Part, 'state'>) {
  if (!again) return null;
  return (
    <button type="button" onClick={again}>
      {state.words.retry}
    </button>
  );
}
