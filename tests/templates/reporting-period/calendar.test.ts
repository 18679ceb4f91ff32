// Which days a period covers and when its reports are owed: the dates that the domain's table states, working days
// around weekends and holidays, and lateness in Vietnam's own days.

import { addWorkingDays, daysLate, periodDates } from '../../../templates/reporting-period/calendar';
import { realForm } from '../../setup/real-form';

const form = realForm();
const preset = (id: string) => form.calendars.find((calendar) => calendar.id === id)!;

describe('the calendar after Decree 09/2019/NĐ-CP', () => {
  test('is the form’s own', () => expect(form.calendar).toEqual(preset('nd-09')));

  test.each([
    ['2024-Q1', '2023-12-15', '2024-03-14', '2024-03-18', '2024-03-20'],
    ['2024-H1', '2023-12-15', '2024-06-14', '2024-06-18', '2024-06-20'],
    ['2024-9M', '2023-12-15', '2024-09-14', '2024-09-17', '2024-09-19'],
    ['2024-Y', '2023-12-15', '2024-12-14', '2024-12-17', '2024-12-19'],
    ['2024-Q2', '2024-03-15', '2024-06-14', '2024-06-18', '2024-06-20'],
    ['2024-Q3', '2024-06-15', '2024-09-14', '2024-09-17', '2024-09-19'],
    ['2024-Q4', '2024-09-15', '2024-12-14', '2024-12-17', '2024-12-19'],
  ])('%s: figures from %s to %s, units by %s, the board by %s', (period, from, to, unitDue, boardDue) => {
    expect(periodDates(period, preset('nd-09'), form.holidays)).toEqual({ from, to, unitDue, boardDue });
  });

  test('H1 is Q1 and Q2, nothing left out and nothing twice', () => {
    const dates = (period: string) => periodDates(period, preset('nd-09'), form.holidays);
    expect([dates('2024-Q1').from, dates('2024-Q2').to]).toEqual([dates('2024-H1').from, dates('2024-H1').to]);
    expect(dates('2024-Q1').to < dates('2024-Q2').from).toBe(true);
  });
});

describe('the calendar year', () => {
  test.each([
    ['2024-Q1', '2024-01-01', '2024-03-31', '2024-04-02', '2024-04-04'],
    ['2024-Q2', '2024-04-01', '2024-06-30', '2024-07-02', '2024-07-04'],
    ['2024-Q3', '2024-07-01', '2024-09-30', '2024-10-02', '2024-10-04'],
    ['2024-Q4', '2024-10-01', '2024-12-31', '2025-01-03', '2025-01-07'],
    ['2024-H1', '2024-01-01', '2024-06-30', '2024-07-02', '2024-07-04'],
    ['2024-9M', '2024-01-01', '2024-09-30', '2024-10-02', '2024-10-04'],
    ['2024-Y', '2024-01-01', '2024-12-31', '2025-01-03', '2025-01-07'],
  ])('%s: figures from %s to %s, units by %s, the board by %s', (period, from, to, unitDue, boardDue) => {
    expect(periodDates(period, preset('duong-lich'), form.holidays)).toEqual({ from, to, unitDue, boardDue });
  });
});

describe('working days', () => {
  const holidays = form.holidays;
  test.each([
    ['2024-06-12', 1, '2024-06-13', 'a Thursday'],
    ['2024-06-14', 1, '2024-06-17', 'over a weekend'],
    ['2024-06-15', 1, '2024-06-17', 'from a Saturday'],
    ['2024-06-16', 1, '2024-06-17', 'from a Sunday'],
    ['2024-02-07', 1, '2024-02-15', 'over Tết'],
    ['2024-04-26', 2, '2024-05-03', 'over the swapped Monday and two holidays'],
    ['2024-08-30', 1, '2024-09-04', 'over National Day, which is two days'],
    ['2024-12-31', 1, '2025-01-02', 'over New Year'],
    ['2024-06-14', 0, '2024-06-14', 'none'],
  ])('%s and %i more is %s: %s', (day, count, expected, _why) => {
    expect(addWorkingDays(day, count, holidays)).toBe(expected);
  });

  test('without a holiday table only weekends are free', () => {
    expect(addWorkingDays('2024-02-07', 1, [])).toBe('2024-02-08');
  });
});

describe('days late, in Vietnam', () => {
  test.each([
    ['2024-06-18T16:59:59Z', 0, 'one second to midnight of the due day'],
    ['2024-06-18T17:00:00Z', 1, 'midnight'],
    ['2024-06-20T02:00:00Z', 2, 'two days after'],
    ['2024-06-01T00:00:00Z', 0, 'early'],
    ['2024-06-19T00:30:00+07:00', 1, 'an instant given in Vietnam’s own zone'],
  ])('%s is %i day(s) late: %s', (instant, days, _why) => {
    expect(daysLate(instant, '2024-06-18')).toBe(days);
  });
});

test('a text that is no period code is a bug and is thrown', () => {
  expect(() => periodDates('2024-M1', preset('nd-09'), [])).toThrow('Not a period code: 2024-M1');
});
