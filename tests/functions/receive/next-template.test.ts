// A report that was sent back, downloaded again after another version of the form was published: filled in, and what the new
// template does not take stands in notes on its cells.

import { unzipSync } from 'fflate';
import { actOnSubmission } from '../../../functions/board/act-on-submission';
import { examineReport } from '../../../functions/examine/examine-report';
import { findForm } from '../../../functions/forms/form-library';
import { accept } from '../../../functions/receive/accept';
import { nextTemplate } from '../../../functions/receive/next-template';
import { processSubmission } from '../../../functions/receive/process-submission';
import { openMemoryStore } from '../../../functions/store/memory-store';
import { extract } from '../../../templates/extract/extract';
import { cellsOf } from '../../setup/filled';
import { item, NO_RULES, NO_RULES_HELD, newerForm } from '../../setup/newer-form';
import { realForm } from '../../setup/real-form';
import { sample } from '../../setup/samples';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };

test('what the new version lacks is told, never lost in silence', async () => {
  const store = openMemoryStore();
  const upload = {
    ...PLACE,
    bytes: sample('2024-H1', 'DV01'),
    idempotencyKey: 'k',
    receivedAt: '2024-06-18T00:00:00Z',
  };
  await accept(store, upload, () => undefined);
  const forms = [realForm()];
  const examiner = {
    ...passingExaminer(),
    examine: (task: Parameters<typeof examineReport>[0]) => examineReport(task, { forms }),
  };
  const event = await processSubmission({ store, examiner, forms }, { ...PLACE, revision: 1 });
  expect(event?.state).toBe('submitted');
  const comments = [{ name: 'CT_A_01', text: 'Xem lại' }];
  await actOnSubmission(store, { ...PLACE, revision: 1 }, { act: 'returned', at: '', by: 'BAN', comments });

  const known = [realForm(), newerForm({ ...NO_RULES, 'form.yaml': [NO_RULES_HELD, [item('B.19'), '']] })];
  const form = findForm(known, PLACE.form, PLACE.period)!;
  expect(form.definition.version).toBe('2024.2');
  const template = await nextTemplate(store, known, form, form.definition.units[0]!);
  const parts = Object.entries(unzipSync(template)).filter(([name]) => /comments\d*\.xml$/.test(name));
  const notes = parts.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
  expect(notes).toContain('Xem lại');
  expect(notes).toMatch(/B\.19 [^<]*không có chỗ trong mẫu mới/);
  expect(extract(await cellsOf(template), form).values.get('CT_A_01')?.value).toEqual(expect.any(Number));
});
