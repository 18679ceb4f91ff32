// Days as text, and Excel's serial numbers in both of its date systems.

import {
  addDays,
  dayInVietnam,
  daysBetween,
  formatDay,
  fromSerial,
  isDay,
  toSerial,
  weekday,
} from '../../../templates/reporting-period/day';

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-03-01', '9999-12-31', '2024-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-6-1',
    '14/6/2024',
    '2024-06-14T00:00Z',
    '',
  ])('%j is none', (text) => expect(isDay(text)).toBe(false));

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2023-12-15', 366, '2024-12-15'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ['2024-06-16', 0],
    ['2024-06-17', 1],
    ['2024-09-14', 6],
  ])('%s is weekday %i', (day, expected) => expect(weekday(day)).toBe(expected));

  test.each([
    ['2024-06-14', '14/6/2024'],
    ['2024-12-05', '5/12/2024'],
  ])('%s is written %s', (day, text) => expect(formatDay(day)).toBe(text));

  test.each([
    ['2024-06-18T16:59:59.999Z', '2024-06-18'],
    ['2024-06-18T17:00:00Z', '2024-06-19'],
    ['2024-12-31T18:00:00Z', '2025-01-01'],
  ])('%s is %s in Vietnam', (instant, day) => expect(dayInVietnam(instant)).toBe(day));
});

describe('serial numbers', () => {
  test.each([
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [36_526, '2000-01-01'],
    [45_457, '2024-06-14'],
    [2_958_465, '9999-12-31'],
  ])('%i is %s in the 1900 system', (serial, day) => {
    expect(fromSerial(serial)).toBe(day);
    expect(toSerial(day)).toBe(serial);
  });

  test.each([
    [0, '1904-01-01'],
    [24_107, '1970-01-01'],
    [43_995, '2024-06-14'],
  ])('%i is %s in the 1904 system', (serial, day) => expect(fromSerial(serial, true)).toBe(day));

  test('a time of day is cut off', () => {
    expect(fromSerial(45_457.999)).toBe('2024-06-14');
    expect(fromSerial(43_995.5, true)).toBe('2024-06-14');
  });

  test.each([
    ['day 60, which Excel calls 29 February 1900', 60],
    ['zero', 0],
    ['a negative number', -1],
    ['the day after the last', 2_958_466],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('%s is no day', (_what, serial) => expect(fromSerial(serial)).toBeUndefined());

  test('each day from 1900-03-01 to 2100 comes back from its serial', () => {
    for (let serial = 61; serial < toSerial('2100-01-01'); serial++) {
      if (toSerial(fromSerial(serial)!) !== serial) throw new Error(`Serial ${serial} is ${fromSerial(serial)}`);
    }
  });
});
