// Around every screen: whose report this is and when it is owed, the language, what waits to be sent, and what has just happened,
// seen and read out without moving anybody's focus.

import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { dayInVietnam, daysBetween, formatDay } from '../../templates/reporting-period/day';
import { periodLabel } from '../../templates/reporting-period/period-code';
import type { Part } from './part';
import { WaitingBadge } from './queue-view';

export function Frame({
  desk,
  state,
  title,
  children,
}: Part & { readonly title: string; readonly children: ComponentChildren }) {
  const { words, language, session, unitFile } = state;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  const main = useFocusLeftBehind();
  const who = session?.role === 'board' ? words.board : session?.unit;
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header>
        <div class="top">
          <h1>{title}</h1>
          <button
            type="button"
            class="plain"
            lang={language === 'vi' ? 'en' : 'vi'}
            title={words.switchLanguage}
            onClick={() => desk.speak(language === 'vi' ? 'en' : 'vi')}
          >
            {words.language}
          </button>
        </div>
        <Whose desk={desk} state={state} />
        <WaitingBadge desk={desk} state={state} />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {!state.online && <p class="banner">{words.offline}</p>}
        <Notice desk={desk} state={state} />
        {children}
      </main>
      {who && (
        <footer>
          <p>
            {words.signedInAs(
              session?.unit === unitFile?.unit.code && unitFile ? `${who} – ${unitFile.unit.name}` : who,
            )}{' '}
            <button type="button" class="plain" onClick={() => desk.signOut()}>
              {words.signOut}
            </button>
          </p>
        </footer>
      )}
      <div class="unseen" role="status" aria-live="polite">
        {state.said}
      </div>
    </>
  );
}

/** The region is there before its words are: only then are they read out. */
function Notice({ desk, state }: Part) {
  const { words, notice, excelWaits } = state;
  const said = excelWaits ? words.excelWaits : notice;
  return (
    <div class={said ? 'banner notice' : ''}>
      <p role="status">{said}</p>
      {said && !excelWaits && (
        <button type="button" class="plain" aria-label={words.dismiss} onClick={() => desk.say('')}>
          ✕
        </button>
      )}
    </div>
  );
}

const FOCUSABLE = 'a[href], button:not(:disabled), input, textarea, summary, [tabindex]';

/**
 * What had the focus is gone, and the focus with it: what comes next there takes it, so that whoever works through a list by
 * keyboard goes on where they were; where nothing is left, the whole. Never out of Excel's cells.
 */
function useFocusLeftBehind() {
  const main = useRef<HTMLElement>(null);
  const beside = useRef<readonly HTMLElement[]>([]);
  const had = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      had.current = target as Element;
      beside.current = [...(main.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useLayoutEffect(() => {
    const lost = had.current;
    if (!lost || lost.isConnected || !document.hasFocus() || document.activeElement !== document.body) return;
    const at = beside.current.indexOf(lost as HTMLElement);
    const isThere = (element: HTMLElement): boolean => element.isConnected && element.matches(FOCUSABLE);
    const next = at < 0 ? undefined : beside.current.slice(at).find(isThere);
    (next ?? main.current)?.focus();
  });
  return main;
}

function Whose({ desk, state }: Part) {
  const { words, language, report, unitFile } = state;
  if (report.kind !== 'checked') return null;
  const { unit, form } = report;
  const due = unitFile?.due ?? form.dates.unitDue;
  const left = daysBetween(dayInVietnam(desk.parts.now().toISOString()), due);
  const sent = (unitFile?.counted ?? 0) > 0;
  return (
    <p class="whose">
      <strong>{unit.name}</strong>
      <br />
      {periodLabel(form.period, language)} · {words.due(formatDay(due))}
      {!sent && (
        <>
          {' '}
          <span class="whole">({left < 0 ? words.daysOver(-left) : words.daysLeft(left)})</span>
        </>
      )}
      {unitFile?.locked && ` · ${words.lockedShort}`}
    </p>
  );
}
