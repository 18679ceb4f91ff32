// What the board wants corrected, each at its cell.

import { dayInVietnam, formatDay } from '../../templates/reporting-period/day';
import { countedReceipt } from '../../templates/submission/unit-file';
import type { CheckedReport } from '../report/check-report';
import type { Part } from './part';
import { Folded, Jump } from './violation-list';

export function BoardComments({ desk, state, report }: Part & { readonly report: CheckedReport }) {
  const { words } = state;
  const returned = countedReceipt(state.unitFile)?.returned;
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
