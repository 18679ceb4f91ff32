// What earlier counted reports come to under the history names, and which of them are asked for.

import { formForPeriod, type PeriodForm } from '../../../templates/form-definition/form-for-period';
import { earlierPeriods, periodsOfInterest } from '../../../templates/history/earlier-periods';
import { NO_HISTORY } from '../../../templates/history/history';
import { historyOf } from '../../../templates/history/history-of';
import type { Submission } from '../../../templates/submission/submission';
import { realForm, realPeriod } from '../../setup/real-form';
import { submissionOf } from '../../setup/submission';

type Values = Submission['values'];

function history(period: string, earlier: Readonly<Record<string, Values | Partial<Submission>>>, form?: PeriodForm) {
  const counted = new Map(
    Object.entries(earlier).map(([of, given]) => {
      const changes =
        'values' in given || 'header' in given ? (given as Partial<Submission>) : { values: given as Values };
      return [of, submissionOf({ period: of, ...changes })];
    }),
  );
  return historyOf(form ?? realPeriod(period), counted);
}

test('nothing counted, nothing known', () => {
  expect(history('2024-H1', {})).toEqual(NO_HISTORY);
});

describe('which periods matter', () => {
  test.each([
    ['2024-Q1', ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']],
    ['2024-Q3', ['2023-Q3', '2023-Q4', '2024-H1', '2024-Q1', '2024-Q2']],
    ['2024-H1', ['2020-H1', '2021-H1', '2022-H1', '2023-H1', '2024-Q1', '2024-Q2']],
    [
      '2024-Y',
      ['2020-Y', '2021-Y', '2022-Y', '2023-Y', '2024-9M', '2024-H1', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'],
    ],
  ])('to %s', (period, expected) => {
    expect(periodsOfInterest(realPeriod(period)).sort()).toEqual(expected);
  });

  test('of two that end together neither is before the other, and the longer is the later', () => {
    const names = (period: string): string[] => earlierPeriods(realPeriod(period)).sameYear.map((s) => s.period);
    expect(names('2024-Q2')).toEqual(['2024-Q1']);
    expect(names('2024-H1')).toEqual(['2024-Q1']);
    expect(names('2024-Q3')).toEqual(['2024-H1', '2024-Q2', '2024-Q1']);
    expect(names('2024-Y')).toEqual(['2024-9M', '2024-Q3', '2024-H1', '2024-Q2', '2024-Q1']);
  });

  test.each([
    ['2024-Q2', [], []],
    ['2024-H1', ['2024-Q1'], ['2024-Q1', '2024-Q2']],
    ['2024-9M', ['2024-H1', '2024-Q1'], ['2024-Q1', '2024-Q2', '2024-Q3']],
    ['2024-Y', ['2024-9M', '2024-H1', '2024-Q1'], ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']],
  ])('%s goes on counting from %j and is made up of %j', (period, cumulative, quarters) => {
    expect(earlierPeriods(realPeriod(period))).toMatchObject({ cumulative, quarters });
  });

  test('quarters that leave a day out make up nothing', () => {
    const definition = realForm();
    const { spans } = definition.calendar;
    const gap = {
      ...definition,
      calendar: { ...definition.calendar, spans: { ...spans, Q2: { from: '03-16', to: '06-14' } } },
    };
    expect(earlierPeriods(formForPeriod(gap, '2024-H1')!).quarters).toEqual([]);
    expect(
      history('2024-H1', { '2024-Q1': { 'A.01': 1 }, '2024-Q2': { 'A.01': 2 } }, formForPeriod(gap, '2024-H1')).values,
    ).not.toHaveProperty('TQ_A_01');
  });
});

test('KT and NT: numbers, words, and days as serial numbers', () => {
  const { values } = history('2024-9M', {
    '2024-H1': { 'A.01': 4, 'A.06': 0.75, 'C.01': 'Có', 'G.03': '2024-02-29' },
    '2023-9M': { 'A.01': 7, 'C.01': 'Không' },
  });
  expect(values).toMatchObject({
    KT_A_01: 4,
    KT_A_06: 0.75,
    KT_C_01: 'Có',
    KT_G_03: 45351,
    NT_A_01: 7,
    NT_C_01: 'Không',
  });
  expect(Object.keys(values).filter((name) => /^(?:LK|TQ|LN|NN)_C_01$/.test(name))).toEqual([]);
});

test('a figure that is text is not known', () => {
  const { values } = history('2024-H1', { '2024-Q1': { 'A.01': '4 hội nghị', 'G.03': 'tháng 3' } });
  expect(values).toEqual({});
});

test('what this period does not ask is left out', () => {
  expect(history('2024-Q2', { '2024-Q1': { 'B.09': 3, 'A.01': 0 } }).values).toEqual({ KT_A_01: 0 });
});

test('LK: the latest shorter cumulative report that counted', () => {
  expect(history('2024-9M', { '2024-Q1': { 'A.01': 3 }, '2024-H1': { 'A.01': 5 } }).values.LK_A_01).toBe(5);
  expect(history('2024-9M', { '2024-Q1': { 'A.01': 3 }, '2024-Q2': { 'A.01': 9 } }).values.LK_A_01).toBe(3);
  expect(history('2024-9M', { '2024-Q1': { 'A.01': 3 }, '2024-H1': {} }).values).not.toHaveProperty('LK_A_01');
  expect(history('2024-Q2', { '2024-Q1': { 'A.01': 3 } }).values).not.toHaveProperty('LK_A_01');
});

test('TQ: the sum of the quarters, when each has the figure', () => {
  const quarters = { '2024-Q1': { 'A.01': 3, 'A.04': 10, 'A.06': 0.5 }, '2024-Q2': { 'A.01': 0, 'A.06': 0.7 } };
  const { values } = history('2024-H1', quarters);
  expect(values.TQ_A_01).toBe(3);
  expect(values).not.toHaveProperty('TQ_A_04');
  expect(values).not.toHaveProperty('TQ_A_06');
  expect(history('2024-9M', quarters).values).not.toHaveProperty('TQ_A_01');
  expect(history('2024-Q2', quarters).values).not.toHaveProperty('TQ_A_01');
});

test('TQ of amounts is what a person adds up', () => {
  const form = realPeriod('2024-H1');
  expect(history('2024-H1', { '2024-Q1': { 'B.19': 0.1 }, '2024-Q2': { 'B.19': 0.2 } }, form).values.TQ_B_19).toBe(0.3);
});

describe('LN and NN', () => {
  const quarters = (...figures: (number | undefined)[]): Record<string, Values> =>
    Object.fromEntries(
      ['2024-Q2', '2024-Q1', '2023-Q4', '2023-Q3'].map((period, i) => [
        period,
        (figures[i] === undefined ? {} : { 'A.01': figures[i] }) as Values,
      ]),
    );
  const of = (...figures: (number | undefined)[]) => {
    const { LN_A_01, NN_A_01 } = history('2024-Q3', quarters(...figures)).values;
    return [LN_A_01, NN_A_01];
  };
  test('one earlier report is no measure', () => expect(of(5)).toEqual([undefined, undefined]));
  test('two have a greatest', () => expect(of(5, undefined, undefined, 8)).toEqual([8, undefined]));
  test('three have a least', () => expect(of(5, 4, 6)).toEqual([6, 4]));
  test('four: the greatest of all, the least of the last three', () => expect(of(5, 4, 6, 1)).toEqual([6, 4]));
  test('zeros are figures', () => expect(of(0, 0, 0, 0)).toEqual([0, 0]));
  test('years for what is longer than a quarter', () => {
    const years = { '2023-H1': { 'A.01': 5 }, '2022-H1': { 'A.01': 9 }, '2021-H1': { 'A.01': 7 } };
    expect(history('2024-H1', years).values).toMatchObject({ LN_A_01: 9, NN_A_01: 5 });
  });
});

describe('the latest earlier report of the year', () => {
  const report = (number: string, row: string): Partial<Submission> => ({
    header: { so_ky_hieu: number },
    annexes: { PL1: [{ ma_vb: row }] },
  });
  test('its rows and its number', () => {
    const { rows, values } = history('2024-9M', {
      '2024-Q1': report('5-BC/ĐU', 'first'),
      '2024-H1': report(' 012-BC/ĐU', 'half'),
      '2024-Q2': report('14-BC/ĐU', 'second'),
      '2024-Q3': report('20-BC/ĐU', 'third'),
      '2023-9M': report('99-BC/ĐU', 'old'),
    });
    expect(rows).toEqual({ PL1: [{ ma_vb: 'half' }] });
    // Two that end together: the number that comes next is above both.
    expect(values.KT_so_bao_cao).toBe(14);
  });
  test('none in another year', () => {
    expect(history('2024-Q1', { '2023-Q4': report('99-BC/ĐU', 'old') })).toEqual(NO_HISTORY);
  });
  test('stored before the header was kept, or without a number', () => {
    expect(history('2024-H1', { '2024-Q1': submissionOf({ values: { 'A.01': 1 } }) }).values).not.toHaveProperty(
      'KT_so_bao_cao',
    );
    for (const number of ['BC/ĐU', '', 'không số'])
      expect(history('2024-H1', { '2024-Q1': report(number, 'x') }).values).toEqual({});
  });
});
