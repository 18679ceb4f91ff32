// "Chuẩn hóa": every change it would make, before it makes any.

import { normalise } from '../desk/edits';
import type { Normalisation } from '../report/normalise';
import { showValue } from '../words/words';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

export function NormaliseView({ desk, state, changes }: Part & { readonly changes: readonly Normalisation[] }) {
  const { words, language } = state;
  return (
    <section class="card">
      <ScreenHeading text={words.normaliseTitle} />
      <p>{words.normaliseWhy}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ sheet, cell, reading, before, value }) => (
            <tr key={`${sheet}!${cell}`}>
              <th scope="row">
                {sheet}!{cell}
              </th>
              <td>{visible(before)}</td>
              <td>{showValue(value, reading, language, words.empty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="actions">
        <button type="button" class="primary" onClick={() => normalise(desk, changes)}>
          {words.doNormalise(changes.length)}
        </button>
        <Leave desk={desk} name={words.cancel} />
      </div>
    </section>
  );
}

/** A text in quotes, with the blanks that nobody sees: otherwise "31" would seem to become 31. */
function visible(before: string | number): string {
  if (typeof before === 'number') return String(before);
  return `“${before.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$|[\u00a0\u200b\ufeff]/g, (blanks) => '␣'.repeat(blanks.length))}”`;
}
