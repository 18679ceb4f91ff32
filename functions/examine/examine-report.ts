// One workbook's way from bytes to a verdict: read, identified, extracted, validated. The same function for every upload,
// queue message and file on disk; it stores nothing.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { holdsAnswers } from '../../templates/extract/answer-sheets';
import { extract } from '../../templates/extract/extract';
import { extractOlder } from '../../templates/extract/extract-older';
import { readIdentity } from '../../templates/extract/identity';
import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import { toSubmission } from '../../templates/submission/to-submission';
import { checkIdentity, olderForm } from '../../templates/validate/check-identity';
import { validate } from '../../templates/validate/validate';
import { expectedReport } from '../forms/expected-report';
import { findForm } from '../forms/form-library';
import { readWorkbook } from '../xlsx/read-workbook';
import type { Examination, ExaminationTask } from './examination';

export interface ExamineOptions {
  readonly forms: readonly FormDefinition[];
  /** The units that report, where they are not the form's own. */
  readonly units?: readonly ReportingUnit[];
  readonly outOfTime?: () => boolean;
}

/** @throws Error where the task names a form or period that does not exist: the caller's mistake, not the file's. */
export async function examineReport(task: ExaminationTask, options: ExamineOptions): Promise<Examination> {
  const form = findForm(options.forms, task.form, task.period);
  if (!form) throw new Error(`No form ${task.form} reports ${task.period}`);
  const bytes = typeof task.workbook === 'string' ? await readFile(task.workbook) : task.workbook;
  const read = await readWorkbook(bytes, {
    wantsSheet: holdsAnswers,
    ...(options.outOfTime ? { outOfTime: options.outOfTime } : {}),
  });
  if (!read.ok) return { kind: 'unreadable', refusal: read.refusal };
  const identity = readIdentity(read.workbook);
  const expected = expectedReport(options.forms, form, task.unit, options.units);
  const mismatch = checkIdentity(identity, expected);
  if (mismatch) return { kind: 'foreign', mismatch };
  const older = olderForm(identity, expected);
  const extracted = older ? extractOlder(read.workbook, form, older) : extract(read.workbook, form);
  const unit = expected.units.find((u) => u.code === identity.unit);
  const verdict = validate(extracted, form, { unit, history: task.history });
  if (verdict.blocked) return { kind: 'blocked', violations: verdict.violations, notices: extracted.notices };
  const { revision, receivedAt, file } = task;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'valid',
    submission: toSubmission(extracted, verdict, form, { unit: identity.unit!, revision, receivedAt, sha256, file }),
  };
}
