// Route templates: what matches, with which parameters, and which of two wins.

import { bySpecificity, parseRoute } from '../../../functions/local-host/route';

test.each([
  ['units', '/units', {}],
  ['units', '/units/', {}],
  ['Units/Mine', '/UNITS/mine', {}],
  ['units/{unit}', '/units/so-gd', { unit: 'so-gd' }],
  ['units/{unit}', '/units/S%E1%BB%9F%20GD', { unit: 'Sở GD' }],
  ['units/{unit}', '/units/a%2Fb', { unit: 'a%2Fb' }],
  ['units/{unit}', '/units/100%', { unit: '100%' }],
  ['units/{unit}/files/{name?}', '/units/u/files', { unit: 'u' }],
  ['units/{unit}/files/{name?}', '/units/u/files/x.xlsx', { unit: 'u', name: 'x.xlsx' }],
  ['page/{*rest}', '/page', {}],
  ['page/{*rest}', '/page/a/b%20c', { rest: 'a/b c' }],
  ['{*rest}', '/', {}],
  ['rows/{n:int}', '/rows/-12', { n: '-12' }],
  ['jobs/{id:guid}', '/jobs/6F9619FF-8B86-D011-B42D-00CF4FC964FF', { id: '6F9619FF-8B86-D011-B42D-00CF4FC964FF' }],
  ['report-{period}.xlsx', '/report-2026-Q1.xlsx', { period: '2026-Q1' }],
  ['a.b', '/a.b', {}],
])('%s matches %s', (template, path, params) => {
  expect(parseRoute(template).match(path)).toEqual(params);
});

test.each([
  ['units', '/'],
  ['units', '/units/x'],
  ['units/{unit}', '/units'],
  ['units/{unit}', '/units/a/b'],
  ['units/{unit}/x', '/units//x'],
  ['units/{unit}/files/{name?}', '/units/u/files/x/y'],
  ['rows/{n:int}', '/rows/1.5'],
  ['jobs/{id:guid}', '/jobs/6F9619FF'],
  ['report-{period}.xlsx', '/report-.xlsx'],
  ['a.b', '/axb'],
])('%s does not match %s', (template, path) => {
  expect(parseRoute(template).match(path)).toBeUndefined();
});

test('the more literal route is tried first', () => {
  const templates = [
    '{*rest}',
    'units/{unit}',
    'units/u-{unit}',
    'units/{unit:int}',
    'units/all',
    'units',
    'units/{unit?}',
  ];
  const sorted = templates.map((template) => ({ template, route: parseRoute(template) }));
  sorted.sort((a, b) => bySpecificity(a.route, b.route));
  expect(sorted.map(({ template }) => template)).toEqual([
    'units',
    'units/all',
    'units/u-{unit}',
    'units/{unit:int}',
    'units/{unit}',
    'units/{unit?}',
    '{*rest}',
  ]);
});

test('routes that differ only in the names of their parameters have one shape', () => {
  expect(parseRoute('units/{unit}').shape).toBe(parseRoute('Units/{code}').shape.replace('Units', 'units'));
  expect(parseRoute('units/{unit}').shape).not.toBe(parseRoute('units/{unit:int}').shape);
});

test.each(['{n:min(1)}', '{n=1}', 'a/{}', '{a}/{a}', '{a?}/b', '{*rest}/b', '{a', 'x{a?}'])(
  '%s is refused',
  (template) => {
    expect(() => parseRoute(template)).toThrow(/^Route /);
  },
);
