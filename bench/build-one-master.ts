// The inside of master-10000: writes one master from invented reports and tells what it took, as JSON. A process of its own,
// because a process' memory is measured at its peak. `node build-one-master.cjs COUNT OUT`; without OUT it only invents.

import { statSync } from 'node:fs';
import { buildMaster } from '../functions/consolidate/build-master';
import { inventSubmissions, masterInput } from '../tests/functions/consolidate/invented-submissions';
import { sampleForm } from './sample-reports';

export interface OneMaster {
  /** Of building the master, in milliseconds. */
  readonly wall: number;
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** The peak of the whole process, in bytes. */
  readonly memory: number;
  readonly rows: number;
  readonly bytes: number;
}

async function main(count: number, out: string | undefined): Promise<OneMaster> {
  const invented = inventSubmissions(sampleForm(), count);
  const start = performance.now();
  let rows = 0;
  if (out === undefined) for (const _submission of invented.submissions()) rows++;
  else rows = (await buildMaster(masterInput(invented), out)).rows;
  const wall = performance.now() - start;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  return { wall, cpu, memory: maxRSS * 1024, rows, bytes: out === undefined ? 0 : statSync(out).size };
}

main(Number(process.argv[2]), process.argv[3]).then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
