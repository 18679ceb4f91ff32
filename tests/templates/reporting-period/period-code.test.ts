// Period codes: what is one, what people call it, and what it is compared with.

import {
  parsePeriod,
  periodBefore,
  periodLabel,
  periodLastYear,
} from '../../../templates/reporting-period/period-code';

describe('a period code', () => {
  test.each([
    ['2024-Q1', 'Quý I/2024', 'Quarter 1, 2024', undefined, '2023-Q1'],
    ['2024-Q2', 'Quý II/2024', 'Quarter 2, 2024', '2024-Q1', '2023-Q2'],
    ['2024-Q3', 'Quý III/2024', 'Quarter 3, 2024', '2024-Q2', '2023-Q3'],
    ['2024-Q4', 'Quý IV/2024', 'Quarter 4, 2024', '2024-Q3', '2023-Q4'],
    ['2024-H1', '6 tháng đầu năm 2024', 'First half of 2024', '2024-Q1', '2023-H1'],
    ['2024-9M', '9 tháng năm 2024', 'First nine months of 2024', '2024-H1', '2023-9M'],
    ['2024-Y', 'Năm 2024', 'Year 2024', '2024-9M', '2023-Y'],
  ])('%s is %s (%s), after %s, a year after %s', (code, vi, en, before, lastYear) => {
    expect(parsePeriod(code)).toEqual({ year: 2024, kind: code.slice(5) });
    expect(periodLabel(code)).toBe(vi);
    expect(periodLabel(code, 'en')).toBe(en);
    expect(periodBefore(code)).toBe(before);
    expect(periodLastYear(code)).toBe(lastYear);
  });

  test.each([
    '',
    '2024',
    '2024-Q5',
    '2024-Q0',
    '2024-H2',
    '2024-M9',
    '24-Q1',
    '2024-q1',
    ' 2024-Q1',
    '2024-Q1\n',
    '2024Q1',
  ])('%j is none, and is shown as it is', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
    expect(periodBefore(text)).toBeUndefined();
    expect(periodLastYear(text)).toBeUndefined();
    expect(periodLabel(text)).toBe(text);
  });
});
