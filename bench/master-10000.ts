// Writing a master of 1,000, 5,000 and 10,000 units: time and peak memory, each in a process of its own. Shows whether ten
// times the units take ten times the time and about the same memory.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OneMaster } from './build-one-master';
import { runProgram } from './run-program';
import { ROOT } from './sample-reports';
import { seconds, showTable, times } from './show-table';

const COUNTS = [1000, 5000, 10_000];
const MEGABYTE = 1024 * 1024;

const program = join(ROOT, 'dist/bench/build-one-master.cjs');
const folder = mkdtempSync(join(tmpdir(), 'bench-master-'));
try {
  const one = (...args: string[]): OneMaster => JSON.parse(runProgram(process.execPath, [program, ...args]).output);
  let first: number | undefined;
  const rows = COUNTS.map((count) => {
    const invented = one(String(count));
    const built = one(String(count), join(folder, `${count}.xlsx`));
    const perUnit = built.wall / count;
    first ??= perUnit;
    return [
      count.toLocaleString('en'),
      seconds(built.wall),
      seconds(invented.wall),
      perUnit.toFixed(2),
      times(perUnit / first),
      `${(built.memory / MEGABYTE).toFixed(0)} MB`,
      built.rows.toLocaleString('en'),
      `${(built.bytes / MEGABYTE).toFixed(1)} MB`,
    ];
  });
  showTable(
    ['units', 'seconds', 'of them inventing', 'ms a unit', 'to 1,000 units', 'peak memory', 'rows', 'file'],
    rows,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
