// Runs one timer function by its NCRONTAB schedule: six fields from the second to the weekday, in UTC. A run that takes
// longer than the pause is not overtaken by the next. What was missed while the host was down is not made up for.

import { Cron } from 'croner';
import type { TypedData } from './invocation-model';
import { type HostLog, traceOf } from './log';
import { sleep } from './sleep';

export interface Timer {
  readonly name: string;
  readonly schedule: string;
  readonly runOnStartup: boolean;
  readonly log: HostLog;
  run(data: TypedData): Promise<unknown>;
}

/** Longer waits are cut into pieces: Node's timers end at 24.8 days, and a laptop sleeps. */
const LONGEST_WAIT_MS = 60_000;

/**
 * The first run after `from`; `undefined` where there is none any more.
 * @throws Error where the schedule is not six NCRONTAB fields
 */
export function nextRun(schedule: string, from: Date): Date | undefined {
  // NCRONTAB wants both the day of the month and the weekday to match; classic cron is content with one.
  const cron = new Cron(schedule, { mode: '6-part', timezone: 'UTC', domAndDow: true, paused: true });
  return cron.nextRun(from) ?? undefined;
}

/** What a timer function is given. Times are ISO 8601. */
export function timerData(last?: Date, next?: Date): TypedData {
  const status = { Last: last ?? null, Next: next ?? null, LastUpdated: last ?? null };
  return { json: JSON.stringify({ Schedule: { AdjustForDST: true }, ScheduleStatus: status, IsPastDue: false }) };
}

/** Resolves when `stop` aborted and a run under way is done. */
export async function runTimer(timer: Timer, stop: AbortSignal): Promise<void> {
  const { name, schedule, log } = timer;
  const run = (data: TypedData) =>
    timer.run(data).catch((error) => log('error', 'system', `${name}: ${traceOf(error)}`));
  let last: Date | undefined;
  if (timer.runOnStartup) await run(timerData());
  for (;;) {
    const next = nextRun(schedule, new Date());
    if (next === undefined) return;
    while (!stop.aborted && Date.now() < next.getTime()) {
      await sleep(Math.min(next.getTime() - Date.now(), LONGEST_WAIT_MS), stop);
    }
    if (stop.aborted) return;
    await run(timerData(last, nextRun(schedule, next)));
    last = next;
  }
}
