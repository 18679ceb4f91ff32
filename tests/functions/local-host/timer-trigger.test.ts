// Schedules: NCRONTAB has six fields, counts in UTC, and wants the day of the month and the weekday both.

import { nextRun, runTimer } from '../../../functions/local-host/timer-trigger';

const from = new Date('2026-11-23T10:00:00Z'); // a Monday

test.each([
  ['*/30 * * * * *', '2026-11-23T10:00:30.000Z'],
  ['0 */5 * * * *', '2026-11-23T10:05:00.000Z'],
  ['0 0 17 * * *', '2026-11-23T17:00:00.000Z'],
  ['0 30 1 * * Mon-Fri', '2026-11-24T01:30:00.000Z'],
  ['0 0 0 * * 0', '2026-11-29T00:00:00.000Z'],
  ['0 0 0 1 * 1', '2027-02-01T00:00:00.000Z'],
  ['0 0 0 1 Jan *', '2027-01-01T00:00:00.000Z'],
])('%s runs next at %s', (schedule, next) => {
  expect(nextRun(schedule, from)?.toISOString()).toBe(next);
});

test.each(['*/5 * * * *', '00:05:00', 'every day', '60 * * * * *'])('%s is refused', (schedule) => {
  expect(() => nextRun(schedule, from)).toThrow();
});

test('a timer runs by its schedule until it is stopped, and survives a run that fails', async () => {
  const stop = new AbortController();
  const given: unknown[] = [];
  async function run(data: { json?: string }): Promise<void> {
    given.push(JSON.parse(data.json ?? ''));
    if (given.length === 2) stop.abort();
    throw new Error('failed, as asked');
  }
  const log = jest.fn();
  await runTimer({ name: 't', schedule: '* * * * * *', runOnStartup: true, log, run }, stop.signal);
  expect(given).toHaveLength(2);
  expect(given[1]).toMatchObject({ IsPastDue: false, ScheduleStatus: { Last: null, Next: expect.any(String) } });
  expect(log).toHaveBeenCalledTimes(2);
});
