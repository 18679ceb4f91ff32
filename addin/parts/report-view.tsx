// The report in hand and what there is to do about it: the verdict in a line, the button, then the lists, most urgent first.

import { noticeIn } from '../../templates/extract/notice';
import { blocks, inLanguage } from '../../templates/violation/violation';
import type { CheckedReport } from '../report/check-report';
import { submitReport } from '../submit/submit-report';
import { showInstant } from '../words/words';
import { BoardComments } from './comments';
import { Differences } from './differences';
import { History } from './history';
import type { Part } from './part';
import { ProgressList } from './progress-list';
import { Folded, isBlank, Jump, ViolationList } from './violation-list';

type ReportPart = Part & { readonly report: CheckedReport };

export function ReportView(part: ReportPart) {
  const { desk, state, report } = part;
  const { words, changes = [], language } = state;
  return (
    <>
      <VerdictLine {...part} />
      <Buttons {...part} />
      <LastSubmission {...part} />
      <BoardComments {...part} />
      <ViolationList
        desk={desk}
        state={state}
        violations={report.verdict.violations.map((violation) => inLanguage(violation, language))}
      />
      <Notices {...part} />
      {changes.length > 0 && (
        <Folded title={words.changes(changes.length)} kind="changes">
          <Differences desk={desk} state={state} differences={changes} theirs={words.was} mine={words.is} />
        </Folded>
      )}
      <ProgressList {...part} />
      <History desk={desk} state={state} />
    </>
  );
}

function VerdictLine({ state, report }: ReportPart) {
  const { words, changes, unitFile, session, checking, stopped } = state;
  const open = report.verdict.violations.filter(blocks);
  const errors = open.filter(({ severity }) => severity === 'error');
  const blanks = errors.filter(isBlank).length;
  const good = open.length === 0;
  const kind = good ? 'good' : errors.length > blanks ? 'bad' : 'warn';
  return (
    <div class={`verdict ${kind}`} aria-live="polite" aria-busy={checking}>
      <p class="large">
        <span aria-hidden="true">{good ? '✓' : '!'}</span>
        {good ? words.clean : words.left(errors.length - blanks, blanks, open.length - errors.length)}
      </p>
      {stopped && !good && <p>{words.notSent}</p>}
      {changes && <p>{changes.length > 0 ? words.changedSince(changes.length) : words.unchangedSince}</p>}
      {!(unitFile && session) && <p>{words.notJudged}</p>}
    </div>
  );
}

/** Whether the last one arrived, and what became of it: a verdict may come long after the receipt. */
function LastSubmission({ desk, state }: ReportPart) {
  const { words, language, unitFile } = state;
  const newest = unitFile?.submissions[0];
  if (!newest) return null;
  const { number, receivedAt, onTime } = newest;
  const isBad = newest.state === 'refused' || newest.state === 'failed';
  return (
    <p class={isBad ? 'last wrong' : 'last'}>
      {words.lastSent(number, showInstant(receivedAt, language))} · {onTime ? words.onTime : words.late} ·{' '}
      {words.states[newest.state]}{' '}
      <button type="button" class="plain" onClick={() => desk.show({ kind: 'receipt', receipt: newest })}>
        {words.seeReceipt}
      </button>
    </p>
  );
}

function Buttons({ desk, state, report }: ReportPart) {
  const { words } = state;
  const proposed = desk.report?.excel ? report.proposed : [];
  return (
    <div class="actions main">
      <button type="button" class="primary" onClick={() => submitReport(desk)}>
        {words.submit}
      </button>
      {desk.report?.excel && (
        <button type="button" onClick={() => desk.refresh()}>
          {words.check}
        </button>
      )}
      {proposed.length > 0 && (
        <button type="button" onClick={() => desk.show({ kind: 'normalise', changes: proposed })}>
          {words.normalise(proposed.length)}
        </button>
      )}
    </div>
  );
}

function Notices({ desk, state, report }: ReportPart) {
  const notices = report.extracted.notices.map((notice) => noticeIn(notice, state.language));
  if (notices.length === 0) return null;
  return (
    <Folded title={state.words.notices(notices.length)} kind="notices">
      <ul class="violations">
        {notices.map((notice) => (
          <li key={`${notice.kind} ${notice.sheet} ${notice.cell} ${notice.name}`} class="info">
            <Jump desk={desk} state={state} line={notice} />
          </li>
        ))}
      </ul>
    </Folded>
  );
}
