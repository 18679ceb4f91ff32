// Section by section: how much is filled, what is left to do, and the mark "Không phát sinh" for those that may have it.

import { goTo, markNothing } from '../desk/edits';
import type { CheckedReport } from '../report/check-report';
import type { SectionProgress } from '../report/progress';
import type { Part } from './part';
import { Folded } from './violation-list';

export function ProgressList({ desk, state, report }: Part & { readonly report: CheckedReport }) {
  return (
    <Folded title={state.words.progress} kind="progress">
      <ul class="sections">
        {report.progress.map((section) => (
          <li key={section.code}>
            <Section desk={desk} state={state} section={section} />
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function Section({ desk, state, section }: Part & { readonly section: SectionProgress }) {
  const { words, language } = state;
  const { code, title, sheet, cell, filled, owed, open, nothing } = section;
  const name = title[language].startsWith(code) ? title[language] : `${code}. ${title[language]}`;
  const howFar = owed > 0 ? words.sectionState(filled, owed) : words.rows(filled);
  const done = open === 0 && filled >= owed;
  return (
    <>
      {desk.report?.excel && cell ? (
        <button type="button" class="jump" onClick={() => goTo(desk, sheet, cell)}>
          {name}
        </button>
      ) : (
        <p class="jump">{name}</p>
      )}
      <p class={`far ${done ? 'done' : ''}`}>
        {owed > 0 && <progress max={owed} value={filled} aria-label={`${name}: ${howFar}`} />}
        <span>
          {howFar}
          {open > 0 && ` · ${words.openIn(open)}`}
        </span>
      </p>
      {nothing && desk.report?.excel && (
        <label class="mark">
          <input
            type="checkbox"
            checked={nothing.marked}
            aria-label={words.nothingFor(code)}
            onChange={(event) => markNothing(desk, nothing, event.currentTarget.checked)}
          />
          {words.nothing}
        </label>
      )}
    </>
  );
}
