// Which version of a form a period follows.

import { findForm } from '../../../functions/forms/form-library';
import type { FormDefinition } from '../../../templates/form-definition/form-definition';
import { realForm } from '../../setup/real-form';

const version = (name: string, ...periods: string[]): FormDefinition => ({
  ...realForm(),
  version: name,
  periods: periods.map((period) => ({ period, form: 'full' as const })),
});

const first = version('2024.1', '2024-H1', '2024-Y');
const corrected = version('2024.2', '2024-Y');
const other: FormDefinition = { ...version('2025.1', '2024-H1'), form: 'tuyen-giao' };
const forms = [first, corrected, other];

describe('the form that a request means', () => {
  test.each([
    ['khoa-giao', '2024-H1', '2024.1', 'the newest version does not report the period'],
    ['khoa-giao', '2024-Y', '2024.2', 'two versions report the period'],
    ['tuyen-giao', '2024-H1', '2025.1', 'another form'],
    ['khoa-giao', '2024-Q1', undefined, 'no version reports the period'],
    ['khoa-giao', '2024-13', undefined, 'no period code'],
    ['thi-dua', '2024-H1', undefined, 'no such form'],
  ])('%s in %s is version %s: %s', (form, period, expected, _why) => {
    expect(findForm(forms, form, period)?.definition.version).toBe(expected);
  });

  test('is worked out once per period', () => {
    expect(findForm(forms, 'khoa-giao', '2024-Y')).toBe(findForm([...forms], 'khoa-giao', '2024-Y'));
    expect(findForm(forms, 'khoa-giao', '2024-Y')).not.toBe(findForm(forms, 'khoa-giao', '2024-H1'));
  });
});
