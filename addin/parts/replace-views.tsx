// Before an earlier report is replaced: our own, which is confirmed, or one that came from somewhere else in between, which is
// shown with what differs.

import type { Receipt } from '../../templates/receipt/receipt';
import type { Difference } from '../../templates/submission/differences';
import { submitReport } from '../submit/submit-report';
import { showInstant } from '../words/words';
import { Differences } from './differences';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

type Compared = Part & { readonly differences: readonly Difference[] | undefined };

export function Confirm(props: Compared & { readonly replaced: Receipt }) {
  const { desk, state, replaced, differences } = props;
  const { words, language } = state;
  return (
    <section class="card">
      <ScreenHeading text={words.confirmTitle} />
      <p>{words.confirmText(replaced.number, showInstant(replaced.receivedAt, language))}</p>
      {replaced.state === 'accepted' && <p>{words.confirmAccepted}</p>}
      <WhatDiffers {...props} title={words.changes(differences?.length ?? 0)} same={words.confirmSame} />
      <div class="actions">
        <button type="button" class="primary" onClick={() => submitReport(desk, replaced.revision)}>
          {words.replace}
        </button>
        <Leave desk={desk} name={words.cancel} />
      </div>
    </section>
  );
}

export function Conflict(props: Compared & { readonly latest: Receipt }) {
  const { desk, state, latest, differences } = props;
  const { words, language, unitFile } = state;
  const at = showInstant(latest.receivedAt, language);
  return (
    <section class="card bad">
      <ScreenHeading text={words.conflictTitle} />
      <p>{words.conflictText(latest.number, at, unitFile?.unit.name ?? latest.unit)}</p>
      <WhatDiffers {...props} title={words.conflictDifferences(differences?.length ?? 0)} same={words.conflictNone} />
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

/** Nothing is said where it is not known. */
function WhatDiffers(props: Compared & { readonly title: string; readonly same: string }) {
  const { desk, state, differences, title, same } = props;
  if (differences === undefined) return null;
  if (differences.length === 0) return <p>{same}</p>;
  const { theirs, mine } = state.words;
  return (
    <>
      <h3>{title}</h3>
      <Differences desk={desk} state={state} differences={differences} theirs={theirs} mine={mine} />
    </>
  );
}
