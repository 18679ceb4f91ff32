// Something was asked of the centre, or of Excel, and is on its way.

import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

export function Loading({ desk, state }: Part) {
  const { words } = state;
  return (
    <section class="card">
      <ScreenHeading text={words.loading} />
      <progress aria-label={words.loading} />
      <div class="actions">
        <Leave desk={desk} name={words.cancel} />
      </div>
    </section>
  );
}
