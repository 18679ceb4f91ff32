// What the desk writes into the workbook, always because a person pressed something: an explanation, the mark "Không phát
// sinh", the cells that were read differently. Only unlocked cells are ever written.

import { explainedAt } from '../../templates/checks/explained-at';
import type { Violation } from '../../templates/violation/violation';
import type { Normalisation } from '../report/normalise';
import type { CellChange } from '../report/open-report';
import type { Desk } from './desk';

export async function goTo(desk: Desk, sheet: string, cell: string): Promise<void> {
  await desk.report?.excel?.goTo(sheet, cell).catch((error: unknown) => failed(desk, error));
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
  if (place) await write(desk, [{ sheet: place.sheet, cell: place.cell, value: text.trim() || null }]);
}

export async function markNothing(
  desk: Desk,
  place: { readonly sheet: string; readonly cell: string },
  marked: boolean,
): Promise<void> {
  await write(desk, [{ sheet: place.sheet, cell: place.cell, value: marked ? 'x' : null }]);
}

export async function normalise(desk: Desk, changes: readonly Normalisation[]): Promise<void> {
  if (!(await write(desk, changes))) return;
  desk.show(undefined);
  desk.say(desk.state.value.words.normalised(changes.length));
}

async function write(desk: Desk, changes: readonly CellChange[]): Promise<boolean> {
  try {
    await desk.report?.excel?.write(changes);
  } catch (error) {
    failed(desk, error);
    return false;
  }
  for (const { sheet } of changes) desk.touch({ sheet, inPlace: true });
  return desk.check('touched');
}

/** Somebody pressed something and it did not happen: that is said. */
function failed(desk: Desk, error: unknown): void {
  console.error(error);
  desk.show({ kind: 'failed' });
}
