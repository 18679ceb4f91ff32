// The reason beside a warning, typed here and written into the column Giải trình of the sheet. What is typed and not yet written
// stays at the desk: another screen may come in between.

import { useEffect, useId, useState } from 'preact/hooks';
import { explainedAt, explains, LEAST_EXPLANATION } from '../../templates/checks/explained-at';
import { explain, explanationOf } from '../desk/edits';
import type { Part } from './part';

export function Explanation({ desk, state, name }: Part & { readonly name: string }) {
  const { words } = state;
  const place = explainedAt(name);
  const stands = explanationOf(desk, { name })?.text;
  const typed = (): string => desk.drafts.text(place, stands ?? '') ?? stands ?? '';
  const [text, setText] = useState(typed);
  const [field, hint] = [useId(), useId()];
  useEffect(() => setText(typed()), [stands]);
  if (stands === undefined || !desk.report?.excel) return null;
  const type = (now: string): void => {
    desk.drafts.type(place, now, stands);
    setText(now);
  };
  return (
    <div class="explanation">
      <label for={field}>{words.explanation}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        value={text}
        aria-describedby={hint}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p class="small" id={hint}>
        {words.explanationHint(LEAST_EXPLANATION)} {words.characters(text.trim().length)}
      </p>
      <button
        type="button"
        disabled={!explains(text) || text.trim() === stands}
        onClick={() => explain(desk, { name }, text)}
      >
        {words.saveExplanation}
      </button>
    </div>
  );
}
