// The task pane: what there is to say about the workbook beside it, or why nothing can be said.

import type { Desk } from '../desk/desk';
import { choosePeriod } from '../desk/periods';
import { whyText } from '../desk/problem-text';
import { Frame } from '../parts/frame';
import type { Part } from '../parts/part';
import { ReportView } from '../parts/report-view';
import { ScreenInFront } from '../parts/screens';
import { SignIn } from '../parts/sign-in';
import { useStateOf } from '../parts/use-state-of';

export function Pane({ desk }: { readonly desk: Desk }) {
  const state = useStateOf(desk);
  return (
    <Frame desk={desk} state={state} title={state.words.appName}>
      {state.screen ? <ScreenInFront desk={desk} state={state} /> : <Beside desk={desk} state={state} />}
    </Frame>
  );
}

function Beside({ desk, state }: Part) {
  const { words, report, language } = state;
  switch (report.kind) {
    case 'checked':
      return <ReportView desk={desk} state={state} report={report} />;
    case 'reading':
      return <p class="banner">{words.opening}</p>;
    case 'unknownForm':
      if (report.why !== 'signIn') {
        const text = whyText(report.why, words);
        return <Nothing desk={desk} state={state} title={words.problemTitle} text={text} passing />;
      }
      return (
        <>
          <p>{words.needSignIn}</p>
          <p class="small">{words.checkSheetToo}</p>
          <SignIn desk={desk} state={state} ended={false} cancel={false} />
        </>
      );
    case 'foreign':
      return (
        <Nothing
          desk={desk}
          state={state}
          title={report.title[language]}
          text={report.mismatch.violation.message[language]}
        />
      );
    case 'unreadable':
      return <Nothing desk={desk} state={state} title={report.title} text={report.detail} />;
    case 'none':
      return <Nothing desk={desk} state={state} title={words.noReport} text={words.noReportText} />;
  }
}

interface About {
  readonly title: string;
  readonly text: string;
  /** It may be otherwise in a while. */
  readonly passing?: boolean;
}

function Nothing({ desk, state, title, text, passing = false }: Part & About) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{text}</p>
      <div class="actions">
        {passing && (
          <button type="button" onClick={() => desk.refresh()}>
            {state.words.retry}
          </button>
        )}
        <button type="button" class="primary" onClick={() => choosePeriod(desk, 'template')}>
          {state.words.openTemplate}
        </button>
      </div>
    </section>
  );
}
