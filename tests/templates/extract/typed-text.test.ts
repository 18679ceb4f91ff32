// Numbers and days that stand as text: read where there is one reading, else left alone.

import fc from 'fast-check';
import { cleaned, cleanText } from '../../../templates/extract/clean-text';
import { dateFromText } from '../../../templates/extract/date-text';
import { numberFromText, pointsFromText, pointsOf } from '../../../templates/extract/number-text';
import { toSerial } from '../../../templates/reporting-period/day';

test.each<[string, number | undefined, number | undefined]>([
  // text, as a whole number, as an amount with one decimal
  ['12', 12, 12],
  ['1.234', 1234, 1234],
  ['1,234', 1234, 1234],
  ['1.000', 1000, 1000],
  ['1.234.567', 1234567, 1234567],
  ['1.234,5', undefined, 1234.5],
  ['1,234.5', undefined, 1234.5],
  ['1 234', 1234, 1234],
  ['1 234 567,8', undefined, 1234567.8],
  ['12,5', undefined, 12.5],
  ['12.50', undefined, 12.5],
  ['12,0', 12, 12],
  ['12,55', undefined, undefined],
  ['0,125', undefined, undefined],
  ['0.5', undefined, 0.5],
  ['1.23', undefined, undefined],
  ['12.34.56', undefined, undefined],
  ['1.2345', undefined, undefined],
  ['1,234,5', undefined, undefined],
  ['1.234.5', undefined, undefined],
  ['12 34', undefined, undefined],
  ['１２', 12, 12],
  ['１．２３４，５', undefined, 1234.5],
  ["'12", 12, 12],
  ['’12', 12, 12],
  ['-5', -5, -5],
  ['−5', -5, -5],
  ['+7', 7, 7],
  ['007', 7, 7],
  ['-', undefined, undefined],
  ['', undefined, undefined],
  ['12%', undefined, undefined],
  ['12 người', undefined, undefined],
  ['1e3', undefined, undefined],
  ['0x1F', undefined, undefined],
  ['5-6', undefined, undefined],
  ['1234567890123456', undefined, undefined],
  ['I', undefined, undefined],
])('number %s', (text, whole, amount) => {
  expect(numberFromText(text, 0)).toBe(whole);
  expect(numberFromText(text, 1)).toBe(amount);
});

test('every whole number and amount, however it is grouped, is itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
      const value = Number(`${whole}.${tenth}`);
      const groups = String(whole).replace(/\B(?=(\d{3})+$)/g, '|');
      for (const [group, point] of ['.,', ',.', ' ,', ' .']) {
        expect(numberFromText(groups.replaceAll('|', group!), 0)).toBe(whole);
        expect(numberFromText(groups.replaceAll('|', group!) + point + tenth, 1)).toBe(value);
      }
    }),
  );
});

test.each<[string, number | undefined]>([
  ['85%', 85],
  ['85 %', 85],
  ['８５％', 85],
  ['85', 85],
  ['100%', 100],
  ['0,85', 85],
  ['.5', 50],
  ['0,5%', undefined],
  ['1,5', undefined],
  ['tám mươi', undefined],
])('points %s', (text, points) => expect(pointsFromText(text)).toBe(points));

test('shares in a column of percent points', () => {
  expect([0.85, 0.29, 0.07, 0.145].map((share) => pointsOf(share, false))).toEqual([85, 29, 7, 14.5]);
  expect([pointsOf(1, true), pointsOf(1, false), pointsOf(0, true), pointsOf(85, true)]).toEqual([100, 1, 0, 85]);
});

test.each<[string, string | undefined]>([
  ['14/6/2024', '2024-06-14'],
  ['14/06/2024', '2024-06-14'],
  ['5/3/2024', '2024-03-05'],
  ['14-6-2024', '2024-06-14'],
  ['14.6.2024', '2024-06-14'],
  ['14 / 6 / 2024', '2024-06-14'],
  ['14/6/24', '2024-06-14'],
  ['2024-06-14', '2024-06-14'],
  ['2024-06-14 00:00:00', '2024-06-14'],
  ['2024-06-14T00:00:00', '2024-06-14'],
  ['ngày 14 tháng 6 năm 2024', '2024-06-14'],
  ['Ngày 14 tháng 06, năm 2024', '2024-06-14'],
  ['１４/６/２０２４', '2024-06-14'],
  ["'14/6/2024", '2024-06-14'],
  ['29/2/2024', '2024-02-29'],
  ['45457', '2024-06-14'],
  ['29/2/2023', undefined],
  ['31/4/2024', undefined],
  ['6/14/2024', undefined],
  ['14/6-2024', undefined],
  ['14/6', undefined],
  ['6/2024', undefined],
  ['2024', undefined],
  ['140624', undefined],
  ['14062024', undefined],
  ['1/1/1900', undefined],
  ['14/6/2024 08:30', undefined],
  ['hôm qua', undefined],
  ['', undefined],
])('day %s', (text, day) => expect(dateFromText(text)).toBe(day && toSerial(day)));

test.each<[string, string, string | undefined]>([
  ['Đảng bộ', 'Đảng bộ', undefined],
  ['  Đảng bộ \u00A0', 'Đảng bộ', undefined],
  ['Đảng bộ'.normalize('NFD'), 'Đảng bộ', 'composedUnicode'],
  ['Đa\u200B\u0309ng', 'Đảng', 'composedUnicode'],
  ['Đảng\u200B bộ', 'Đảng bộ', 'invisibleCharacters'],
  ['\uFEFFĐảng bộ', 'Đảng bộ', 'invisibleCharacters'],
  ['Đảng\u00A0bộ', 'Đảng bộ', 'invisibleCharacters'],
  ['a\uD83D', 'a\uFFFD', undefined],
  ['😀 “…” – ½', '😀 “…” – ½', undefined],
  ['\u200B\u00A0', '', 'invisibleCharacters'],
])('clean %j', (text, clean, kind) => expect([cleanText(text), cleaned(text)]).toEqual([clean, kind]));
