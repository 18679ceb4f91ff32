// A report on its way: which step it is at, and how far.

import type { SendingStep } from '../desk/desk-state';
import { ScreenHeading } from './heading';
import type { Part } from './part';

const STEPS: readonly SendingStep[] = ['checking', 'reading', 'sending', 'judging'];

export function Sending({
  desk,
  state,
  step,
  share,
  asValues,
  cancel,
}: Part & {
  readonly step: SendingStep;
  readonly share: number;
  readonly asValues: boolean;
  /** Until the first byte goes out. */
  readonly cancel: (() => void) | undefined;
}) {
  const { words } = state;
  const at = STEPS.indexOf(step);
  const steps = desk.report?.excel ? STEPS : STEPS.filter((one) => one !== 'reading');
  return (
    <section class="card">
      <ScreenHeading text={words.stepsTitle} />
      <p class="unseen" aria-live="polite">
        {words.steps[step]}
      </p>
      <ol class="steps">
        {steps.map((one) => (
          <li
            key={one}
            class={STEPS.indexOf(one) < at ? 'past' : one === step ? 'now' : ''}
            aria-current={one === step ? 'step' : undefined}
          >
            {words.steps[one]}
            {one === step && (one === 'sending' || one === 'reading') && ` ${Math.round(share * 100)}%`}
          </li>
        ))}
      </ol>
      <progress aria-label={words.steps[step]} max={1} {...(step === 'sending' ? { value: share } : {})} />
      {asValues && <p>{words.asValues}</p>}
      {cancel && (
        <div class="actions">
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        </div>
      )}
    </section>
  );
}
