// What of a report's header and explanations is kept with its figures, and what is not.

import { examineReport } from '../../../functions/examine/examine-report';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { filledPlan } from '../../setup/filled';
import { realForm } from '../../setup/real-form';

async function submission(values: Record<string, string | number | null>) {
  const workbook = await renderPlan(filledPlan('2024-H1', 0, { values }));
  const task = {
    workbook,
    form: 'khoa-giao',
    period: '2024-H1',
    revision: 1,
    receivedAt: '2024-06-15T00:00:00Z',
    file: 'f',
  };
  const found = await examineReport(task, { forms: [realForm()] });
  if (found.kind !== 'valid') throw new Error(JSON.stringify(found));
  return found.submission;
}

test('number and day of the report; nobody’s name', async () => {
  const { header, ...rest } = await submission({
    BC_so_ky_hieu: '12-BC/ĐU',
    BC_ngay_ky: 45458,
    BC_nguoi_ky: 'Nguyễn Văn Thử',
  });
  expect(header).toEqual({ so_ky_hieu: '12-BC/ĐU', ngay_ky: '2024-06-15' });
  expect(JSON.stringify(rest)).not.toContain('Nguyễn Văn Thử');
});

test('explanations of an indicator, an annex, a narrative and the header', async () => {
  const why = 'Đã rà soát lại, số liệu đúng.';
  const { explanations } = await submission({ GT_A_01: why, GT_PL1: why, GT_T_1: why, GT_BC: why });
  expect(explanations).toEqual({ 'A.01': why, PL1: why, 'T.1': why, BC: why });
});
