// A submitted value as a cell of the master: dates as real Excel dates, choices in the form's own spelling (so that COUNTIF
// finds them), everything else as it was sent. Text stays text whatever it begins with.

import { isDay, toSerial } from '../../templates/reporting-period/day';
import { type Choosable, choicesOf } from '../../templates/rules/choices';
import { fold } from '../../templates/rules/fold';
import type { SubmittedValue } from '../../templates/submission/submission';
import type { StreamedCell } from '../xlsx/graft-workbook';

/** Null where nothing was answered. */
export function valueCell(value: SubmittedValue | undefined, type: Choosable): StreamedCell {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  if (type.type === 'date' && isDay(value)) return { date: toSerial(value) };
  const choices = choicesOf(type);
  if (choices.length === 0 || choices.includes(value)) return value;
  return choices.find((choice) => fold(choice) === fold(value.trim())) ?? value;
}
