// Cells in which two versions of a report differ, side by side.

import type { Difference } from '../../templates/submission/differences';
import { showValue } from '../words/words';
import type { Part } from './part';

const SHOWN = 60;

export function Differences({
  state,
  differences,
  theirs,
  mine,
}: Part & { readonly differences: readonly Difference[]; readonly theirs: string; readonly mine: string }) {
  const { words, language } = state;
  const show = (value: string | number | null, reading: Difference['reading']): string =>
    showValue(value, reading, language, words.empty);
  return (
    <>
      <ul class="differences">
        {differences.slice(0, SHOWN).map(({ name, row, label, reading, ...values }) => (
          <li key={`${name} ${row ?? ''}`}>
            <p>{label[language]}</p>
            <dl>
              <dt>{theirs}</dt>
              <dd>{show(values.theirs, reading)}</dd>
              <dt>{mine}</dt>
              <dd>{show(values.mine, reading)}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {differences.length > SHOWN && <p>… +{differences.length - SHOWN}</p>}
    </>
  );
}
