// The little that is asked of Office besides the workbook and needs no library to answer: a few plain properties.

import { followTheme, partition } from '../../addin/pane/office-host';

const world = globalThis as unknown as {
  Office?: unknown;
  document?: { documentElement: { dataset: Record<string, string> } };
};

afterEach(() => {
  delete world.Office;
  delete world.document;
});

const themed = (officeTheme: object): string | undefined => {
  world.Office = { context: { officeTheme } };
  world.document = { documentElement: { dataset: {} } };
  followTheme();
  return world.document.documentElement.dataset.theme;
};

test('Office’s theme is followed where Office says it is dark or not', () => {
  expect(themed({ isDarkTheme: true })).toBe('dark');
  expect(themed({ isDarkTheme: false })).toBe('light');
  // Older ones give colours only: then the system's own setting holds.
  expect(themed({ isDarkTheme: '#FFFFFF' })).toBeUndefined();
});

test('what one keeps is kept apart as Office asks; outside Office in one place', () => {
  expect(partition()).toBe('');
  world.Office = { context: { partitionKey: 'abc' } };
  expect(partition()).toBe('.abc');
});
