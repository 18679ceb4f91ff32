// The inside of an examining process: takes tasks from its parent one at a time and answers each. Leaves by itself when
// its memory grows past the limit: the parent then refuses that file and starts another process.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { Examination, ExaminationTask } from './examination';
import { examineReport } from './examine-report';

/** Set in the environment of a process that is to examine and do nothing else. */
export const EXAMINER_FLAG = 'KHOA_GIAO_EXAMINER';
export const MEMORY_LIMIT = 400 * 1024 * 1024;
/** The exit code of a process that grew past MEMORY_LIMIT. */
export const OUT_OF_MEMORY = 9;

export type ToChild = { readonly units?: readonly ReportingUnit[]; readonly task?: ExaminationTask };
export type FromChild = { readonly examination: Examination } | { readonly error: string };

export function serveExaminations(forms: readonly FormDefinition[]): void {
  let units: readonly ReportingUnit[] | undefined;
  const answer = (message: FromChild): void => void process.send?.(message);
  process.on('message', ({ task, units: given }: ToChild) => {
    units = given ?? units;
    if (!task) return;
    examineReport(task, { forms, ...(units ? { units } : {}) }).then(
      (examination) => answer({ examination }),
      (error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches the whole group; the parent still wants the answer it waits for.
  process.on('SIGINT', () => {});
  setInterval(() => {
    if (process.memoryUsage.rss() > MEMORY_LIMIT) process.exit(OUT_OF_MEMORY);
  }, 50).unref();
}
