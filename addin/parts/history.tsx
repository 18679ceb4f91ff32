// Every upload of this unit and period, as the centre has it: number, time, state.

import { showInstant } from '../words/words';
import type { Part } from './part';
import { Folded } from './violation-list';

export function History({ desk, state }: Part) {
  const { words, language, unitFile } = state;
  if (!unitFile) return null;
  return (
    <Folded title={words.history} kind="history">
      {unitFile.submissions.length === 0 && <p>{words.nothingSent}</p>}
      <ol class="history">
        {unitFile.submissions.map((receipt) => (
          <li key={receipt.id}>
            <button type="button" class="jump" onClick={() => desk.show({ kind: 'receipt', receipt })}>
              <span class="place">
                <span>{receipt.number}</span>
              </span>
              <span class="message">
                {showInstant(receipt.receivedAt, language)} · {receipt.onTime ? words.onTime : words.late} ·{' '}
                {words.states[receipt.state]}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Folded>
  );
}
