// The receipt, to be read, copied and printed.

import { useRef } from 'preact/hooks';
import type { Receipt } from '../../templates/receipt/receipt';
import { periodLabel } from '../../templates/reporting-period/period-code';
import type { DeskState } from '../desk/desk-state';
import { showInstant } from '../words/words';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';
import { ViolationList } from './violation-list';

export function ReceiptView({ desk, state, receipt: given }: Part & { readonly receipt: Receipt }) {
  const { words } = state;
  // As the centre has it by now: a verdict may come later than the receipt.
  const now = state.unitFile?.submissions.find(({ id }) => id === given.id);
  const receipt = now && now.state !== given.state ? now : given;
  const facts = factsOf(receipt, state);
  const list = useRef<HTMLDListElement>(null);
  const copy = async (): Promise<void> => {
    const text = facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      desk.say(words.copied);
    } catch {
      // Excel on the web does not let a pane at the clipboard.
      if (list.current) getSelection()?.selectAllChildren(list.current);
      desk.say(words.copyYourself);
    }
  };
  const explained = receipt.violations.filter((v) => v.severity === 'warning').length;
  const passed = receipt.state !== 'refused' && receipt.state !== 'failed';
  return (
    <section class={`card receipt ${passed ? 'good' : 'bad'}`}>
      <ScreenHeading text={words.receiptTitle} />
      <dl ref={list}>
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {receipt.newer && <p>{words.overtaken(receipt.newer.number)}</p>}
      {receipt.came === 'values' && <p>{words.cameAsValues}</p>}
      {passed && explained > 0 && <p>{words.receiptWarnings(explained)}</p>}
      {passed && desk.report?.excel && <p class="screen-only">{words.saveFile}</p>}
      {!passed && <ViolationList desk={desk} state={state} violations={receipt.violations} />}
      <div class="actions screen-only">
        <button type="button" class="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
        <Leave desk={desk} name={words.close} />
      </div>
    </section>
  );
}

function factsOf(receipt: Receipt, { words, language, unitFile }: DeskState): (readonly [string, string])[] {
  const unit = unitFile?.unit.code === receipt.unit ? `${receipt.unit} – ${unitFile.unit.name}` : receipt.unit;
  return [
    [words.receiptNumber, receipt.number],
    [words.receivedAt, showInstant(receipt.receivedAt, language)],
    [words.inTime, receipt.onTime ? words.onTime : words.late],
    [words.unit, unit],
    [words.period, periodLabel(receipt.period, language)],
    [words.state, `${words.states[receipt.state]} (${words.revision(receipt.revision)})`],
    [receipt.came === 'values' ? words.hashOfValues : words.hash, receipt.sha256],
  ];
}
