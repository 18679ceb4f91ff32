// A program as a whole process: how long it takes from its start to its end, and what it said.

import { spawnSync } from 'node:child_process';

export interface ProgramRun {
  readonly wall: number;
  readonly output: string;
}

/** Throws where it fails. */
export function runProgram(command: string, args: readonly string[]): ProgramRun {
  const start = performance.now();
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
  const wall = performance.now() - start;
  if (run.status !== 0) throw new Error(`${command} ${args[0]} left with ${run.status}: ${run.stdout}${run.stderr}`);
  return { wall, output: run.stdout };
}
