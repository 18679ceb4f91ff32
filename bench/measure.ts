// Measures jobs against each other in one run: every round does each job once, so that whatever else the machine does meets
// all of them alike. Medians, because a round that was disturbed should not count.

export interface Job {
  readonly name: string;
  run(): Promise<unknown> | unknown;
}

/** Milliseconds, medians over the rounds. */
export interface Cost {
  readonly wall: number;
  /** User and system time of the whole process, other threads included. */
  readonly cpu: number;
}

export async function measure(jobs: readonly Job[], rounds: number, warmUp: number): Promise<Map<string, Cost>> {
  const samples = new Map(jobs.map(({ name }) => [name, { wall: [] as number[], cpu: [] as number[] }]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const job of jobs) {
      // The garbage of one job is not the next one's business.
      globalThis.gc?.({ type: 'minor', execution: 'sync' });
      const cpu = process.cpuUsage();
      const start = performance.now();
      await job.run();
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      if (round < 0) continue;
      const sample = samples.get(job.name)!;
      sample.wall.push(wall);
      sample.cpu.push((user + system) / 1000);
    }
  }
  return new Map([...samples].map(([name, { wall, cpu }]) => [name, { wall: median(wall), cpu: median(cpu) }]));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
