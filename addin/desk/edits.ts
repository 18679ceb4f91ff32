// What the desk writes into the workbook, always because a person pressed something: an explanation, the mark "Không phát
// sinh", the cells that were read differently. Only unlocked cells are ever written.

import { explainedAt, explains } from '../../templates/checks/explained-at';
import type { Violation } from '../../templates/violation/violation';
import type { Normalisation } from '../report/normalise';
import type { CellChange } from '../report/open-report';
import type { Desk } from './desk';

export async function goTo(desk: Desk, sheet: string, cell: string): Promise<void> {
  const going = desk.report?.excel?.goTo(sheet, cell) ?? Promise.resolve();
  await desk.waitForExcel(going).catch((error: unknown) => failed(desk, error, () => void goTo(desk, sheet, cell)));
}

/** The explanation that stands beside a warning now; undefined where the sheet has no place for one. */
export function explanationOf(
  desk: Desk,
  { name }: Pick<Violation, 'name'>,
): { text: string; sheet: string; cell: string } | undefined {
  const { report } = desk.state.value;
  const place = report.kind === 'checked' ? report.extracted.values.get(explainedAt(name)) : undefined;
  if (!place?.cell) return undefined;
  return { text: typeof place.value === 'string' ? place.value : '', sheet: place.sheet, cell: place.cell };
}

export async function explain(desk: Desk, violation: Pick<Violation, 'name'>, text: string): Promise<void> {
  const place = explanationOf(desk, violation);
  if (!place) return;
  const { sheet, cell } = place;
  if (await write(desk, [{ sheet, cell, value: text.trim() || null }]))
    desk.drafts.written(explainedAt(violation.name), text.trim());
}

/** What was typed beside warnings and not yet written: who presses the button to submit means it to go along. */
export async function writeDrafts(desk: Desk): Promise<boolean> {
  if (desk.drafts.places.length === 0) return true;
  // What stands in the sheet by now is newer than what was begun beside it.
  if (!(await desk.waitForExcel(desk.checks.check('all')))) return false;
  const typed = desk.drafts.places.flatMap((name) => {
    const place = explanationOf(desk, { name });
    const text = place && desk.drafts.text(name, place.text)?.trim();
    if (!text || !explains(text) || text === place.text) return [];
    return [{ name, sheet: place.sheet, cell: place.cell, value: text }];
  });
  if (typed.length === 0) return true;
  const isWritten = await write(desk, typed);
  if (isWritten) for (const { name, value } of typed) desk.drafts.written(name, value);
  return isWritten;
}

export async function markNothing(
  desk: Desk,
  place: { readonly sheet: string; readonly cell: string },
  marked: boolean,
): Promise<void> {
  await write(desk, [{ sheet: place.sheet, cell: place.cell, value: marked ? 'x' : null }]);
}

/** Of what was shown only what still stands there so: somebody may have typed something else meanwhile. */
export async function normalise(desk: Desk, shown: readonly Normalisation[]): Promise<void> {
  const { screen } = desk.state.value;
  await desk.waitForExcel(desk.checks.check('all'));
  // Who has left the list meanwhile wants none of it.
  if (desk.state.value.screen !== screen) return;
  const { report, words } = desk.state.value;
  const proposed = report.kind === 'checked' ? report.proposed : [];
  const changes = shown.filter((one) => proposed.some((now) => isSame(one, now)));
  if (changes.length > 0 && !(await write(desk, changes))) return;
  desk.show(undefined);
  const left = shown.length - changes.length;
  desk.say([words.normalised(changes.length), ...(left > 0 ? [words.notNormalised(left)] : [])].join(' '));
}

const isSame = (a: Normalisation, b: Normalisation): boolean =>
  a.sheet === b.sheet && a.cell === b.cell && a.name === b.name && a.before === b.before && a.value === b.value;

async function write(desk: Desk, changes: readonly CellChange[]): Promise<boolean> {
  try {
    await desk.waitForExcel(desk.report?.excel?.write(changes) ?? Promise.resolve());
  } catch (error) {
    failed(desk, error);
    return false;
  }
  for (const { sheet } of changes) desk.touch({ sheet, inPlace: true });
  return desk.checks.check('touched');
}

/** Somebody pressed something and it did not happen: that is said. */
function failed(desk: Desk, error: unknown, again?: () => void): void {
  console.error(error);
  desk.show({ kind: 'failed', ...(again ? { again } : {}) });
}
