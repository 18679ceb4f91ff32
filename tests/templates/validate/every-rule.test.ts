// Every rule of the form, and those built in, with reports that they accept and reports that they reject: exactly the codes
// and cells of each. The last test proves that no rule lacks either.

import { realForm } from '../../setup/real-form';
import { ANNEXES } from './every-rule-annexes';
import { isRejected, type RuleCase } from './every-rule-case';
import { CELLS } from './every-rule-cells';
import { DOORS } from './every-rule-doors';
import { INDICATORS } from './every-rule-indicators';
import { PERIODS } from './every-rule-periods';
import { TEXTS } from './every-rule-texts';
import { TYPES } from './every-rule-types';

const CASES: readonly RuleCase[] = [...TYPES, ...CELLS, ...INDICATORS, ...ANNEXES, ...PERIODS, ...TEXTS, ...DOORS];

test.each(CASES)('$rule: $what', async ({ found, expected }) => {
  expect(await found()).toEqual(expected);
});

describe('no rule lacks', () => {
  const rules = [...realForm().rules.map((r) => r.id), 'R016', 'R017', 'R018', 'R019', 'R020'];
  const without = (cases: readonly RuleCase[]): string[] => rules.filter((id) => !cases.some((c) => c.rule === id));
  test('a report that it accepts', () => expect(without(CASES.filter((c) => !isRejected(c)))).toEqual([]));
  test('a report that it rejects', () => expect(without(CASES.filter(isRejected))).toEqual([]));
});
