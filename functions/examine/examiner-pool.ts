// Examining, and making workbooks of values, in child processes: a hostile report that eats memory or time takes its process
// with it, not the host. A small warm pool; each process has one task at a time, a wall clock and a memory limit.

import { type ChildProcess, fork } from 'node:child_process';
import type { ReportingUnit } from '../../templates/reporting-unit/reporting-unit';
import type { Examination, Examiner, Rebuilt } from './examination';
import { EXAMINER_FLAG, type FromChild, OUT_OF_MEMORY, type ToChild } from './examiner-child';

export interface PoolOptions {
  /** The program to run: a bundle that calls `serveExaminations` when EXAMINER_FLAG is set. */
  readonly program: string;
  readonly processes: number;
  readonly units?: readonly ReportingUnit[];
  /** Milliseconds one file may take, the start of its process among them. */
  readonly wallLimit?: number;
}

interface Waiting {
  readonly message: ToChild;
  readonly file: string;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: Error) => void;
}

/** A report takes a fraction of a second; a machine that has no time for us must not have it refused for that. */
const WALL_LIMIT = 60_000;

type Done = Exclude<FromChild, { readonly error: string }>;
const TOO_MUCH = { kind: 'unreadable', refusal: { code: 'TOO_SLOW' } } as const;

export function examinerPool({ program, processes, units, wallLimit = WALL_LIMIT }: PoolOptions): Examiner {
  const waiting: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();

  const start = (): ChildProcess => {
    const child = fork(program, [], {
      serialization: 'advanced',
      env: { ...process.env, [EXAMINER_FLAG]: '1' },
      execArgv: ['--max-old-space-size=384'],
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    all.add(child);
    child.once('exit', () => all.delete(child));
    child.unref();
    child.channel?.unref();
    if (units) child.send({ units } satisfies ToChild);
    return child;
  };

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < processes)) {
      const child = idle.pop() ?? start();
      if (child.connected) run(child, waiting.shift()!);
    }
  };

  const run = (child: ChildProcess, { message: asked, file, resolve, reject }: Waiting): void => {
    child.ref();
    child.channel?.ref();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, wallLimit);
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', died);
    };
    const answered = (message: FromChild): void => {
      settle();
      child.unref();
      child.channel?.unref();
      idle.push(child);
      if ('error' in message) reject(new Error(message.error));
      else resolve(message);
      next();
    };
    // The file's fault, or somebody's who ended the process: only the first is a verdict on the file.
    const died = (code: number | null, signal: string | null): void => {
      settle();
      all.delete(child);
      if (late || code === OUT_OF_MEMORY || signal === 'SIGABRT')
        resolve(asked.task ? { examination: TOO_MUCH } : { rebuilt: TOO_MUCH });
      else reject(new Error(`The examining process ended (${signal ?? code}) while it had ${file}`));
      next();
    };
    child.once('message', answered).once('exit', died);
    child.send(asked);
  };

  const ask = (message: ToChild, file: string): Promise<Done> =>
    new Promise((resolve, reject) => {
      waiting.push({ message, file, resolve, reject });
      next();
    });

  return {
    examine: async (task) => ((await ask({ task }, task.file)) as { examination: Examination }).examination,
    rebuild: async (rebuild) => ((await ask({ rebuild }, rebuild.file)) as { rebuilt: Rebuilt }).rebuilt,
    async close() {
      await Promise.all(
        [...all].map(
          (child) =>
            new Promise<void>((gone) => {
              child.ref();
              child.once('exit', () => gone());
              child.kill('SIGTERM');
            }),
        ),
      );
    },
  };
}
