// How long a program that has just started takes until it can judge a report: the form out of the bundle, its checks, and
// every expression parsed. Each time in a process of its own; medians.

import { join } from 'node:path';
import type { Compiling } from './compile-once';
import { median } from './measure';
import { runProgram } from './run-program';
import { ROOT } from './sample-reports';
import { milliseconds, showTable } from './show-table';

const RUNS = 25;

const program = join(ROOT, 'dist/bench/compile-once.cjs');
const runs = Array.from({ length: RUNS }, (): Compiling => JSON.parse(runProgram(process.execPath, [program]).output));
const middle = (of: (run: Compiling) => number): string => milliseconds(median(runs.map(of)));
const slowest = (of: (run: Compiling) => number): string => milliseconds(Math.max(...runs.map(of)));
const steps: readonly (readonly [string, (run: Compiling) => number])[] = [
  ['JSON text → definition', (run) => run.parse],
  ['one period, the full form', (run) => run.onePeriod],
  ['together', (run) => run.parse + run.onePeriod],
  ['the other six periods', (run) => run.others],
];
console.log(`${runs[0]!.checks} checks, ${runs[0]!.expressions} different expressions; ${RUNS} fresh processes\n`);
showTable(
  ['step', 'ms', 'slowest ms'],
  steps.map(([name, of]) => [name, middle(of), slowest(of)]),
);
