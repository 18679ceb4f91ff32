// The inside of an examining process: takes tasks from its parent one at a time and answers each. Leaves by itself when
// its memory grows past the limit: the parent then refuses that file and starts another process.

import type { FormDefinition } from '../../templates/form-definition/form-definition';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { Examination, ExaminationTask, RebuildTask, Rebuilt } from './examination';
import { examineReport } from './examine-report';
import { rebuildReport } from './rebuild-report';

/** Set in the environment of a process that is to examine and do nothing else. */
export const EXAMINER_FLAG = 'KHOA_GIAO_EXAMINER';
export const MEMORY_LIMIT = 400 * 1024 * 1024;
/** The exit code of a process that grew past MEMORY_LIMIT. */
export const OUT_OF_MEMORY = 9;

/** `task` or `rebuild`: one thing to do at a time. */
export type ToChild = {
  readonly units?: readonly ReportingUnit[];
  readonly task?: ExaminationTask;
  readonly rebuild?: RebuildTask;
};
export type FromChild =
  | { readonly examination: Examination }
  | { readonly rebuilt: Rebuilt }
  | { readonly error: string };

export function serveExaminations(forms: readonly FormDefinition[]): void {
  let units: readonly ReportingUnit[] | undefined;
  const answer = (message: FromChild): void => void process.send?.(message);
  const work = async ({ task, rebuild }: ToChild): Promise<FromChild | undefined> => {
    if (task) return { examination: await examineReport(task, { forms, ...(units ? { units } : {}) }) };
    return rebuild && { rebuilt: await rebuildReport(rebuild, forms) };
  };
  process.on('message', (message: ToChild) => {
    units = message.units ?? units;
    work(message).then(
      (done) => done && answer(done),
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
