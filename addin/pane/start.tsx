// When Office cannot be had: said within seconds, with the way that always works.

import type { Words } from '../words/word-list';
import type { Started } from './office-host';

export function Diagnosis({ words, why }: { readonly words: Words; readonly why: Exclude<Started, 'excel'> }) {
  const [title, text] = {
    slow: [words.startSlow, words.startSlowText],
    outside: [words.startOutside, words.startOutsideText],
    old: [words.startOld, words.startOldText],
  }[why];
  return (
    <main id="main">
      <section class="card">
        <h1>{title}</h1>
        <p role="alert">{text}</p>
        <div class="actions">
          <a class="button primary" href="/nop" target="_blank" rel="noopener">
            {words.uploadPage}
          </a>
          <button type="button" onClick={() => location.reload()}>
            {words.retry}
          </button>
        </div>
      </section>
    </main>
  );
}
