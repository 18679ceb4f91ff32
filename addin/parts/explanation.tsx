// The reason beside a warning, typed here and written into the column Giải trình of the sheet.

import { useEffect, useId, useState } from 'preact/hooks';
import { LEAST_EXPLANATION } from '../../templates/checks/explained-at';
import { explain, explanationOf } from '../desk/edits';
import type { Part } from './part';

export function Explanation({ desk, state, name }: Part & { readonly name: string }) {
  const { words } = state;
  const stands = explanationOf(desk, { name })?.text;
  const [text, setText] = useState(stands ?? '');
  const [field, hint] = [useId(), useId()];
  useEffect(() => setText(stands ?? ''), [stands]);
  if (stands === undefined || !desk.report?.excel) return null;
  const enough = text.trim().length >= LEAST_EXPLANATION;
  return (
    <div class="explanation">
      <label for={field}>{words.explanation}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        value={text}
        aria-describedby={hint}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="small" id={hint}>
        {words.explanationHint(LEAST_EXPLANATION)} {words.characters(text.trim().length)}
      </p>
      <button type="button" disabled={!enough || text.trim() === stands} onClick={() => explain(desk, { name }, text)}>
        {words.saveExplanation}
      </button>
    </div>
  );
}
