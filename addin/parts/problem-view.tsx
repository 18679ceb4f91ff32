// What the centre said no to, each kind with what to do about it: too large, refused for its content, locked, anything else.

import { blocks } from '../../templates/violation/violation';
import type { Problem } from '../centre';
import { submitReport } from '../submit/submit-report';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';
import { ViolationList } from './violation-list';

export function ProblemView({ desk, state, problem }: Part & { readonly problem: Problem }) {
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
        {problem.status !== 403 && (
          <button type="button" onClick={() => submitReport(desk)}>
            {words.retry}
          </button>
        )}
        <Leave desk={desk} name={words.back} />
      </div>
    </section>
  );
}

/** Of our words and the centre's the ones that say more; never both, they are the same thought. */
function wordsOf({ status, title, detail }: Problem, words: Part['state']['words']): { title: string; text: string } {
  if (status === 423) return { title: words.lockedTitle, text: words.lockedAdvice };
  if (status === 413) return { title: words.tooLargeTitle, text: detail || words.tooLargeAdvice };
  if (status === 422) return { title: title || words.refusedTitle, text: detail || words.refusedKept };
  return { title: title || words.problemTitle, text: detail };
}

export function Away({ desk, state, failed }: Part & { readonly failed: boolean }) {
  const { words } = state;
  return (
    <section class="card bad">
      <ScreenHeading text={words.problemTitle} />
      <p role="alert">{failed ? words.failed : words.network}</p>
      <div class="actions">
        <Leave desk={desk} name={words.close} />
      </div>
    </section>
  );
}
