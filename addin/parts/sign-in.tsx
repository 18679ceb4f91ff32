// The access code, once; the session that it gives lasts a working day.

import { useId, useState } from 'preact/hooks';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

export function SignIn({ desk, state, ended, cancel }: Part & { readonly ended: boolean; readonly cancel: boolean }) {
  const { words } = state;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const [field, why, error] = [useId(), useId(), useId()];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (code.trim() === '') return setWrong(words.codeMissing);
    setBusy(true);
    const done = await desk.signIn(code);
    setBusy(false);
    if (done !== 'done') setWrong(done.detail);
    // The button that was pressed rested meanwhile and has lost the focus.
    if (done !== 'done') document.getElementById(field)?.focus();
  };
  return (
    <section class="card">
      <ScreenHeading text={words.signIn} />
      <form onSubmit={submit} noValidate>
        <p id={why}>{ended ? words.signInAgain : words.signInWhy}</p>
        <label for={field}>{words.accessCode}</label>
        <input
          id={field}
          type="password"
          autoComplete="current-password"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
          aria-describedby={wrong ? `${why} ${error}` : why}
          aria-invalid={wrong !== ''}
        />
        {wrong && (
          <p class="wrong" role="alert" id={error}>
            {wrong}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            {busy ? words.loading : words.signIn}
          </button>
          {cancel && <Leave desk={desk} name={words.cancel} />}
        </div>
      </form>
    </section>
  );
}
