// What the board wants corrected, each at its cell.

import type { Receipt } from '../../templates/receipt/receipt';
import { dayInVietnam, formatDay } from '../../templates/reporting-period/day';
import type { CheckedReport } from '../report/check-report';
import type { Part } from './part';
import { Folded, Jump } from './violation-list';

export function BoardComments({ desk, state, report }: Part & { readonly report: CheckedReport }) {
  const { words } = state;
  const returned = returnedReceipt(state.unitFile?.submissions, state.unitFile?.counted)?.returned;
  if (!returned) return null;
  return (
    <Folded title={words.comments(returned.comments.length)} kind="comments" open>
      <p>{words.returnedOn(formatDay(dayInVietnam(returned.at)))}</p>
      <ul class="violations">
        {returned.comments.map(({ name, row, text }) => (
          <li key={`${name} ${row ?? ''} ${text}`} class="comment">
            <Jump desk={desk} state={state} line={{ ...report.whereIs(name, row), message: text }} />
          </li>
        ))}
      </ul>
      <p class="small">{words.commentsInSheet}</p>
    </Folded>
  );
}

function returnedReceipt(submissions: readonly Receipt[] = [], counted = 0): Receipt | undefined {
  return submissions.find(({ revision, state }) => revision === counted && state === 'returned');
}
