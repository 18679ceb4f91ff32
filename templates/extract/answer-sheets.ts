// Sheets of the template that ask nothing: the guide and the list of checks. They need not be read, and are a fifth of the
// file. Any other sheet, whatever its name has become, may hold answers.

import { CHECK_SHEET } from '../layout/check-sheet';
import { GUIDE_SHEET } from '../layout/plan-guide';

export function holdsAnswers(sheet: string): boolean {
  return sheet !== CHECK_SHEET && sheet !== GUIDE_SHEET;
}
