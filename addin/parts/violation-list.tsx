// What is wrong, by severity and sheet. In Excel each line leads to its cell; a warning has its explanation beside it. Severity
// is said in words, never by colour alone.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { blocks, placeOf, type ViolationLine } from '../../templates/violation/violation';
import { goTo } from '../desk/edits';
import { Explanation } from './explanation';
import type { Part } from './part';

/** More at once nobody reads, and an old computer draws long over them. */
const SHOWN = 40;

export function ViolationList(props: Part & { readonly violations: readonly ViolationLine[] }) {
  const { violations, state } = props;
  const { words } = state;
  const errors = violations.filter((v) => v.severity === 'error' && !isBlank(v));
  const blanks = violations.filter(isBlank);
  const warnings = violations.filter((v) => v.severity === 'warning' && blocks(v));
  const explained = violations.filter((v) => v.severity === 'warning' && !blocks(v));
  const infos = violations.filter((v) => v.severity === 'info');
  return (
    <>
      <Group {...props} kind="error" title={words.errors(errors.length)} lines={errors} open />
      <Group
        {...props}
        kind="error"
        title={words.blanks(blanks.length)}
        lines={blanks}
        open={errors.length === 0 && blanks.length < SHOWN}
      />
      <Group {...props} kind="warning" title={words.warnings(warnings.length)} lines={warnings} open />
      <Group {...props} kind="explained" title={words.explained(explained.length)} lines={explained} />
      <Group {...props} kind="info" title={words.infos(infos.length)} lines={infos} />
    </>
  );
}

/** A cell that is owed and empty: of a fresh template that is nearly every one, and no mistake yet. */
export const isBlank = ({ rule }: { readonly rule: string }): boolean => rule === 'R002';

type GroupProps = Part & {
  readonly kind: 'error' | 'warning' | 'explained' | 'info';
  readonly title: string;
  readonly lines: readonly ViolationLine[];
  readonly open?: boolean;
};

function Group({ desk, state, kind, title, lines, open = false }: GroupProps) {
  const [shown, setShown] = useState(SHOWN);
  if (lines.length === 0) return null;
  return (
    <Folded title={title} kind={kind} open={open}>
      <ul class="violations">
        {lines.slice(0, shown).map((line) => (
          <li key={`${line.rule} ${line.name} ${line.sheet} ${line.cell}`} class={kind}>
            <Jump desk={desk} state={state} line={line} />
            {line.severity === 'warning' && <Explanation desk={desk} state={state} name={line.name} />}
          </li>
        ))}
      </ul>
      {lines.length > shown && (
        <button type="button" onClick={() => setShown(shown + 5 * SHOWN)}>
          {state.words.more(lines.length - shown)}
        </button>
      )}
    </Folded>
  );
}

export function Folded({
  title,
  kind = '',
  open = false,
  children,
}: {
  readonly title: string;
  readonly kind?: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class={`group ${kind}`} open={open}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}

/** The place, as a button where it can be gone to. */
export function Jump({
  desk,
  state,
  line,
}: Part & { readonly line: Pick<ViolationLine, 'sheet' | 'cell' | 'message'> & { readonly rule?: string } }) {
  const { words } = state;
  const place = placeOf(line) || words.wholeWorkbook;
  const text = (
    <>
      <span class="place">
        <span>{place}</span>
        {line.rule && <span class="rule">{line.rule}</span>}
      </span>
      <span class="message">{line.message}</span>
    </>
  );
  if (!desk.report?.excel || !line.sheet) return <div class="jump">{text}</div>;
  return (
    <button type="button" class="jump" title={words.goTo(place)} onClick={() => goTo(desk, line.sheet, line.cell)}>
      {text}
    </button>
  );
}
