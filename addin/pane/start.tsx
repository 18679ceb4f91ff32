// When Office cannot be had, or not yet: said within seconds, with the way that always works.

import type { Words } from '../words/word-list';
import type { Started } from './office-host';

type Why = Exclude<Started, 'excel'>;

export function Diagnosis({
  words,
  english,
  why,
}: {
  readonly words: Words;
  readonly english?: Words;
  readonly why: Why;
}) {
  const [title, text] = said(words, why);
  const inEnglish = english && said(english, why);
  return (
    <main id="main">
      <section class="card">
        <h1>{title}</h1>
        <p role="alert">{text}</p>
        {inEnglish && (
          <p class="small" lang="en">
            <strong>{inEnglish[0]}</strong>
            <br />
            {inEnglish[1]}
          </p>
        )}
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

function said(words: Words, why: Why): readonly [title: string, text: string] {
  const all: Readonly<Record<Why, readonly [string, string]>> = {
    slow: [words.startSlow, words.startSlowText],
    outside: [words.startOutside, words.startOutsideText],
    old: [words.startOld, words.startOldText],
  };
  return all[why];
}
