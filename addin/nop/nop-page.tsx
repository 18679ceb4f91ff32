// The upload page for units without the add-in: choose the file, see what is wrong with it, submit, keep the receipt. The
// parts are the pane's; only that nothing can be jumped to or written, because the file lies elsewhere.

import type { Desk } from '../desk/desk';
import { choosePeriod } from '../desk/periods';
import { whyText } from '../desk/problem-text';
import { Frame } from '../parts/frame';
import type { Part } from '../parts/part';
import { ReportView } from '../parts/report-view';
import { ScreenInFront } from '../parts/screens';
import { SignIn } from '../parts/sign-in';
import { useStateOf } from '../parts/use-state-of';
import { Drop } from './drop';

export function NopPage({ desk }: { readonly desk: Desk }) {
  const state = useStateOf(desk);
  return (
    <Frame desk={desk} state={state} title={state.words.nopTitle}>
      {state.screen ? <ScreenInFront desk={desk} state={state} download /> : <Steps desk={desk} state={state} />}
    </Frame>
  );
}

function Steps({ desk, state }: Part) {
  const { words, session } = state;
  if (!session)
    return (
      <>
        <p>{words.nopIntro}</p>
        <SignIn desk={desk} state={state} ended={false} cancel={false} />
      </>
    );
  return (
    <>
      <p>{words.nopIntro}</p>
      <section class="card">
        <h2>1. {words.nopStep1}</h2>
        <Drop desk={desk} state={state} />
        <p>
          <button type="button" onClick={() => choosePeriod(desk, 'template')}>
            {words.templates}
          </button>
        </p>
      </section>
      <InFile desk={desk} state={state} />
    </>
  );
}

function InFile({ desk, state }: Part) {
  const { words, report, language } = state;
  const trouble = (title: string, text: string, passing = false) => (
    <section class="card bad" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {passing && (
        <button type="button" onClick={() => desk.refresh()}>
          {words.retry}
        </button>
      )}
    </section>
  );
  switch (report.kind) {
    case 'none':
      return state.fileName ? trouble(words.noReport, words.noReportText) : null;
    case 'reading':
      return <p class="banner">{words.readingFile}</p>;
    case 'unreadable':
      return trouble(report.title || words.unreadable, report.detail);
    case 'foreign':
      return trouble(report.title[language], report.mismatch.violation.message[language]);
    case 'unknownForm':
      return trouble(words.problemTitle, whyText(report.why, words), true);
    case 'checked':
      return (
        <section class="card">
          <h2>
            2. {words.nopStep2} · 3. {words.nopStep3}
          </h2>
          <ReportView desk={desk} state={state} report={report} />
          {report.verdict.blocked && <p class="small">{words.fixInFile}</p>}
        </section>
      );
  }
}
