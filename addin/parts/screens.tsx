// Which screen stands in front: one component for each kind, and nothing where there is none.

import { Loading } from './loading';
import { NormaliseView } from './normalise-view';
import type { Part } from './part';
import { PeriodsView } from './periods-view';
import { Away, ProblemView } from './problem-view';
import { Queued } from './queue-view';
import { ReceiptView } from './receipt-view';
import { Confirm, Conflict } from './replace-views';
import { Sending } from './sending';
import { SignIn } from './sign-in';

export function ScreenInFront(part: Part & { readonly download?: boolean }) {
  const { screen } = part.state;
  switch (screen?.kind) {
    case undefined:
      return null;
    case 'signIn':
      return <SignIn {...part} ended={screen.ended} cancel />;
    case 'loading':
      return <Loading {...part} />;
    case 'templates':
      return <PeriodsView {...part} forms={screen.forms} what={screen.what} download={part.download ?? false} />;
    case 'normalise':
      return <NormaliseView {...part} changes={screen.changes} />;
    case 'confirm':
      return <Confirm {...part} replaced={screen.replaced} differences={screen.differences} />;
    case 'sending':
      return (
        <Sending {...part} step={screen.step} share={screen.share} asValues={screen.asValues} cancel={screen.cancel} />
      );
    case 'receipt':
      return <ReceiptView {...part} receipt={screen.receipt} />;
    case 'queued':
      return <Queued {...part} attempt={screen.attempt} kept={screen.kept} />;
    case 'conflict':
      return <Conflict {...part} latest={screen.latest} differences={screen.differences} />;
    case 'problem':
      return <ProblemView {...part} problem={screen.problem} again={screen.again} />;
    case 'away':
    case 'failed':
      return <Away {...part} failed={screen.kind === 'failed'} again={screen.again} />;
  }
}
