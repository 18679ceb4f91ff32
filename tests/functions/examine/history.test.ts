// What a unit reported before is part of what its report is judged by: the same file, with and without a history.

import type { Examination } from '../../../functions/examine/examination';
import { examineReport } from '../../../functions/examine/examine-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import type { History } from '../../../templates/history/history';
import { filledPlan } from '../../setup/filled';
import { realForm } from '../../setup/real-form';

const HISTORY: History = { values: { LK_A_02: 3 }, rows: {} };
const TASK = {
  form: 'khoa-giao',
  period: '2024-H1',
  unit: 'DV01',
  revision: 1,
  receivedAt: '2024-06-15T00:00:00Z',
  file: 'f',
};

async function examined(values: Record<string, string | number>, history?: History): Promise<Examination> {
  const workbook = await renderPlan(filledPlan(TASK.period, 0, { values: { CT_A_02: 0, ...values } }));
  return examineReport({ ...TASK, workbook, ...(history ? { history } : {}) }, { forms: [realForm()] });
}

const rulesAt = (found: Examination, name: string): string[] => {
  const violations =
    found.kind === 'blocked' ? found.violations : found.kind === 'valid' ? found.submission.warnings : [];
  return violations.filter((v) => v.name === name).map((v) => v.rule);
};

test('without a history nothing is said of earlier periods', async () => {
  const found = await examined({});
  expect([found.kind, rulesAt(found, 'CT_A_02')]).toEqual(['valid', []]);
});

test('less than was reported before in the year must be explained', async () => {
  const found = await examined({}, HISTORY);
  expect([found.kind, rulesAt(found, 'CT_A_02')]).toEqual(['blocked', ['R801']]);
});

test('with the explanation it counts, and both are kept', async () => {
  const why = 'Quý I đã tính nhầm ba hội nghị của cấp trên.';
  const found = await examined({ GT_A_02: why }, HISTORY);
  expect([found.kind, rulesAt(found, 'CT_A_02')]).toEqual(['valid', ['R801']]);
  expect(found).toMatchObject({ submission: { explanations: { 'A.02': why } } });
});
