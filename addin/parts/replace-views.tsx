// Before an earlier report is replaced: our own, which is confirmed, or one that came from somewhere else in between, which is
// shown with what differs.

import type { Receipt } from '../../templates/receipt/receipt';
import type { Difference } from '../../templates/submission/differences';
import { submitReport } from '../submit/submit-report';
import { showInstant } from '../words/words';
import { Differences } from './differences';
import { ScreenHeading } from './heading';
import type { Part } from './part';

export function Confirm(props: Part & { readonly replaced: Receipt; readonly changes: readonly Difference[] }) {
  const { desk, state, replaced, changes } = props;
  const { words, language } = state;
  return (
    <section class="card">
      <ScreenHeading text={words.confirmTitle} />
      <p>{words.confirmText(replaced.number, showInstant(replaced.receivedAt, language))}</p>
      {replaced.state === 'accepted' && <p>{words.confirmAccepted}</p>}
      {changes.length > 0 ? (
        <>
          <h3>{words.changes(changes.length)}</h3>
          <Differences {...props} differences={changes} theirs={words.was} mine={words.is} />
        </>
      ) : (
        <p>{words.confirmSame}</p>
      )}
      <div class="actions">
        <button type="button" class="primary" onClick={() => submitReport(desk, replaced.revision)}>
          {words.replace}
        </button>
        <button type="button" onClick={() => desk.show(undefined)}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

export function Conflict(props: Part & { readonly latest: Receipt; readonly differences: readonly Difference[] }) {
  const { desk, state, latest, differences } = props;
  const { words, language, unitFile } = state;
  const at = showInstant(latest.receivedAt, language);
  return (
    <section class="card bad">
      <ScreenHeading text={words.conflictTitle} />
      <p>{words.conflictText(latest.number, at, unitFile?.unit.name ?? latest.unit)}</p>
      {differences.length > 0 ? (
        <>
          <h3>{words.conflictDifferences(differences.length)}</h3>
          <Differences {...props} theirs={words.theirs} mine={words.mine} />
        </>
      ) : (
        <p>{words.conflictNone}</p>
      )}
      <div class="actions">
        <button type="button" class="primary" onClick={() => desk.show(undefined)}>
          {words.keepTheirs}
        </button>
        <button type="button" onClick={() => submitReport(desk, latest.revision)}>
          {words.replaceAnyway}
        </button>
      </div>
    </section>
  );
}
