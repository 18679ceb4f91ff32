// A form definition: what one version of the template asks, read from the files of its folder. Everything later on the
// path is derived from it; nothing changes it. Plain data: it travels as JSON.

import type { Day } from '../reporting-period/day';
import type { ReportingUnit } from '../reporting-unit/reporting-unit';
import { checkForm } from './check-form';
import { FormError, type FormProblem } from './form-error';
import {
  type Board,
  type CalendarPreset,
  type CatalogueDocument,
  FORM_FILES,
  type FormFileContent,
  type FormFileName,
  type FormRule,
} from './form-schema';
import type { FormYaml } from './form-yaml';
import { readYaml, type YamlFile } from './yaml-file';

export interface FormDefinition extends Omit<FormFileContent, 'calendar'> {
  readonly calendar: CalendarPreset;
  /** Every preset of the folder; the board may choose another than the form's. */
  readonly calendars: readonly CalendarPreset[];
  readonly holidays: readonly Day[];
  readonly documents: readonly CatalogueDocument[];
  readonly board: Board;
  readonly units: readonly ReportingUnit[];
  readonly rules: readonly FormRule[];
}

/**
 * Reads a form's folder.
 * @param files file name (`form.yaml`) → its text
 * @throws FormError with every problem found: file, line, what to do
 */
export function readForm(files: Readonly<Record<string, string>>): FormDefinition {
  const problems: FormProblem[] = [];
  const yaml: Partial<Record<FormFileName, YamlFile<unknown>>> = {};
  for (const name of Object.keys(FORM_FILES) as FormFileName[]) {
    const text = files[name];
    if (text === undefined) {
      problems.push({
        file: name,
        line: 1,
        message: { vi: 'Thiếu tệp này trong thư mục của mẫu.', en: 'This file is missing from the form’s folder.' },
      });
      continue;
    }
    const read = readYaml<unknown>(name, text, FORM_FILES[name]);
    if (isProblems(read)) problems.push(...read);
    else yaml[name] = read;
  }
  if (problems.length > 0) throw new FormError(problems);
  const parts = yaml as FormYaml;
  const wrong = checkForm(parts);
  if (wrong.length > 0) throw new FormError(wrong);
  const form = parts['form.yaml'].content;
  const { presets, holidays } = parts['calendar.yaml'].content;
  return {
    ...form,
    calendar: presets.find((p) => p.id === form.calendar)!,
    calendars: presets,
    holidays: holidays.map((h) => h.day),
    documents: parts['catalogue.yaml'].content.documents,
    board: parts['units.yaml'].content.board,
    units: parts['units.yaml'].content.units,
    rules: parts['rules.yaml'].content.rules,
  };
}

function isProblems(read: YamlFile<unknown> | readonly FormProblem[]): read is readonly FormProblem[] {
  return Array.isArray(read);
}
